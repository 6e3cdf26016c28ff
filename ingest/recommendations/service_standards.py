"""Service standards: limits that run for every case anew, which are no deadline of the action itself.

"Within 28 days of becoming looked after" is a standard for each child's assessment.
"""

from __future__ import annotations

import re

from ingest.recommendations.request import Request
from ingest.recommendations.words import pattern

_OPEN_TO = re.compile(
    r"\b(?:which|that|who|where)\s+(?:[\w’'-]+\s+){1,6}?(?:can|may|could|will be able to)\s[^,;.]*$",
    re.IGNORECASE,
)
"""“A fund that any school can draw on within two days": how fast the thing works, once it is there."""


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
