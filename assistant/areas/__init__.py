"""Whose a paper is: the area that a document is about, told by its subject, author, letterhead or names.

subjects.py, typed.py    the names by which areas are asked for, and whether such a word is typed as a name
of_papers.py             the area of each paper of a library
whose.py, chosen_subject.py    whether each paper is that of the one area that a ledger is about, or another's
letterhead.py, shared_names.py    papers that name no area themselves
heads.py, notes.py       what a reader is told: whose a statement is, and which papers count for no area
"""
