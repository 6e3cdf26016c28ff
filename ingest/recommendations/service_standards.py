"""Service standards: limits that run for every case anew, which are no deadline of the action itself.

"Within 28 days of becoming looked after" is a standard for each child's assessment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.recognition.days import find_date
from ingest.recommendations.actors import names_an_actor
from ingest.recommendations.date_patterns import set_pattern
from ingest.recommendations.recommendation import Span
from ingest.recommendations.request import Request
from ingest.recommendations.words import pattern

_OPEN_TO = re.compile(
    r"\b(?:which|that|who|where)\s+(?:[\w’'-]+\s+){1,6}?(?:can|may|could|will be able to)\s[^,;.]*$",
    re.IGNORECASE,
)
"""“A fund that any school can draw on within two days": how fast the thing works, once it is there."""

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_ONLY_YEARS = re.compile(r"[\d\s–/-]+")
_RECEIVER = re.compile(r"\b(?:to|with|before)\s+(?P<who>[^,;.]{2,60})$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:from|by|on|at|in|for|about|that|which|who|where)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?!children|women|men|need|seven|ten)\w+(?:ed|en|ught|eld|ade)\s*$", re.IGNORECASE)


def is_service_standard(text: str, match: re.Match[str], request: Request) -> bool:
    """Whether a time limit runs for every case anew, by the event it hangs on or by its subject."""
    anchor = (match.groupdict().get("anchor") or "").strip()
    if re.search(r"(?i)\bhours?\b|\bof\s+age\b", match.group()):
        return True
    before = text[: match.start()]
    if re.search(r"\bto\s+$", before) or _OPEN_TO.search(before) or _pace_of_replies(text, match, request):
        return True
    if anchor:
        if pattern("time", "report_events").search(anchor):
            return False
        if pattern("time", "case_events").search(anchor):
            return True
    return concerns_many_cases(text, match.start(), request)


def _pace_of_replies(text: str, match: re.Match[str], request: Request) -> bool:
    """“Referrals should be screened within one day", "reply to requests within 15 days": each time anew."""
    if not re.search(r"(?i)\bdays?\b", match.group()) or match.start() <= request.start:
        return False
    many = pattern("time", "case_subjects")
    if request.subject and request.form == "modal":
        subject = text[request.subject[0] : request.subject[1]].strip()
        if not re.match(r"(?i)(?:all\s+)?(?:the|this|these)\b", subject) and many.search(subject):
            return True
    before = text[request.start : match.start()]
    replies = re.search(r"(?i)\b(?:respond|reply|answer)\s+to\s+(?P<what>[^,.;]+)$", before)
    return bool(replies and many.search(replies["what"]))


def _each_of_many(before: str) -> bool:
    """“… that every first interview happens": a clause about each case."""
    return bool(re.search(r"(?i)\b(?:that|so)\s+(?:every|each|no)\s+(?:\w+\s+){1,6}$", before))


def concerns_many_cases(text: str, at: int, request: Request) -> bool:
    """Whether the clause before `at` says what is to hold for many cases ("ensure that all visits…")."""
    before = text[request.start : at]
    if _each_of_many(before):
        return True
    if re.match(r"(?i)(?:\W*)(?:within|immediately|urgently)", text[at:]) and not before.strip():
        return False
    if re.search(
        r"(?i)\bso that\b", before
    ):  # a purpose: how the service will be, not when the action is due
        return True
    nested = re.search(
        r"(?i)\b(?:ensure|ensuring|ensures|make sure|so that|monitor|improve)\b(?:\s+that)?(?P<what>[\s\S]*)",
        before,
    )
    if not nested:
        return False
    subject = re.split(r"\s(?:is|are|be|have|has|receive|get|can)\s", nested["what"], maxsplit=1)[0]
    return any(found.group().islower() for found in pattern("time", "case_subjects").finditer(subject))


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
