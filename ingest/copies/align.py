"""Align: which words of one text are which words of another, typing noise and small insertions aside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
import numpy.typing as npt

from ingest.copies.words import Hashes, Places, Words, runs_of, words_of

RUN = 4
"""Words in the runs that anchor an alignment."""

REPEATS = 3
"""A run that stands more often than this in a text anchors nothing: it would match everywhere."""

REACH, DRIFT = 40, 12
"""An anchor goes on from the one before within so many words, out of step by at most so many."""

AROUND = 80
"""Words on either side of a run known to be shared in which the rest of the chain is looked for."""

NOISE, LIKENESS = 12, 0.6
"""Between two anchors so many words may differ, if their letters are alike by this ratio (Ratcliff and
Obershelp's): recognised scans change letters and spaces, editors change words."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words `a` to `a + a_words` of one text are words `b` to `b + b_words` of the other."""

    a: int
    b: int
    a_words: int
    b_words: int


Chain = tuple[Block, ...]
"""Blocks that follow each other in both texts."""


@dataclass(frozen=True, eq=False)
class Text:
    """A text, its words, and its runs of words in the order of their hashes."""

    text: str
    words: Words
    runs: Hashes
    order: Places
    rare: npt.NDArray[np.bool_]


def prepared(text: str) -> Text:
    """The text, ready to be aligned with others."""
    words = words_of(text)
    runs = runs_of(words.hashes, RUN)
    _, index, times = np.unique(runs, return_inverse=True, return_counts=True)
    return Text(text, words, runs, np.argsort(runs, kind="stable"), times[index] <= REPEATS)


def align(one: Text, other: Text, near: Places, least: int) -> list[Chain]:
    """The chains of at least so many words that both texts hold, in the order of the first text.

    They are looked for about the words of the first text whose numbers are `near`.
    """
    chains = _chains(_anchors(one, other, near))
    long = [chain for chain in chains if _end(chain) - chain[0].a >= least]
    filled = [_with_noise(chain, one, other) for chain in long]
    return [chain for chain in filled if words_in(chain) >= least]


def words_in(chain: Chain) -> int:
    """How many words of the first text the chain holds."""
    return sum(block.a_words for block in chain)


def covered(chains: Sequence[Chain], count: int) -> npt.NDArray[np.bool_]:
    """Which of the `count` words of the first text stand in the chains."""
    held = np.zeros(count, np.bool_)
    for chain in chains:
        for block in chain:
            held[block.a : block.a + block.a_words] = True
    return held


def turned(chain: Chain) -> Chain:
    """The chain seen from the other text."""
    return tuple(Block(block.b, block.a, block.b_words, block.a_words) for block in chain)


def place_of(chain: Chain, word: int) -> int:
    """The other text's word at which word number `word` stands, by the nearest block."""
    at = max(0, bisect_right([block.a for block in chain], word) - 1)
    block = chain[at]
    inside = min(max(word - block.a, 0), block.a_words)
    step = inside if block.a_words == block.b_words else round(inside * block.b_words / block.a_words)
    return block.b + step + (word - block.a - inside)


def _anchors(one: Text, other: Text, near: Places) -> list[Block]:
    """Maximal stretches of equal words, found by runs that are rare in both texts; by place in the first."""
    asked = np.zeros(len(one.runs), np.bool_)
    for place in near.tolist():
        asked[max(0, place - AROUND) : place + AROUND] = True
    here = np.flatnonzero(asked & one.rare)
    ranked = other.runs[other.order]
    first = np.searchsorted(ranked, one.runs[here], "left")
    times = np.searchsorted(ranked, one.runs[here], "right") - first
    times[times > REPEATS] = 0
    offset = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    return _stretches(np.repeat(here, times), other.order[np.repeat(first, times) + offset])


def _stretches(here: npt.NDArray[np.intp], there: npt.NDArray[np.intp]) -> list[Block]:
    """Pairs of run numbers → stretches in which both go on by one."""
    if not len(here):
        return []
    order = np.lexsort((here, here - there))
    here, there = here[order], there[order]
    new = (np.diff(here) != 1) | (np.diff(here - there) != 0)
    starts = np.concatenate([[0], np.flatnonzero(new) + 1])
    ends = np.concatenate([starts[1:], [len(here)]])
    found = [
        Block(int(here[start]), int(there[start]), int(end - start) + RUN - 1, int(end - start) + RUN - 1)
        for start, end in zip(starts, ends, strict=True)
    ]
    return sorted(found, key=lambda block: (block.a, block.b))


def _chains(anchors: Sequence[Block]) -> list[list[Block]]:
    """Anchors that follow each other in both texts, together; longer company is preferred to nearer."""
    done: list[list[Block]] = []
    growing: list[list[Block]] = []
    words: dict[int, int] = {}  # by identity: a chain grows, and there are many
    for anchor in anchors:
        done += [chain for chain in growing if anchor.a - _end(chain) > REACH]
        growing = [chain for chain in growing if anchor.a - _end(chain) <= REACH]
        fitting = [chain for chain in growing if _follows(chain[-1], anchor)]
        if fitting:
            chosen = max(fitting, key=lambda chain: (words[id(chain)], chain[0].a))
            chosen.append(anchor)
        else:
            chosen = [anchor]
            growing.append(chosen)
        words[id(chosen)] = words.get(id(chosen), 0) + anchor.a_words
    return sorted(done + growing, key=lambda chain: (chain[0].a, chain[0].b))


def _end(chain: Sequence[Block]) -> int:
    return chain[-1].a + chain[-1].a_words


def _follows(before: Block, after: Block) -> bool:
    """Whether it goes on from there; anchors may overlap by less than a run where a word was left out."""
    gap_a, gap_b = after.a - before.a - before.a_words, after.b - before.b - before.b_words
    return (
        -RUN < gap_a <= REACH
        and -RUN < gap_b <= REACH
        and abs(gap_a - gap_b) <= DRIFT
        and after.a + after.a_words > before.a + before.a_words
        and after.b + after.b_words > before.b + before.b_words
    )


def _with_noise(chain: Sequence[Block], one: Text, other: Text) -> Chain:
    """The chain without overlaps, and with those gaps filled whose letters are alike."""
    blocks = [chain[0]]
    for block in chain[1:]:
        before = blocks[-1]
        end_a, end_b = before.a + before.a_words, before.b + before.b_words
        cut = max(0, end_a - block.a, end_b - block.b)
        block = Block(block.a + cut, block.b + cut, block.a_words - cut, block.b_words - cut)
        if block.a_words <= 0:
            continue
        gap = Block(end_a, end_b, block.a - end_a, block.b - end_b)
        if _is_noise(gap, one, other):
            blocks.append(gap)
        blocks.append(block)
    return tuple(blocks)


def _is_noise(gap: Block, one: Text, other: Text) -> bool:
    if not (0 < gap.a_words <= NOISE and 0 < gap.b_words <= NOISE):
        return False
    here, there = _letters(one, gap.a, gap.a_words), _letters(other, gap.b, gap.b_words)
    letters = SequenceMatcher(None, here, there, autojunk=False)
    # The first two are upper bounds of the third, and cheap.
    return all(
        ratio() >= LIKENESS for ratio in (letters.real_quick_ratio, letters.quick_ratio, letters.ratio)
    )


def _letters(text: Text, first: int, count: int) -> str:
    start, end = text.words.starts[first], text.words.ends[first + count - 1]
    return "".join(text.text[start:end].lower().split())
