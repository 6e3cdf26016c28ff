"""Candidates: the few pairs of documents that may hold each other's words, out of all pairs there are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.copies.sketch import Sketch
from ingest.copies.words import Hashes, Places

FEW = 8
"""A run in at most so many documents pairs each with each; one in more, each with the first and the next."""

ENOUGH = 2
"""Sampled runs that two documents must share, close together in both: about a sentence."""

SPAN, DRIFT = 60, 12
"""They stand within so many words, and out of step by at most so many."""

MANY = 400
"""With more shared runs than these some are bound to stand together."""


def shared_runs(sketches: Sequence[Sketch]) -> dict[tuple[int, int], int]:
    """Pairs of documents, by number, and how many sampled runs both are seen to have."""
    runs = np.concatenate([sketch.runs for sketch in sketches] or [np.zeros(0, np.uint64)])
    owners = np.repeat(np.arange(len(sketches)), [len(sketch.runs) for sketch in sketches])
    order = np.lexsort((owners, runs))
    runs, owners = runs[order], owners[order]
    first = np.searchsorted(runs, runs, "left")
    size = np.searchsorted(runs, runs, "right") - first
    codes = [_code(owners, first, np.arange(len(runs)), size > FEW, len(sketches))]
    for offset in range(1, FEW):
        here = np.arange(len(runs) - offset)
        together = (first[here] == first[here + offset]) & ((size[here] <= FEW) | (offset == 1))
        codes.append(_code(owners, here, here + offset, together, len(sketches)))
    pairs, counts = np.unique(np.concatenate(codes), return_counts=True)
    found = zip(pairs.tolist(), counts.tolist(), strict=True)
    return {
        divmod(pair, len(sketches)): count
        for pair, count in found
        if count >= ENOUGH and pair // len(sketches) != pair % len(sketches)
    }


def standard_runs(sketches: Sequence[Sketch], subjects: Sequence[str | None], places: int) -> Hashes:
    """The sampled runs that stand in documents about at least so many different places."""
    by_subject: dict[str, list[Hashes]] = {}
    for sketch, subject in zip(sketches, subjects, strict=True):
        if subject:
            by_subject.setdefault(subject.casefold(), []).append(sketch.runs)
    each = [np.unique(np.concatenate(runs)) for runs in by_subject.values()]
    runs, counts = np.unique(np.concatenate(each or [np.zeros(0, np.uint64)]), return_counts=True)
    return runs[counts >= places]


def in_both(one: Sketch, other: Sketch) -> tuple[Places, Places]:
    """The words of the two documents with which the runs begin that both have."""
    if not len(other.runs):
        return one.places[:0], other.places[:0]
    at = np.minimum(np.searchsorted(other.runs, one.runs), len(other.runs) - 1)
    shared = np.flatnonzero(other.runs[at] == one.runs)
    return one.places[shared], other.places[at[shared]]


def stand_together(here: Places, there: Places) -> bool:
    """Whether enough of the shared runs stand close together, in step, in both documents."""
    if not ENOUGH <= len(here) <= MANY:
        return len(here) > MANY
    step = here - there
    close = np.abs(here[:, None] - here[None, :]) <= SPAN
    in_step = np.abs(step[:, None] - step[None, :]) <= DRIFT
    return bool(((close & in_step).sum(axis=1) >= ENOUGH).any())


def _code(
    owners: np.ndarray[tuple[int], np.dtype[np.int64]],
    left: np.ndarray[tuple[int], np.dtype[np.int64]],
    right: np.ndarray[tuple[int], np.dtype[np.int64]],
    wanted: np.ndarray[tuple[int], np.dtype[np.bool_]],
    count: int,
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Pairs of owners as single numbers, so that they can be counted at once."""
    coded: np.ndarray[tuple[int], np.dtype[np.int64]] = owners[left[wanted]] * count + owners[right[wanted]]
    return coded
