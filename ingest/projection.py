"""Token vectors of all-MiniLM-L6-v2 in a third of the room.

The 384 dimensions are projected on the 128 along which the sample corpus's token vectors vary most (singular
vectors, not centred, so that inner products are kept as far as can be). Made by `python -m eval projection`;
it keeps 86 % of the token vectors' variance, and no fewer right passages among the first five were measured.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

FILE = Path(__file__).with_name("projection.npy")

Vectors = npt.NDArray[np.float32]


def project(vectors: Vectors) -> Vectors:
    """Unit vectors (t, 384) to (t, 128)."""
    return vectors @ axes()


@cache
def axes() -> Vectors:
    """The axes as columns (384, 128), float32."""
    columns: Vectors = np.load(FILE, allow_pickle=False).astype(np.float32)
    return columns
