"""Papers as sources of reports, and which of them a row's source column means ("Alder review")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.actions.days import dates_in, day_in, last_day
from assistant.actions.setdown import Account
from assistant.actions.terms import kinds_of_report, terms_of

_KIND = 0.5
"""What a word counts that says only what kind of paper it is."""
_YEAR = 0.25
"""What the paper's year counts, where the source names it; another year rules a paper out."""


@dataclass(frozen=True, slots=True)
class Named:
    """A paper by what it is called: the terms of its title and file, and the day it speaks on."""

    terms: frozenset[str]
    said_on: str


class Sources:
    """The papers of a library by name and day."""

    def __init__(self, papers: Iterable[tuple[str, str, str | None]]) -> None:
        """`papers`: id, title with file name, and ISO day of each."""
        self._papers: Mapping[str, Named] = {
            id_: Named(terms_of(re.sub(r"[_.]", " ", name)), said_on or "") for id_, name, said_on in papers
        }
        self._known: dict[str, frozenset[str]] = {}

    def meant(self, source: str) -> frozenset[str]:
        """The papers that the words of a source fit best; none where they name none."""
        if not source:
            return frozenset()
        if source not in self._known:
            self._known[source] = self._of_day(source) or self._by_name(source)
        return self._known[source]

    def called(self, name: str, among: Iterable[str]) -> frozenset[str]:
        """Those of some papers that are called by a name: all its words that tell stand in title or file."""
        wanted = terms_of(name)
        told = wanted - kinds_of_report() or wanted
        return frozenset(id_ for id_ in among if told and told <= self._papers[id_].terms)

    def _of_day(self, source: str) -> frozenset[str]:
        days = {day for words in dates_in(source) if (day := day_in(words, None)) and len(day) == 10}
        return frozenset(id_ for id_, paper in self._papers.items() if paper.said_on in days)

    def _by_name(self, source: str) -> frozenset[str]:
        year = re.search(r"\b(?:19|20)\d\d\b", source)
        wanted = terms_of(source)
        scored = {id_: _fit(wanted, year[0] if year else "", paper) for id_, paper in self._papers.items()}
        best = max(scored.values(), default=0.0)
        return frozenset(id_ for id_, score in scored.items() if best > 0 and score == best)


def _fit(wanted: frozenset[str], year: str, paper: Named) -> float:
    shared = wanted & paper.terms
    if not shared or (year and paper.said_on and not paper.said_on.startswith(year)):
        return 0.0
    counted = sum(_KIND if term in kinds_of_report() else 1.0 for term in shared)
    return counted + _YEAR * bool(year and paper.said_on)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with what it says of actions; `file` is its file's name without the ending."""

    document_id: str
    title: str
    kind: str
    area: str
    account: Account
    file: str

    @property
    def day(self) -> str:
        """The last day on which it can have been written, "" where it has no date."""
        return last_day(self.account.said_on)
