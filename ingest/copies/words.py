"""Words: a text as a row of words, each with its place and a hash, and the hashes of short runs of them."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""2^64 divided by the golden ratio: an odd number that spreads sums of hashes (Knuth, TAOCP 3, 6.4)."""

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a text: their hashes, and where each begins and ends (code points)."""

    hashes: Hashes
    starts: Places
    ends: Places

    def __len__(self) -> int:
        return len(self.hashes)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The numbers of the words that stand at least half inside the slice, as a range."""
        first = bisect_left(self.starts, start)
        if first and self.ends[first - 1] + self.starts[first - 1] > 2 * start:
            first -= 1
        last = bisect_right(self.ends, end)
        if last < len(self) and self.ends[last] + self.starts[last] < 2 * end:
            last += 1
        return first, max(first, last)


def words_of(text: str) -> Words:
    """The text's words in any case and with either apostrophe; punctuation and white space do not count."""
    found = list(_WORD.finditer(text))
    return Words(
        np.array([_hash(match.group()) for match in found], np.uint64),
        np.array([match.start() for match in found], np.int64),
        np.array([match.end() for match in found], np.int64),
    )


def tokens_of(text: str) -> list[str]:
    """The same words as strings."""
    return [_plain(match.group()) for match in _WORD.finditer(text)]


def runs_of(hashes: Hashes, length: int) -> Hashes:
    """One hash for every run of `length` words: entry i is that of the words i to i + length."""
    count = max(0, len(hashes) - length + 1)
    runs = np.zeros(count, np.uint64)
    for place in range(length):
        runs = runs * _FACTOR + hashes[place : place + count]
    return runs ^ (runs >> np.uint64(29))


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    """The same in every process, unlike Python's own."""
    return int.from_bytes(hashlib.blake2b(_plain(word).encode(), digest_size=8).digest(), "little")
