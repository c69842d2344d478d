"""Brief: a meeting or an item in, what a member should know before it out.

In: the meeting's paragraphs, the register, a search. Out: items with what is asked, changed, decided and open, each
statement cited; fitted to two pages.
"""
