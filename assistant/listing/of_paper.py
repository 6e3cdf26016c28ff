"""Of a paper: the recommendations or actions of one paper, or of the few called so, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from assistant.actions.track import track
from assistant.answer import by_number
from assistant.areas.subjects import places_of
from assistant.composition.whole import row_of
from assistant.forms import anything, forms_of, one_of, plain, put_as
from assistant.listing.recommended import put_to
from assistant.register.collect import recommendations_of
from assistant.register.entry import Entry
from assistant.slices import Slice
from assistant.understanding.content_words import content_words
from assistant.understanding.papers_called import newest_first, papers_called
from ingest.filters import Filters
from ingest.library import Library
from ingest.phrases import alternatives
from ingest.records import DocumentRecord
from prompts import load_data

PAPERS = 6
"""More papers than these are no answer to a question about what one of them asks for."""


@dataclass(frozen=True, slots=True)
class OfPaper:
    """What `papers` (the newest first) ask for; of `owner` alone, where one is named.

    `noun` is what the question calls it. `after`: what was agreed on them elsewhere, and not what they ask.
    `number`: the one of that number alone; below zero counted from the end.
    """

    papers: tuple[DocumentRecord, ...]
    noun: str
    owner: str = ""
    after: bool = False
    number: int = 0


def asked_of_paper(text: str, records: Sequence[DocumentRecord], *, bound: bool = False) -> OfPaper | None:
    """The papers whose whole list the text wants, and what limits it; None where it wants anything else.

    Where the search is `bound` to the records, "the report" calls each of them.
    """
    found = put_as(_forms(), plain(text))
    if not found:
        return None
    said = {name: words or "" for name, words in found.groupdict("").items()}
    owner = said.get("owner", "") if content_words(said.get("owner", "")) else ""
    # "What did inspectors tell Melford to do?" asks for the whole of Melford's inspection.
    place = owner if owner.casefold() in map(str.casefold, places_of(records)) else ""
    papers = papers_called(f"{said['paper']} {said['where']} {place}", records) or (
        tuple(records) if bound else ()
    )
    if not papers or len(papers) > PAPERS:
        return None
    minutes = {one.kind for one in papers} == {"minutes"}
    if said.get("agreed") and not minutes:
        return None
    noun = "actions" if minutes or "action" in found[0].lower() else "recommendations"
    number = _number(said.get("number", ""))
    return OfPaper(papers, noun, "" if place else owner, bool(said.get("after")), number)


def of_paper(
    asked: OfPaper, library: Library, filters: Filters, as_of: str
) -> list[tuple[DocumentRecord, Slice]]:
    """What the papers ask for, or what was agreed on it elsewhere; each with the paper it stands in."""
    asking = [entry for paper in asked.papers for entry in recommendations_of(library, paper)]
    within = replace(filters, documents=tuple(paper.id for paper in asked.papers))
    if asked.after:
        answered, theirs = {entry.id for entry in asking}, set(within.documents)
        agreed = _actions(library, filters, as_of, answered)
        found = [piece for piece in agreed if piece.document_id not in theirs]
    else:
        wanted = [entry for entry in asking if not asked.owner or put_to(entry, asked.owner)]
        wanted = _numbered(wanted, asked.number) if asked.number else wanted
        whole = asked.noun == "actions" and not (asked.owner or asked.number)
        found = _actions(library, within, as_of) if whole else []
        found = found or [entry.piece for entry in wanted]
    records = newest_first(library.documents(filters))
    rows = sorted(dict.fromkeys(_rows(found, library)))
    return [(record, piece) for record in records for piece in rows if piece.document_id == record.id]


def how_many(papers: Sequence[DocumentRecord], library: Library) -> int:
    """How many recommendations the papers make."""
    return sum(len(recommendations_of(library, paper)) for paper in papers)


def numbers_in(paper: DocumentRecord, library: Library) -> list[str]:
    """The printed numbers of what the paper recommends."""
    return [entry.number for entry in recommendations_of(library, paper) if entry.number]


def _number(words: str) -> int:
    """The number that the words name: "4", "fourth", or -1 for the last; 0 for none."""
    ranks = load_data("vocabulary/papers-named.yaml")["ranks"]
    return int(words) if words.isdigit() else next((int(at) for at in ranks if words.lower() in ranks[at]), 0)


def _numbered(entries: Sequence[Entry], number: int) -> list[Entry]:
    """The recommendation of that printed number in each paper; where none is printed, by its place."""
    printed = [entry for entry in entries if entry.number]
    if printed and number > 0:
        return [entry for entry in printed if entry.number.rstrip(".") == str(number)]
    at = number - 1 if number > 0 else len(entries) + number
    return list(entries[at : at + 1]) if at >= 0 else []


def _actions(
    library: Library, filters: Filters, as_of: str, answering: Set[str] | None = None
) -> list[Slice]:
    """The actions that papers set down; of these recommendations alone, where any are given."""
    register = track(library, as_of=as_of, filters=filters)
    cited = by_number(register.citations)
    actions = [one for one in register.actions if answering is None or one.recommendation_id in answering]
    return [Slice.of(cited[action.text.citations[0]]) for action in actions]


def _rows(slices: Iterable[Slice], library: Library) -> Iterator[Slice]:
    """The same, a cell of a table as its whole row: who is to act and by when stands there."""
    text_of = cache(lambda document: library.document(document).text)
    for piece in slices:
        row = row_of(text_of(piece.document_id), piece.start, piece.end)
        yield replace(piece, start=row[0], end=row[1]) if row else piece


@cache
def _forms() -> list[re.Pattern[str]]:
    rules = load_data("vocabulary/listing.yaml")["of_paper"]
    slots = {name: one_of(rules[name]) for name in ("list", "made", "tell", "make", "one", "verbs")}
    slots |= {name: anything(name) for name in ("paper", "owner")}
    ranks = load_data("vocabulary/papers-named.yaml")["ranks"].values()
    slots["number"] = rf"(?P<number>\d+|{alternatives(word for words in ranks for word in words)})"
    slots["noun"] = f"(?P<paper>(?:.+ )?{one_of(rules['noun'])})"
    slots |= {"agreed": one_of(rules["agreed"], "agreed"), "after": one_of(rules["following"], "after")}
    return forms_of((f"{form}(?:,? (?:in|at) (?P<where>.+?))?" for form in rules["forms"]), slots)
