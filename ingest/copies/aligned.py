"""Aligned: what an alignment of two texts found, as it is kept so that it is not worked out again.

It holds numbers of words and hashes, never a word.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

import numpy as np

from ingest.copies.align import Block, Chain, Text, align
from ingest.copies.sketch import sampled
from ingest.copies.words import Hashes, Places

VERSION = "1"


@dataclass(frozen=True)
class Aligned:
    """The chains of words that both texts hold, how many words each has, and each chain's sampled runs."""

    chains: tuple[Chain, ...]
    words: tuple[int, int]
    runs: tuple[Hashes, ...]

    def to_json(self) -> dict[str, Any]:
        """As kept with the later document's derived facts."""
        return {
            "chains": [[[b.a, b.b, b.a_words, b.b_words] for b in chain] for chain in self.chains],
            "words": list(self.words),
            "runs": [base64.b64encode(runs.astype("<u8").tobytes()).decode() for runs in self.runs],
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Aligned:
        """The inverse of `to_json`."""
        return cls(
            tuple(tuple(Block(*block) for block in chain) for chain in value["chains"]),
            (value["words"][0], value["words"][1]),
            tuple(np.frombuffer(base64.b64decode(runs), "<u8").astype(np.uint64) for runs in value["runs"]),
        )


def aligned(one: Text, other: Text, near: Places, least: int) -> Aligned:
    """The later text `one` beside the earlier one; `near` and `least` as of `align`."""
    chains = align(one, other, near, least)
    runs = tuple(sampled(one.words.hashes[chain[0].a : chain[-1].a + chain[-1].a_words]) for chain in chains)
    return Aligned(tuple(chains), (len(one.words), len(other.words)), runs)
