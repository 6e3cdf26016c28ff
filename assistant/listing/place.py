"""Place: what the papers of an area come to: its grades, what is asked of it, and how far that has got."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.actions.track import track
from assistant.areas.of_papers import areas_of, areas_of_subject
from assistant.areas.subjects import area_names, core_name, own_area, places_of
from assistant.forms import anything, forms_of, plain, put_as
from assistant.in_words import day_in_words, filled, period_in_words
from assistant.key_questions.questions import ledgers
from assistant.listing.graded import grades_in
from assistant.listing.ledger_rows import said_against, verdicts_told
from assistant.listing.listed import Listed, Row
from assistant.listing.outlined import outline
from assistant.listing.reckoning import RULES
from assistant.register.collect import recommendations_of
from assistant.understanding.papers_called import newest_first
from ingest.filters import Filters
from ingest.library import Library
from ingest.phrases import worded
from ingest.records import DocumentRecord
from prompts import load_data

PAST = ("overdue", "reported_since", "not_reported_since")


def place_told(
    text: str, library: Library, records: Sequence[DocumentRecord], filters: Filters, as_of: str
) -> Listed | None:
    """What is known of the area that a question is about as a whole; None for any other question."""
    place = _place_asked(text, records)
    areas = areas_of(library, records) if place else {}
    wanted = areas_of_subject(place, areas.values()) or ()
    papers = newest_first(
        one for one in records if areas.get(one.id) in wanted and (one.published or "") <= as_of
    )
    if not papers:
        return None
    rules = load_data(RULES)["place"]
    questions = ledgers(library, subject=place, as_of=as_of, filters=filters)
    actions = track(library, as_of=as_of, subject=place, filters=filters).actions
    still = [one for one in actions if one.status == "open"]
    past = sum(one.timing in PAST for one in still)
    words = {
        "place": place,
        "count": len(papers),
        "title": papers[0].title,
        "published": f", {day_in_words(papers[0].published)}" if papers[0].published else "",
        "day": day_in_words(as_of),
        "actions": filled(rules["actions"], count=len(still)),
        "past": filled(rules["past"], count=past) if past else "",
        "period": period_in_words(questions[0].period),
        "verdicts": verdicts_told(questions),
    }
    rows = [*_judged(papers, library)]
    told = {piece for _, *pieces in rows for piece in pieces}
    rows += [row for row in said_against(questions) if told.isdisjoint(row[1:])]
    return Listed(rows or outline(papers[0], library), filled(rules["told"], **words))


def _judged(papers: Sequence[DocumentRecord], library: Library) -> Iterator[Row]:
    """The grades of the newest paper that gives any, and what the newest to judge the place asks for."""
    rules = load_data(RULES)["place"]
    for paper in papers:
        if grades := grades_in(library.document(paper.id)):
            yield from ((filled(rules["graded"], day=day_in_words(paper.published)), one) for one in grades)
            break
    for judging in [one for one in papers if one.kind in rules["judging"]][:1]:
        head = filled(rules["wanted"], day=day_in_words(judging.published))
        yield from ((head, entry.piece) for entry in recommendations_of(library, judging))


def _place_asked(text: str, records: Sequence[DocumentRecord]) -> str:
    """The area that the text asks about as a whole, as its papers write it; "" for any other text."""
    said = plain(text)
    if _own().fullmatch(said):
        return own_area(records)
    found = put_as(_asks(), said)
    if not found:
        return ""
    called = found["place"]
    known = {one.casefold(): one for one in (*places_of(records), *area_names(records))}
    place = known.get(called.casefold(), known.get(core_name(called).casefold(), ""))
    return core_name(place) or place


_own = worded(RULES, "{place.own}")


@cache
def _asks() -> list[re.Pattern[str]]:
    return forms_of(load_data(RULES)["place"]["asks"], {"place": anything("place")})
