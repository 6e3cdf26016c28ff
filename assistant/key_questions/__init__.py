"""The framework's key questions, each answered with a ledger: for, against, silent, and what to ask.

questions.py    the order of the steps;  route.py  which of the questions somebody asked
framework.py, load_framework.py, marked_yaml.py    the questions as a board writes them down
gather.py, material.py, period.py    library → the statements of one area and period
matching.py     which signal of a question a statement gives;  points.py  the best of a side
probes/         one for each sort of question: Material → Finding (finding.py);  silences.py  what is missing
papers/         what a probe reads off single papers
assemble.py     Finding → Ledger (ledger.py), with its verdict;  asks.py, quoted.py  what is put to the board
kept_statements.py, read_ahead.py, reading_child.py    what is read of documents once, by several processes
"""
