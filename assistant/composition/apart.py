"""Apart: do quotations of two papers give other figures for one thing at one time?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from assistant.evidence import Evidence
from assistant.understanding.content_words import content_words
from assistant.understanding.periods import periods_in
from assistant.words import YEAR, numbers_in, stem, words_in
from ingest.draft import CELL_JOINER
from ingest.library import DocumentRecord

ALIKE, FEWEST = 0.8, 2
"""Two statements are of one thing where so large a share of the shorter one's telling words stand in both,
and it has so many."""

AMONG = 12
"""Other figures are looked for among so many of the best sentences."""


def with_other_figures(
    chosen: Sequence[Evidence], evidence: Sequence[Evidence], records: Mapping[str, DocumentRecord]
) -> list[Evidence]:
    """The quotations, each followed by a sentence of another paper that gives other figures for the same."""
    told = [*chosen]
    for one in chosen:
        others = (item for item in evidence[:AMONG] if item not in told and _apart(one, item, records))
        if other := next(others, None):
            told.insert(told.index(one) + 1, other)
    return told


def figures_apart(groups: Sequence[Sequence[Evidence]], records: Mapping[str, DocumentRecord]) -> bool:
    """Do two of the groups' first quotations disagree?"""
    return any(_apart(one[0], other[0], records) for one, other in combinations(groups, 2))


def _apart(one: Evidence, other: Evidence, records: Mapping[str, DocumentRecord]) -> bool:
    """Are they of two papers, in the same words, for the same time, with other figures?

    Nothing is made of rows of tables, whose figures are of many times.
    """
    return (
        one.found.passage.document_id != other.found.passage.document_id
        and not any(CELL_JOINER in item.quote for item in (one, other))
        and _alike(one.quote, other.quote)
        and _at_one_time(one, other, records)
    )


def _alike(one: str, other: str) -> bool:
    """The same telling words, and another first figure, years and days aside?"""
    left, right = _telling(one), _telling(other)
    fewer = min(len(left), len(right))
    if fewer < FEWEST or len(left & right) < ALIKE * fewer:
        return False
    counted, told = _counts(one), _counts(other)
    return bool(counted and told) and counted[0] != told[0]


def _at_one_time(one: Evidence, other: Evidence, records: Mapping[str, DocumentRecord]) -> bool:
    left, right = _times(one.quote), _times(other.quote)
    if left or right:
        return bool(left & right)
    periods = [records[item.found.passage.document_id].period for item in (one, other)]
    return periods[0] is not None and periods[0] == periods[1]


def _times(quote: str) -> frozenset[str]:
    return frozenset(periods_in(quote) or YEAR.findall(quote))


@lru_cache(1024)
def _telling(quote: str) -> frozenset[str]:
    return frozenset(stem(word) for word in content_words(quote) if not word.isdigit())


def _counts(quote: str) -> list[str]:
    """The numbers of a quotation that are no dates, in order."""
    text = re.sub(r"\b\d{1,2} (?=[A-Z][a-z]+ (?:19|20)\d\d)|\b(?:19|20)\d\d(?:[-/]\d\d)?\b", " ", quote)
    words = words_in(text.replace(",", ""))
    return [words[at] for at in numbers_in(words)]
