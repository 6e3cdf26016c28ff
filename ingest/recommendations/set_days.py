"""Days that an act is set for without a word of limit: "report to the board in April 2027"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.recognition.days import find_date
from ingest.recommendations.actors import names_an_actor
from ingest.recommendations.date_patterns import set_pattern
from ingest.recommendations.recommendation import Span
from ingest.recommendations.request import Request
from ingest.recommendations.words import pattern

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_ONLY_YEARS = re.compile(r"[\d\s–/-]+")
_RECEIVER = re.compile(r"\b(?:to|with|before)\s+(?P<who>[^,;.]{2,60})$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:from|by|on|at|in|for|about|that|which|who|where)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?!children|women|men|need|seven|ten)\w+(?:ed|en|ught|eld|ade)\s*$", re.IGNORECASE)


def set_days(text: str, request: Request, published: str | None) -> Iterator[Span]:
    """Where the day stands that the act asked for is set for.

    “The audit in April 2026” has the same words: so a day counts that opens the sentence, that stands after a
    plain act ("publish its strategy in …") or someone who is to receive something; after any act it must come
    after the day on which the document was published.
    """
    for match in set_pattern().finditer(text):
        opens, after = match.start() == request.start, request.verb_start + len(request.verb)
        between = text[after : match.start()]
        if not request.verb or not _is_dated(match) or not (opens or match.start() > after):
            continue
        if _tells_of(between):
            continue
        plain = opens or _receives(between) or _is_plain(between)
        if plain or _comes_after(match.group(), published):
            yield match.span()


def _is_dated(match: re.Match[str]) -> bool:
    """More than a year: "in 2027" tells of what has been as often as of what is to come."""
    day = match["date"]
    return day is None or bool(_YEAR.search(day) and not _ONLY_YEARS.fullmatch(day))


def _comes_after(words: str, published: str | None) -> bool:
    day = find_date(words)
    return bool(day and published and day[: len(published)] > published[: len(day)])


def _tells_of(between: str) -> bool:
    """“The actions agreed in …", "the duties that come into force in …": another act had that day."""
    return bool(_DONE.search(between) or pattern("time", "other_days").search(between))


def _is_plain(between: str) -> bool:
    """“The survey of carers”, not "the findings of the survey" nor "the file on which …"."""
    event = pattern("time", "events").search(between.split(" of ")[-1]) if " of " in between else None
    return not (event or _ABOUT.search(between))


def _receives(between: str) -> bool:
    """“… to the board", "… to partners"."""
    found = _RECEIVER.search(between)
    return found is not None and names_an_actor(found["who"])
