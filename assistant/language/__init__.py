"""Language: plain text in, annotated text out.

In: the words of a sentence or paragraph. Out: its tokens with their figures, times, names, predicates and directions,
and what words mean to each other (stems, synonyms, antonyms). Knows no paper, question or rule.
"""
