"""Periods: which time a document covers, as ISO dates of the precision known."""

from __future__ import annotations

import re

from ingest.phrases import worded
from ingest.recognition.days import MONTH, NAMES, YEAR, month_number
from ingest.recognition.evidence import Evidence
from ingest.recommendations.dates import quarter_end

WORDS = "vocabulary/dates.yaml"
PERIOD_YEAR = re.compile(r"\b(?P<first>20\d\d)\s*[/–-]\s*(?P<last>(?:20)?\d\d)\b(?!\s*[-/]\s*\d)")
_PART = re.compile(r"\b(?:half|quarter|q[1-4]|months)\b", re.IGNORECASE)
"""Words of a line that tells of a part of a year."""
_RANGE = re.compile(
    rf"(?P<d1>[0-3]?\d(?:st|nd|rd|th)?\s+)?(?P<m1>{NAMES})?\s*(?P<y1>(?:19|20)\d\d)?\s*(?:to|[–-]|and|until)\s*(?P<d2>[0-3]?\d(?:st|nd|rd|th)?\s+)?"
    rf"(?P<m2>{NAMES})\.?,?\s+(?P<y2>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
covering = worded(WORDS, r"\b{covers}\b")
"""Words of a line that says which time is covered, not when the document came out."""


def period(evidence: Evidence, title: str) -> str | None:
    """The time a document covers: "2015/16", or first and last date with a slash between."""
    for text in (title, evidence.stem):
        if found := _financial_year(text):
            return found
    covers = [one.text for one in evidence.opening[:15] if covering().search(one.text)]
    short = [one.text for one in evidence.opening[:4] if len(one.text.split()) <= 12]
    for text in (title, *covers, *short):
        if found := _range(text):
            return found
    return next(filter(None, (_financial_year(one.text) for one in evidence.opening[:4])), None)


def months_within(year: str, evidence: Evidence) -> str | None:
    """The months of a financial year to which the first lines limit a paper ("Half-year report, April to
    September 2026"); None where they name none, or the whole year.
    """
    if len(year) != len("2026/27"):
        return None
    first, last = f"{year[:4]}-04", f"{int(year[:4]) + 1}-03"
    found = [_range(one.text) for one in evidence.opening[:4] if _PART.search(one.text)]
    months = [one for one in found if one and len(one) == len("2026-04/2026-09")]
    year_in_full = f"{first}/{last}"
    return next((one for one in months if first <= one[:7] and one[8:] <= last and one != year_in_full), None)


def end_of(covered: str | None, title: str) -> str | None:
    """The last date of a period; of a year the end of the quarter of it that the title names."""
    if not covered:
        return None
    first, _, last = covered.partition("/")
    quarter = quarter_end(title) if len(last) == 2 else None
    if quarter:
        return f"{quarter:%Y-%m}"
    return f"{first[:2]}{last}" if len(last) == 2 else last or first


def _financial_year(text: str) -> str | None:
    """The year "2015/16" from "2015-16" or "2015/2016"; years further apart stay a range."""
    for found in PERIOD_YEAR.finditer(text):
        first, last = int(found["first"]), found["last"]
        if int(last) % 100 == (first + 1) % 100:
            return f"{first}/{int(last) % 100:02d}"
        if len(last) == 4 and int(last) > first:
            return f"{first}/{last}"
    return None


def _range(text: str) -> str | None:
    """The period "2017-01-16/2017-02-09" from "16 January 2017 to 9 February 2017"."""
    found = _RANGE.search(text)
    if not found or not (found["m1"] or found["d1"] or found["y1"]):
        single = re.search(
            rf"(?P<day>[0-3]?\d)\s*(?:to|[–-]|and)\s*(?P<d2>[0-3]?\d)\s+{MONTH}\s+{YEAR}",
            text,
            re.IGNORECASE,
        )
        if not single:
            return None
        month, year = month_number(single["month"]), single["year"]
        return f"{year}-{month:02d}-{int(single['day']):02d}/{year}-{month:02d}-{int(single['d2']):02d}"
    last_month, year = month_number(found["m2"]), found["y2"]
    first_month = month_number(found["m1"]) if found["m1"] else last_month
    first = f"{found['y1'] or year}-{first_month:02d}" + _day(found["d1"])
    return f"{first}/{year}-{last_month:02d}" + _day(found["d2"])


def _day(text: str | None) -> str:
    """The ending "-09" for "9 " or "9th "; "" where no day is given."""
    number = re.match(r"\d+", text or "")
    return f"-{int(number.group()):02d}" if number else ""
