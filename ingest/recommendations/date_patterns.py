"""Date patterns: how a date is written, what makes it a deadline, and days that fall each year."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from ingest.phrases import VALUES
from ingest.recognition.days import NAMES
from ingest.recommendations.words import vocabulary

_YEAR = r"(?:19|20)\d{2}"
_SPAN_YEAR = rf"{_YEAR}\s*[–/-]\s*(?:\d{{4}}|\d{{2}})\b"
_SHORT_SPAN = r"\d{2}\s*[/–-]\s*\d{2}\b"
_KIND_OF_YEAR = r"(?:financial|academic|calendar|school|municipal)"
_MEETING = r"(?:[\w’'-]+\s+){0,3}?(?:meeting|session|conference)"


@cache
def quarter_form() -> str:
    """A quarter of a year: "Q2", "quarter two", "the second quarter"."""
    names = vocabulary("time")["quarters"]
    counted, ranked = (
        "|".join(name for name in names if (name in VALUES) is plain) for plain in (True, False)
    )
    return rf"(?:q[1-4]|quarter\s+(?:[1-4]|{counted})|(?:{ranked})\s+quarter)"


@cache
def _date() -> str:
    lists = vocabulary("time")
    months, season, festival = NAMES, "|".join(lists["seasons"]), "|".join(lists["festivals"])
    day = r"\d{1,2}\s*(?:st|nd|rd|th)?"
    return (
        rf"(?:{day}\s+(?:of\s+)?(?:{months})\.?,?\s+{_YEAR}|(?:{months})\.?\s+{day},?\s+{_YEAR}"
        rf"|{day}-(?:{months})-(?:{_YEAR}|\d{{2}}\b)|{day}\s+(?:{months})\.?\s+(?:[’']\d{{2}}\b|\d{{2}}\b(?!\s+\w))"
        rf"|\d{{1,2}}[/.]\d{{1,2}}[/.](?:{_YEAR}|\d{{2}})"
        rf"|{_YEAR}-\d{{2}}-\d{{2}}|(?:{months})\.?,?\s+{_YEAR}|{day}\s+(?:{months})\b"
        rf"|{quarter_form()}(?:\s+(?:of\s+)?(?:the\s+)?(?:{_SPAN_YEAR}|{_YEAR}|{_SHORT_SPAN}))?"
        rf"|(?:the\s+)?(?:{season})(?:\s+term)?\s+(?:of\s+)?{_YEAR}|(?:the\s+)?(?:{season})\s+(?:term|recess)(?:\s+{_YEAR})?"
        rf"|(?:{festival})(?:\s+{_YEAR})?|(?:the\s+)?{_SPAN_YEAR}\s+(?:{_KIND_OF_YEAR}\s+)?year\b"
        rf"|(?:{_SPAN_YEAR})|{_YEAR}|(?:{months})\b"
        rf"|(?:the\s+)?(?:current|this|next|coming|new)?\s*{_KIND_OF_YEAR}\s+year(?:\s+(?:{_SPAN_YEAR}|{_YEAR}))?"
        rf"|(?:the\s+)?(?:end\s+of\s+)?(?:this|the)\s+(?:year|month|term))"
    )


@cache
def date_pattern() -> re.Pattern[str]:
    """A date of any precision, without the preposition that makes it a deadline."""
    return re.compile(_date(), re.IGNORECASE)


@cache
def set_pattern() -> re.Pattern[str]:
    """A date with its year, or a body's meeting of a month, that an act can be set for: "in April 2027"."""
    bodies = "board|committee|panel|executive|cabinet|forum|group"
    body = rf"(?:[\w’'-]+\s+){{0,2}}?(?:{_MEETING}|(?:{bodies})(?:\s+(?:group|meeting))?)"
    return re.compile(
        rf"(?<![\w-])(?:(?:in|on|during)\s+(?:early\s+|late\s+|mid-?\s*)?(?P<date>{_date()})"
        rf"|(?:at|to|for)\s+(?:its|their|the|a)\s+(?:{NAMES})\s+{_YEAR}\s+{body})(?![\w])",
        re.IGNORECASE,
    )


@cache
def due_pattern() -> re.Pattern[str]:
    """A date with the words that make it a deadline: "by", "before the end of"."""
    opener = (
        r"(?:(?:by\s+)?(?:no|not)\s+later\s+than|by|before|prior\s+to|ahead\s+of|in\s+advance\s+of|"
        r"(?:and\s+)?in\s+any\s+event\s+by|until|on\s+or\s+before|"
        r"with\s+effect\s+from|to\s+be\s+completed\s+by|due|deadline:?|ready\s+for|first\s+in|first\s+by|"
        r"starting\s+(?:in|from)|beginning\s+in|in\s+time\s+for|(?<=meeting\s)(?:in|on)|"
        r"from(?=\s+\d{1,2}\s+\w+\s+\d{4}(?!\s*(?:to|until|–|-)))|"
        rf"from(?=\s+(?:{NAMES})\s+{_YEAR}[.;]?$)|"
        rf"(?:within|during|in)(?=\s+(?:the\s+)?(?:{_SPAN_YEAR}\s+(?:{_KIND_OF_YEAR}\s+)?year|"
        rf"(?:current|next|coming)\s+{_KIND_OF_YEAR}\s+year)))"
    )
    hour = r"(?:(?:close\s+of\s+(?:business|play)|cop|cob|noon|midday|midnight)\s+(?:on\s+)?)?"
    weekday = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    edge = (
        r"(?:(?:the\s+)?(?:end|beginning|start|middle|close)\s+(?:of\s+)?(?:the\s+)?|"
        r"early\s+|late\s+|mid-?\s*)?"
    )
    return re.compile(
        rf"(?<![\w-]){opener}\s+{hour}{edge}{weekday}(?:the\s+)?{_date()}(?![\w])", re.IGNORECASE
    )


@cache
def meeting_pattern() -> re.Pattern[str]:
    """“At its November meeting" (with `month`), "by the next Board meeting", "in this Parliament"."""
    opener = r"(?:at|by|for|before|in\s+time\s+for|no\s+later\s+than)"
    return re.compile(
        rf"(?<![\w-])(?:at\s+(?:its|their|the|a)\s+(?P<month>(?:{NAMES})(?:\s+{_YEAR})?)\s+{_MEETING}"
        rf"|{opener}\s+(?:its|their|the)\s+(?:next|first|following|forthcoming)\s+{_MEETING}"
        r"|(?:in|within|during|before\s+the\s+end\s+of|by\s+the\s+end\s+of)\s+(?:this|the\s+(?:next|current|present))\s+"
        r"(?:parliamentary\s+)?(?:parliament|session|term))(?![\w])",
        re.IGNORECASE,
    )


def festival_day(words: str, base: date | None) -> date | None:
    """The day of a festival in the year named, else the next one after `base`; None where it names none."""
    name = re.search(rf"(?i)\b({'|'.join(vocabulary('time')['festivals'])})\b", words)
    year = re.search(r"\b(\d{4})\b", words)
    if not name or not (year or base):
        return None
    if year:
        return _festival(name[1].lower(), int(year[1]))
    assert base is not None
    this_year = _festival(name[1].lower(), base.year)
    return this_year if this_year >= base else _festival(name[1].lower(), base.year + 1)


def _festival(name: str, year: int) -> date:
    if name == "easter":
        return easter_sunday(year)
    return date(year, 12, 25) if name == "christmas" else date(year, 1, 1)


def easter_sunday(year: int) -> date:
    """Easter in the Gregorian calendar, by the anonymous algorithm printed in Nature, 20 April 1876."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skipped = century // 4, century % 4
    moon = (century + 8) // 25
    epact = (19 * golden + century - leap - (century - moon + 1) // 3 + 15) % 30
    week = (32 + 2 * skipped + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * week) // 451
    month, day = divmod(epact + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def beginning_of(words: str, last: date) -> date:
    """The beginning of what ends on `last`: a term, any year (its first quarter), a month (its tenth)."""
    starts = vocabulary("time")["term_starts"]
    term = re.search(rf"(?i)\b({'|'.join(starts)})\b", words)
    if term:
        month, day = starts[term[1].lower()]
        return date(last.year, month, day)
    if re.search(r"(?i)academic|school", words):
        return date(last.year - 1, 9, 10)
    if re.search(r"(?i)financial|municipal|\d{4}\s*[–/-]\s*\d", words):
        return date(last.year - 1, 4, 10)
    return last.replace(day=10) if re.search(r"[a-z]{3}", words.lower()) else date(last.year, 3, 31)
