"""Retrieval, answers and checks over a library, behind one façade."""

import os

# A question's products are small: shared out among threads these wait for one another, and beside other work
# an answer took five times as long. One thread also gives the same bytes on any number of processors.
# OpenBLAS reads this when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
