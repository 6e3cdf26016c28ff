"""Section asked: the list of a paper that a question wants whole ("What needs to improve in Halton?")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.areas.subjects import about_places, places_of
from assistant.comparison.split import places_named
from assistant.forms import plain
from assistant.listing.section import Section, sections
from assistant.understanding.content_words import content_words
from assistant.understanding.paper_named import sort_of
from assistant.understanding.papers_called import RULES as PAPERS
from assistant.understanding.papers_called import newest_first
from assistant.words import YEAR, stem, stems
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data


@dataclass(frozen=True, slots=True)
class SectionAsked:
    """A sort of list (`sections` of the rules), of the first of the inspections that has one.

    `papers` are those, the newest first; `body` is whom it is put to, "" for anybody.
    """

    sort: str
    body: str
    papers: tuple[DocumentRecord, ...]

    def told_by_heading_alone(self, text: str) -> bool:
        """Whether a paper of that text, which has no such heading, says nothing of such things elsewhere."""
        only = load_data("vocabulary/listing.yaml")["sections"][self.sort].get("only")
        return bool(only) and not re.search(only, text, re.IGNORECASE)


def lists_of(asked: SectionAsked, paper: DocumentRecord, library: Library) -> list[Section]:
    """The lists of one paper."""
    return sections(library.document(paper.id), asked.sort, asked.body)


def section_asked(text: str, records: Sequence[DocumentRecord]) -> SectionAsked | None:
    """What the text wants; None where it wants no whole list, or one on something, or of several places."""
    said = plain(text)
    sort, body = _sort(said), _body(said)
    if not sort:
        return None
    places = places_named(said, records)
    held = [one for one in records if sort_of(one)]
    about = about_places(held, places)
    if len({one.subject for one in about}) != 1:
        return None
    if load_data("vocabulary/listing.yaml")["sections"][sort].get("needs_body") and not body:
        return None
    left = _left(said, sort, [*places, *places_of(records)])
    if left:
        kinds = load_data(PAPERS)["sorts"].items()
        meant = next((name for name, kind in kinds if left <= set(kind.get("matter", ()))), "")
        about = [one for one in about if meant and sort_of(one) == meant]
    years = YEAR.findall(said)
    dated = (one for one in about if not years or any(year in one.dated for year in years))
    papers = newest_first(dated)
    return SectionAsked(sort, body, papers) if papers else None


def _sort(text: str) -> str:
    return next((sort for sort, found in _found(text).items() if found), "")


def _found(text: str) -> dict[str, re.Match[str] | None]:
    sections: dict[str, Any] = load_data("vocabulary/listing.yaml")["sections"]
    return {
        name: re.match(rf"(?:{'|'.join(one['asks'])})\b", text, re.IGNORECASE)
        for name, one in sections.items()
    }


def _body(text: str) -> str:
    """The body that the list is put to ("to the LSCB", "the council's recommendations"); "" for none."""
    bodies: dict[str, list[str]] = load_data("vocabulary/listing.yaml")["section_words"]["bodies"]
    for name, words in bodies.items():
        called = "|".join(words)
        asked = rf"\b(?:to|for)\b.*\b(?:{called})\b|\b(?:{called})[’']s? (?:\w+ )?recommendations\b"
        if re.search(asked, text, re.IGNORECASE):
            return name
    return ""


def _left(text: str, sort: str, places: Sequence[str]) -> set[str]:
    """The words that say something and are neither the list's, a paper's nor a place's."""
    for name in sorted(places, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", " ", text, flags=re.IGNORECASE)
    found = _found(text)[sort]
    rest = text[found.end() :] if found else text
    fillers = set(load_data("vocabulary/listing.yaml")["section_words"]["fillers"].split())
    # What stands within ("What must … improve?") was a place or a body.
    within = found[0] if found and sort != "recommendations" else ""
    words = {word for word in content_words(f"{within} {rest}") if not YEAR.fullmatch(word)}
    return {word for word in words - fillers if stem(word) not in _said(sort)}


def _said(sort: str) -> frozenset[str]:
    """The stems of the words by which the list is asked for."""
    asks = load_data("vocabulary/listing.yaml")["sections"][sort]["asks"]
    return stems(re.sub(r"[^a-z]+", " ", " ".join(asks)))
