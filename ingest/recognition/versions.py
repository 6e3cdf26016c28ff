"""Versions: the date that a draft gives of itself, and how far a file's own date can be believed."""

from __future__ import annotations

import re

from ingest.recognition.days import NAMES, find_date, full_days
from ingest.recognition.evidence import Evidence

_WRITTEN = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{NAMES})\b[^\n]{{4,8}}|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}"
    rf"|(?:{NAMES})\b[^\n]{{4,14}}"
)
_VERSION = re.compile(
    rf"^\W*(?:(?:this|status|final|first|second|third|fourth|fifth|working|consultation|revised|latest|current|draft)\W+){{0,2}}"
    rf"(?:draft|version|revision|v(?=\d)|(?<=final )report|(?<=revised )report)"
    rf"(?:\s+(?:report|copy|for\s+\w+))?"
    rf"(?:\s*(?:no\.?\s*|number\s+)?v?\d+(?:\.\d+)*(?!\s+(?:{NAMES})\b)(?![\d/.]))?"
    rf"(?:\s+for\s+\w+)?[\s,:;(–-]*(?:of|dated|as\s+at)?[\s,:(–-]*(?P<date>{_WRITTEN})",
    re.IGNORECASE | re.MULTILINE,
)
_SOME_TIME_AGO = re.compile(
    rf"\b(?:in|since|during|from)\s+(?:(?:{NAMES})\s+)?(?P<year>20\d\d)\b", re.IGNORECASE
)
"""A month or year in which something was; what is to be done is told with "by", and of another year less."""
_LONG_BEFORE = 2
"""Of 98 documents that state when they came out, none names a day so many calendar years later."""


def version_date(lines: str) -> str | None:
    """The date beside "Draft of …", "Final report, …" at the beginning of a line; of several the last."""
    days = [find_date(found["date"]) for found in _VERSION.finditer(lines)]
    return max((day for day in days if day), default=None)


def made_on(evidence: Evidence) -> str | None:
    """When the file was made or last changed by its metadata; None where the text speaks of days years later.

    A document keeps the age of the template or of the older paper that it was written over.
    """
    text = evidence.text
    last = max((int(day[:4]) for day in full_days(text)), default=0)
    loosely = max((int(found["year"]) for found in _SOME_TIME_AGO.finditer(text)), default=0)
    made = (evidence.metadata.created, evidence.metadata.modified)
    return next((day for day in made if day and max(last, loosely - 1) - int(day[:4]) < _LONG_BEFORE), None)
