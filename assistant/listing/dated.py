"""Dated: when a paper came out, by the line at its head that gives its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.forms import anything, forms_of, one_of, plain, put_as
from assistant.listing.of_paper import PAPERS
from assistant.slices import Slice
from assistant.understanding.papers_called import newest_first, papers_called, sort_called
from ingest.document import Document
from ingest.library import Library
from ingest.recognise import states_its_date
from ingest.recognition.days import find_date, full_days
from ingest.records import DocumentRecord
from prompts import load_data

HEAD = 2_000
"""Characters of a paper's head."""

LONGEST = 27
"""A line of more words tells of more than the paper's date."""

Row = tuple[DocumentRecord, Slice]


def dated_asked(
    text: str, records: Sequence[DocumentRecord], *, bound: bool = False
) -> Sequence[DocumentRecord]:
    """The papers, the newest first, whose own date the text asks for; none for too many.

    Where the search is `bound` to the records, "the report" calls each of them. Words for no sort of paper
    call none: the date of a birth is another's.
    """
    asked = put_as(_asks(), plain(text))
    called = asked["paper"] if asked else ""
    if not sort_called(called)[0]:
        return ()
    papers = papers_called(called, records) or (tuple(records) if bound else ())
    return papers if len(papers) <= PAPERS else ()


def last_asked(text: str, records: Sequence[DocumentRecord], *, bound: bool = False) -> DocumentRecord | None:
    """The newest paper of a sort ("When was neglect last audited?"); None where none such is asked for."""
    asked = put_as(_last(), plain(text))
    if asked is None:
        return None
    said = asked.groupdict()
    noun = load_data("vocabulary/listing.yaml")["dated"]["done"].get((said.get("done") or "").lower())
    called = said.get("last") or said.get("sort") or f"the last {noun} of {said['thing']}"
    if not sort_called(called)[0]:
        return None
    return next(iter(papers_called(called, records) or (tuple(records) if bound else ())), None)


def end_asked(text: str, records: Sequence[DocumentRecord]) -> tuple[str, DocumentRecord] | None:
    """The oldest or newest paper with a date, as the text calls it; None where it asks for neither."""
    found = put_as(_ends(), plain(text))
    dated = newest_first(one for one in records if one.published) if found else ()
    if found is None or not dated:
        return None
    rank = found[1].lower()
    oldest = rank in load_data("vocabulary/listing.yaml")["dated"]["oldest"]
    return rank, dated[-1 if oldest else 0]


def days_told(paper: DocumentRecord, library: Library) -> list[Slice]:
    """The lines at the paper's head that give its days: of the visit, then its own date."""
    text = library.document(paper.id).text[:HEAD]
    form = load_data("vocabulary/listing.yaml")["dated"]["days"]
    visit = re.search(form, text, re.IGNORECASE | re.MULTILINE)
    lines = [Slice(paper.id, *visit.span())] if visit else []
    return list(dict.fromkeys([*lines, *(piece for _, piece in dates_told([paper], library))]))


def dates_told(papers: Sequence[DocumentRecord], library: Library) -> list[Row]:
    """The line of each paper that gives the date it is known by; none of one whose date no line gives."""
    return [(paper, piece) for paper in papers for piece in _lines(library.document(paper.id))]


def _lines(document: Document) -> Iterator[Slice]:
    if not states_its_date(document):
        return
    for line in re.finditer(r"[^\n]+", document.text[:HEAD]):
        if len(line[0].split()) <= LONGEST and _gives(line[0], document.published or ""):
            yield Slice(document.id, line.start(), line.end())
            return


def _gives(line: str, published: str) -> bool:
    """Does the line give this date, in full?"""
    return published in full_days(line) or (len(published) == len("2025-10") and find_date(line) == published)


@cache
def _asks() -> list[re.Pattern[str]]:
    return forms_of(load_data("vocabulary/listing.yaml")["dated"]["asks"], {"paper": anything("paper")})


@cache
def _ends() -> list[re.Pattern[str]]:
    rules = load_data("vocabulary/listing.yaml")["dated"]
    return forms_of(rules["ends"], {"end": rules["end"]})


@cache
def _last() -> list[re.Pattern[str]]:
    rules = load_data("vocabulary/listing.yaml")["dated"]
    slots = {"last": one_of([rules["rank"]], "last"), "sort": one_of([rules["sort"]], "sort")}
    slots |= {"thing": anything("thing"), "done": one_of(rules["done"], "done")}
    return forms_of(rules["last"], slots)
