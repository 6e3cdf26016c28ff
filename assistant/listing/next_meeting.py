"""Next meeting: the day that a paper announces for one, if it is still to come on the day of the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.forms import forms_of, put_as
from assistant.in_words import day_in_words, filled
from assistant.listing.listed import Listed
from assistant.listing.mentions import EVERY, named
from assistant.listing.reckoning import RULES
from assistant.sentences.spans import sentence_spans
from assistant.slices import Slice
from assistant.understanding.papers_called import newest_first
from assistant.words import stems
from ingest.filters import Filters
from ingest.library import Library
from ingest.passage import Passage
from ingest.phrases import worded
from ingest.recommendations.date_patterns import date_pattern
from ingest.recommendations.dates import resolve
from ingest.records import DocumentRecord
from prompts import load_data

LINE = 12
"""A sentence of more words under such a heading tells of other things."""

_said = worded(RULES, r"\b{meeting.said}\b")
_up_to_day = worded(
    RULES,
    r"\b{meeting.said}\b(?: of [^.:|]{1,60}?(?=\s*[:|,–-]|\s{meeting.until}\s))?\s*[:|,–-]?"
    r"(?:\s+{meeting.until}(?=\s))*\s+(?:[a-z]+day,? )?(?:the )?",
)
_TO_ANOTHER = r"(?:\s*[,;&]|\s+and\b)\s*(?:[a-z]+day,? )?"
"""Between two days of a list of meetings."""


def meeting_asked(text: str, records: Sequence[DocumentRecord]) -> list[DocumentRecord]:
    """The papers of the body whose next meeting is asked for; none where anything else is."""
    found = put_as(_asks(), text.strip(" ?.!"))
    if not found:
        return []
    body = " ".join(words for words in found.groupdict().values() if words).lower()
    theirs = [
        one for one in records if body and stems(body) <= stems(f"{one.title} {one.organisation or ''}")
    ]
    if not body or body in load_data(RULES)["meeting"]["any"]:
        # "The board" meets by any minutes, unless some are the board's by their title.
        return theirs if any(one.kind == "minutes" for one in theirs) else list(records)
    return theirs


def next_meeting(
    papers: Sequence[DocumentRecord], library: Library, filters: Filters, as_of: str
) -> Listed | None:
    """Each announcement of a day to come, the soonest first; else the last day that was announced.

    None without a paper to announce one.
    """
    known = {one.id: one for one in papers if (one.published or "") <= as_of}
    if not known:
        return None
    days: dict[str, tuple[DocumentRecord, Slice]] = {}
    found = list(_announced(known, library, filters))
    for record in newest_first(known.values()):
        for day, piece in found:
            if piece.document_id == record.id:
                days.setdefault(day, (record, piece))
    rules = load_data(RULES)["meeting"]
    if not days:
        none = filled(rules["none"], day=day_in_words(as_of))
        return Listed([], "", none, rules["missing"])
    coming = sorted(day for day in days if day >= as_of)
    listed = coming or [max(days)]
    rows = [(named(days[day][0]) if len(listed) > 1 else "", days[day][1]) for day in listed]
    rows = [*dict.fromkeys(rows)]  # one sentence may announce several
    words = {"day": day_in_words(as_of), "due": day_in_words(listed[0]), "count": len(coming)}
    return Listed(rows, filled(rules["told" if coming else "past"], **words))


def _announced(
    known: dict[str, DocumentRecord], library: Library, filters: Filters
) -> Iterator[tuple[str, Slice]]:
    """Each sentence that announces a meeting, with its day; one of several with each."""
    hits = library.full_text([load_data(RULES)["meeting"]["sought"]], filters, EVERY)
    for passage in library.passages([hit.passage_id for hit in hits]):
        if passage.document_id in known:
            for start, end in sentence_spans(passage):
                for words in _days(passage, passage.slice(start, end)):
                    if day := resolve(words, "date", known[passage.document_id].published):
                        yield day, Slice(passage.document_id, start, end)


def _days(passage: Passage, sentence: str) -> Iterator[str]:
    """The days for which a sentence announces meetings, its own words or its heading saying so."""
    first, another, day = _forms()
    found = first.search(sentence)
    if not found and len(sentence.split()) <= LINE and _said().search(passage.heading):
        found = day.search(sentence)
    while found:
        yield found["day"]
        found = another.match(sentence, found.end())


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The first day announced with what announces it, another that follows, and any."""
    day = f"(?P<day>{date_pattern().pattern})"
    first, another, any_day = (
        re.compile(f"{before}{day}", re.IGNORECASE) for before in (_up_to_day().pattern, _TO_ANOTHER, "")
    )
    return first, another, any_day


@cache
def _asks() -> list[re.Pattern[str]]:
    return forms_of(load_data(RULES)["meeting"]["asks"], {})
