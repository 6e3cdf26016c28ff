"""What the sentences and rows of a paper say: the phrases in them, the kind of saying, tone and figures.

concepts.py      phrases of any list found word by word;  lexicon.py  all lists of statements in one pass
basis.py, polarity.py, figures.py, movement.py    what kind of saying, in what tone, with what figures
toned_clauses.py    each clause in the tone of what it says, or of its measure where one moved
read.py          a document → its statements, each a `Said` (said.py)
"""
