"""Period: the months a ledger judges; by default the latest 24 with documents; when one counts as said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.errors import UsageError
from ingest.records import DocumentRecord

MONTHS = 24
"""Length of the default period."""


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both months "2023-07", both inside; "" where nothing is dated."""

    first: str
    last: str

    def __str__(self) -> str:
        return f"{self.first}/{self.last}" if self.first else ""

    def holds(self, published: str | None) -> str:
        """Where a date of any precision falls: "in", "earlier", "later" or "undated".

        A year is in where any of its months is: nobody knows better.
        """
        if not published or not self.first:
            return "undated" if self.first else "in"
        known = min(len(published), 7)
        if published[:known] < self.first[:known]:
            return "earlier"
        return "later" if published[:known] > self.last[:known] else "in"


def choose_period(asked: str | None, published: Iterable[str | None], as_of: str) -> Period:
    """The period asked for ("2023", "2023-07/2025-06"), or the latest 24 months up to `as_of`. UsageError."""
    if asked:
        return _read(asked)
    dates = sorted(date for date in published if date and date[: len(as_of)] <= as_of[: len(date)])
    if not dates:
        return Period("", "")
    last = min(_month([date for date in dates if date[:4] == dates[-1][:4]]), as_of[:7])
    return Period(_months_before(last, MONTHS - 1), last)


def _read(asked: str) -> Period:
    first, _, last = asked.strip().partition("/")
    years = re.fullmatch(r"((?:19|20)\d\d)([-/])(\d\d)", asked.strip())
    if (
        years
        and _follows(years.group(1), years.group(3))
        and (years.group(2) == "/" or years.group(3) > "12")
    ):
        return Period(f"{years.group(1)}-04", f"{int(years.group(1)) + 1}-03")
    for part in (first, last or first):
        if not re.fullmatch(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?", part):
            raise UsageError(f"“{asked}” is no period.", "Write 2024, 2023-24, 2024-03, or 2023-07/2025-06.")
    end = last or first
    start = f"{first}-01" if len(first) == 4 else first[:7]
    stop = f"{end}-12" if len(end) == 4 else end[:7]
    if start > stop:
        raise UsageError(f"“{asked}” ends before it begins.", "Write the earlier month first.")
    return Period(start, stop)


def _follows(year: str, next_year: str) -> bool:
    """Is it a financial year, "2023-24"? "2011-12" is December; "2011/12" is the year."""
    return (int(year) + 1) % 100 == int(next_year)


def _month(dates: list[str]) -> str:
    """The last month that dates of one year name; its December where they name none."""
    return max((date[:7] for date in dates if len(date) >= 7), default=f"{dates[-1][:4]}-12")


def _months_before(month: str, number: int) -> str:
    count = int(month[:4]) * 12 + int(month[5:7]) - 1 - number
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def dated(record: DocumentRecord) -> str | None:
    """When it was published, or the end of the time it covers where no date is known.

    Papers for a meeting bear its day and are read before it: they count from the day they were added.
    """
    if record.published:
        return min(record.published, record.added[:10])
    if not record.period:
        return None
    years = re.fullmatch(r"(\d{4})/(\d\d)", record.period)
    return f"{years.group(1)[:2]}{years.group(2)}-03" if years else record.period.rpartition("/")[2] or None


def newest_first(record: DocumentRecord) -> tuple[int, ...]:
    """A key by which the newest document comes first and one without a date last."""
    return (*(-ord(character) for character in dated(record) or ""), 0)
