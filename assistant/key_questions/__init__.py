"""The framework's key questions, each answered with a ledger: for, against, silent, and what to ask.

questions.py     the order of the steps;  route.py  which of the questions somebody asked
framework.py, load_framework.py    the questions as a board writes them down
gather.py        library → Material: the statements of one area and period (assistant/statements reads them)
matching.py      which signal of a question a statement gives;  points.py  the best of a side
probes/          one for each sort of question: Material → Finding;  papers/  what they read off single papers
assemble.py      Finding → Ledger, with its verdict;  asks.py, quoted.py  what is put to the board
read_ahead.py    the first reading of many documents, shared out among processors
"""
