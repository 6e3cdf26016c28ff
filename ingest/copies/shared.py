"""Shared: the pairs of documents that hold each other's words, and which words.

What is kept of an alignment is numbers of words and hashes, never a word.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np

from ingest.copies.align import Block, Chain, Text, align, covered, prepared, turned, words_in
from ingest.copies.candidates import in_both, shared_runs, stand_together, standard_runs
from ingest.copies.sketch import Sketch, sampled
from ingest.copies.words import Hashes, Places
from ingest.records import DocumentRecord
from prompts import load_data

SCREENED = 0.3
"""Of the share of words that makes a version, so much must show in the samples: typing noise breaks up to
half of the sampled runs."""

Difference = Literal["", "date", "place"]

VERSION = "1"
"""Of the alignments that are kept."""


@dataclass(frozen=True)
class Shared:
    """The words of document `later` that stand in document `earlier`; shares are of each one's words."""

    later: str
    earlier: str
    chains: tuple[Chain, ...]
    share_of_later: float
    share_of_earlier: float


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


Keep = Callable[[DocumentRecord, DocumentRecord, Callable[[], Aligned]], Aligned]
"""Asked for the alignment of a later and an earlier document; makes it where it is not kept."""


def find_shared(
    records: Sequence[DocumentRecord],
    sketches: Sequence[Sketch],
    text_of: Callable[[str], str],
    keep: Keep,
) -> list[Shared]:
    """Every pair that shares words which are one source; `records` are in order, sources before copies."""
    rules = load_data("near-copies.yaml")
    standard = standard_runs(sketches, [record.subject for record in records], rules["standard_in_places"])
    text = cache(lambda id_: prepared(text_of(id_)))
    found = []
    for (first, second), runs in sorted(shared_runs(sketches).items()):
        differing = difference(records[first], records[second])
        later, earlier = sketches[second], sketches[first]
        least = SCREENED * needed(differing, rules) * min(len(later.runs), len(earlier.runs))
        if differing and runs < least:
            continue  # most pairs: set phrases of two inspections
        here, there = in_both(later, earlier)
        if stand_together(here, there):

            def make(first: int = first, second: int = second, near: Places = here) -> Aligned:
                pair = (text(records[second].id), text(records[first].id))
                return aligned(*pair, near, rules["words_in_versions"])

            found_there = keep(records[second], records[first], make)
            chains, shares = _counted(found_there, differing, standard, rules)
            if chains:
                found.append(Shared(records[second].id, records[first].id, tuple(chains), *shares))
    return found


def needed(differing: Difference, rules: dict[str, Any]) -> float:
    """The share of one document's words in another from which they are versions of one work."""
    names = {"": "version", "date": "version_of_another_date", "place": "version_of_another_place"}
    return float(rules[names[differing]])


def _counted(
    pair: Aligned, differing: Difference, standard: Hashes, rules: dict[str, Any]
) -> tuple[Sequence[Chain], tuple[float, float]]:
    """The chains that make one source, and what share of each text they are."""
    shares = _shares(pair.chains, pair.words)
    if max(shares) >= needed(differing, rules):
        return pair.chains, shares
    if differing:
        return [], (0.0, 0.0)
    quoted = [
        chain
        for chain, runs in zip(pair.chains, pair.runs, strict=True)
        if _is_quotation(chain, runs, standard, rules)
    ]
    return quoted, _shares(quoted, pair.words)


def _shares(chains: Sequence[Chain], words: tuple[int, int]) -> tuple[float, float]:
    held = covered(chains, words[0])
    theirs = covered([turned(chain) for chain in chains], words[1])
    return float(held.mean()) if len(held) else 0.0, float(theirs.mean()) if len(theirs) else 0.0


def _is_quotation(chain: Chain, runs: Hashes, standard: Hashes, rules: dict[str, Any]) -> bool:
    """Whether a chain in two otherwise different documents is long enough, and not everybody's words."""
    if words_in(chain) < rules["words_quoted"]:
        return False
    return float(np.isin(runs, standard).sum()) * 2 <= len(runs)


def difference(one: DocumentRecord, other: DocumentRecord) -> Difference:
    """In what they are known to differ; "place" also stands for another writer of the same kind."""
    if _unlike(one.subject, other.subject):
        return "place"
    if one.kind != other.kind or one.kind == "other":
        return ""
    if _unlike(one.organisation, other.organisation):
        return "place"
    return "date" if _other_date(one.published or "", other.published or "") else ""


def _unlike(one: str | None, other: str | None) -> bool:
    return bool(one and other and one.casefold() != other.casefold())


def _other_date(one: str, other: str) -> bool:
    """A year and a day in that year agree."""
    known = min(len(one), len(other))
    return one[:known] != other[:known]


def aligned(one: Text, other: Text, near: Places, least: int) -> Aligned:
    """The later text `one` beside the earlier one; `near` and `least` as of `align`."""
    chains = align(one, other, near, least)
    runs = tuple(sampled(one.words.hashes[chain[0].a : chain[-1].a + chain[-1].a_words]) for chain in chains)
    return Aligned(tuple(chains), (len(one.words), len(other.words)), runs)
