"""Question: the words asked in, what is asked for out.

In: a question and the turns before it. Out: a Question with its dates, bodies, councils, names and the kind of answer
wanted; filters that it names; examples and follow-ups.
"""
