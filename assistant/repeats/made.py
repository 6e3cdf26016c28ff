"""Made and Repeat: a recommendation with who made it and when, and two of them that ask the same."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Meanings = npt.NDArray[np.float32]
"""Vectors of length 1, shape (n, k): the more alike two requests, the nearer their product is to 1."""


@dataclass(frozen=True)
class Made:
    """One recommendation. `source` tells documents apart, `subject` is the area it is about.

    `published` is an ISO date of any precision, "" where unknown. `follows_up` marks those of plans and
    minutes, which repeat no one.
    """

    source: str
    published: str
    subject: str
    text: str
    follows_up: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """`later` and `earlier` are places in the list given; `score` is how much speaks for the same request.

    `sure` is false where that is not enough to say so: it is only among the nearest.
    """

    later: int
    earlier: int
    score: float
    themes: tuple[str, ...]
    sure: bool = True
