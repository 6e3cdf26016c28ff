"""Time limits: the days to which a question is limited ("between 2022 and 2024", "before the review")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.actions.days import last_day
from assistant.comparison.split import asks_for_change
from assistant.contradictions.periods import Period, period_of
from assistant.understanding.papers_called import called_by
from assistant.understanding.periods import RULES
from assistant.understanding.plain_filters import plain_period
from assistant.words import YEAR
from ingest.phrases import any_listed, word_set
from ingest.recognition.days import NAMES, whole_date
from ingest.records import DocumentRecord

_DAY = r"(?:the\s+(?:start|end)\s+of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
_TIME = rf"(?:{_DAY}(?:{NAMES})(?:\s+(?:19|20)\d\d)?|(?:19|20)\d\d(?:[-–/](?:20)?\d\d)?)\b"
_DATED = re.compile(rf"\b{_TIME}|\b\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d\b", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\b(?:between|from)\s+(?P<first>{_TIME})\s+(?:and|to|until)\s+(?P<last>{_TIME})", re.IGNORECASE
)
_BEFORE = re.compile(rf"\bbefore\s+(?P<last>{_TIME})(?=\W*$|\s*[,;:])", re.IGNORECASE)
_PAPER = re.compile(
    r"\b(?P<way>since|(?<!days )(?<!weeks )(?<!long )before)\s+(?P<paper>(?:the|our)\s+[^?.,;:]+)"
    r"(?=\W*$|[,;:])",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(rf"\b(?:in|during|over)\s+(?P<month>(?:{NAMES})\s+(?:19|20)\d\d)\b", re.IGNORECASE)
_YEARS = re.compile(r"\d{4}[-–/](?:20)?\d\d")
_IN_YEAR = re.compile(r"\bin\s+(?P<year>(?:19|20)\d\d)\b(?![-–/]\d)")


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """From `first` to `last`, ISO days, both inside, "" for no end.

    `name` is what an answer calls it, `rest` the text without its words.
    """

    first: str
    last: str
    name: str
    rest: str

    @property
    def closed(self) -> bool:
        """Whether it begins and ends."""
        return bool(self.first and self.last)

    def days_off(self, day: str) -> int:
        """How many days an ISO date is before or after it."""
        ends = (date.fromisoformat(end) for end in (self.first, self.last) if end)
        return min(abs((date.fromisoformat(day) - end).days) for end in ends)

    def meets(self, days: Period) -> bool:
        """Are any of these days within it?"""
        return days[1] >= self.first and (not self.last or days[0] <= self.last)

    def holds(self, record: DocumentRecord) -> bool:
        """Did the paper come out within it, or is all that it reports on of then?

        What comes out within it and reports on an earlier time is of that.
        """
        covered = period_of(record.period) if self.closed else None
        if covered and self.first <= covered[0] and covered[1] <= self.last:
            return True
        out = days_of(record.published or "")
        return out is not None and self.meets(out) and (covered is None or self.meets(covered))


def limit_in(text: str, records: Sequence[DocumentRecord], *, in_year: bool = False) -> TimeLimit | None:
    """The time that the text limits its question to; None for none. `in_year`: a year alone is one too.

    Years between which something is to have changed are set side by side instead.
    """
    if (found := _BETWEEN.search(text)) and not asks_for_change(text):
        last, first = days_of(found["last"]), days_of(found["first"], found["last"])
        if first and last and first[0] <= last[1]:
            return TimeLimit(first[0], last[1], _named(found[0]), _without(text, found))
    if (found := _BEFORE.search(text)) and (days := days_of(found["last"])):
        return TimeLimit("", _day_before(days[0]), _named(found[0]), _without(text, found))
    if (found := _PAPER.search(text)) and (limit := _by_paper(text, found, records)):
        return limit
    rest, period = plain_period(text, records)
    if period.endswith("/9999") and (days := days_of(period.removesuffix("/9999"))):
        said = re.search(r"\bsince\b[^?.,;:]*", text, re.IGNORECASE)
        return TimeLimit(days[0], "", _named(said[0] if said else ""), _tidy(rest))
    found = _IN_MONTH.search(text)
    if found and asks_what_happened(_without(text, found)) and (days := days_of(found["month"])):
        return TimeLimit(*days, found["month"], _without(text, found))
    if in_year and (found := _IN_YEAR.search(text)) and (days := days_of(found["year"])):
        return TimeLimit(*days, found["year"], _without(text, found))
    return None


def asks_what_happened(rest: str) -> bool:
    """Does a question, without its words for a time, ask what happened and no more?"""
    return any_listed(RULES, "happened").fullmatch(" ".join(rest.split()).strip(" ?.!")) is not None


def days_of(words: str, beside: str = "") -> Period | None:
    """The days of a time in words, or of an ISO date; a month alone is of the year named `beside` it."""
    told = re.sub(r"^the\s+(?:start|end)\s+of\s+", "", words.strip(), flags=re.IGNORECASE)
    if not YEAR.search(told):
        told = " ".join((told, *YEAR.findall(beside)[:1]))
    years = period_of(told.replace("–", "-")) if _YEARS.fullmatch(told) else None
    if years and years[1][2:4] == told[-2:]:
        return years
    day = whole_date(told)
    return (f"{day}-01-01"[:10] if len(day) == 4 else f"{day}-01"[:10], last_day(day)) if day else None


def times_in(text: str) -> Iterator[Period]:
    """The days of each time that a text names with its year, but for one by which or since when."""
    for found in _DATED.finditer(text):
        behind = text[: found.start()].lower().split()[-1:]
        if YEAR.search(found[0]) and not word_set(RULES, "not_then") & {*behind}:
            yield from filter(None, [days_of(found[0])])


def _by_paper(text: str, found: re.Match[str], records: Sequence[DocumentRecord]) -> TimeLimit | None:
    """Since or before a paper that is called. What came of an inspection is asked of later papers anyhow."""
    called = called_by(found["paper"], records)
    papers = [one for one in called.papers if len(one.published or "") == len("2024-05-22")]
    since = found["way"].lower() == "since"
    if not papers or (since and papers[0].kind == "inspection") or not (since or len(called.papers) == 1):
        return None
    day = papers[0].published or ""
    first, last = (_day_after(day), "") if since else ("", _day_before(day))
    return TimeLimit(first, last, _named(found[0]), _without(text, found))


def _named(words: str) -> str:
    return f"the time {' '.join(words.split())}"


def _without(text: str, found: re.Match[str]) -> str:
    return _tidy(text[: found.start()] + text[found.end() :])


def _tidy(text: str) -> str:
    return re.sub(r"[\s,]+([?.,])", r"\1", " ".join(text.split())).strip(" ,")


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
