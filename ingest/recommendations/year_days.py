"""Days that fall each year: Easter and Christmas, and the beginnings of terms and of years."""

from __future__ import annotations

import re
from datetime import date

from ingest.recommendations.words import vocabulary


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
