"""Dates: when a document was published, as an ISO date of the precision known."""

from __future__ import annotations

import re
from functools import cache

from ingest.phrases import worded
from ingest.recognition.days import MONTH, NAMES, YEAR, find_date
from ingest.recognition.evidence import Evidence, Opening
from ingest.recognition.periods import PERIOD_YEAR, WORDS, covering, end_of, months_within, period
from ingest.recognition.versions import made_on, version_date
from prompts.load import load_data

_LONE_YEAR = re.compile(r"(?<![\d/–-])(?P<year>(?:19|20)\d\d)(?![\d/]|\s?[–-]\s?\d)")
_WEEKDAY = r"(?:\w+day|mon|tue|wed|thu|fri|sat|sun),?\s+"
_AFTER_LABEL = (
    rf"(?:\s+on|\s+by\s+[\w ]{{1,40}}?\s+(?:on|(?=\d)))?\s*[:–-]?\s*(?:{_WEEKDAY})?(?P<rest>[^\n]{{4,40}})"
)
_OF_ANOTHER = r"(?<!was )(?<!were )(?<!been )(?<!which )"
"""Before a label: "the inspection, which was published on" tells of another document than this one."""
_DATE_ONLY = re.compile(
    rf"^(?:\w+day,?\s+)?(?:[0-3]?\d(?:st|nd|rd|th)?\s+)?{MONTH},?\s+{YEAR}$|^[0-3]?\d[/.][01]?\d[/.](?:20)?\d\d$",
    re.IGNORECASE,
)
_reported = worded(WORDS, r"\b{reported}\b")
_BEGINS_WITH_DATE = re.compile(
    rf"(?:{_WEEKDAY})?[0-3]?\d(?:st|nd|rd|th)?\s+{MONTH},?\s+{YEAR}\s*[,;|–-]", re.IGNORECASE
)
_ENDS_IN_DATE = re.compile(
    rf"(?<!\bby )(?<!\bbefore )(?<!\buntil )(?<!\d)[0-3]?\d(?:st|nd|rd|th)?\s+{MONTH},?\s+{YEAR}\W*$",
    re.IGNORECASE,
)
"""A line's last words; what is due "by 2 March 2027" came out on another day."""
_MONTH_APART = re.compile(
    rf"(?:^|[,.;:|–-]\s*)(?P<when>{MONTH},?\s+{YEAR})\s*(?:[.;|]\s|\W*$)", re.IGNORECASE
)
_BEGINS_WITH_MONTH = re.compile(rf"(?P<when>{MONTH},?\s+{YEAR})\s*[.,;|–-]", re.IGNORECASE)
_position_at = worded(WORDS, r"\b{position}(?:\s+as)?\s+(?:at|of|on)\s+(?P<rest>[^\n]{4,30})")
_RANGE_OF_DAYS = re.compile(r"\bbetween\b|\bfrom\b.*\bto\b", re.IGNORECASE)
_FRONT_WORDS = 27
_SENTENCE = re.compile(r"(?<=\w[.;])\s+")
_SET_OFF = re.compile(
    rf"(?:^|[,;:|–-]\s+)(?:{_WEEKDAY})?[0-3]?\d(?:st|nd|rd|th)?\s+{MONTH},?\s+{YEAR}\W*$", re.IGNORECASE
)
"""A day that stands by itself at the end of a sentence: "Lena Orr, manager. 4 May", "To the board, 4 May"."""
_YEARS = re.compile(
    rf"(?:(?:{NAMES})\.?\s+)?(?P<first>(?:19|20)\d\d)\s*(?:to|and|until|–|-|/)\s*(?:(?:{NAMES})\.?\s+)?"
    r"(?P<last>(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""The years from and to which something runs, in none of which it need have come out."""


def published(evidence: Evidence, title: str) -> str | None:
    """The publication date by the best evidence there is: the one that is `stated`, else the end of the
    period covered, else what the file's metadata say; for inspections, whose reports come out weeks after
    the period, the metadata come before its end.
    """
    inspected = "inspection date" in _lines(evidence).lower()
    covered = period(evidence, title)
    months = covered and months_within(covered, evidence)
    found, end = stated(evidence, title), end_of(months or covered, title)
    if found:
        return end if end and len(found) == 4 and end[:4] == found and not inspected else found
    made = made_on(evidence)
    return made if made and inspected else end or made


def stated(evidence: Evidence, title: str) -> str | None:
    """The publication date that the words or the file's name give, if any.

    In this order: a labelled date in the opening, the day of whose position the title tells, a letter's
    date, a full date in the file name, a date in the title, a line near the top that is only a date, a year
    in the title or the file name.
    """
    title, whole = _YEARS.sub("", title), title
    name = re.sub(r"\s", "-", evidence.stem)
    named = find_date(name) or find_date(evidence.stem)
    lines = _lines(evidence)
    found = _labelled(lines) or _position(title) or version_date(lines) or _letter_date(evidence.opening)
    if not found and named and len(named) == 10:
        found = named
    found = found or find_date(title) or _lone_line_date(evidence.opening) or _year_in(title)
    found = found or named or _year_in(re.sub(r"[-_]", " ", PERIOD_YEAR.sub("", evidence.stem)))
    if found and len(found) == len("2025-10-31"):
        return found
    front = _front_date(evidence.opening, found and found[:4], whole)
    if front and (not found or front[: len(found)] >= found):
        return front
    return _front_month(evidence.opening, found) or found or _year_in(whole)


def _lines(evidence: Evidence) -> str:
    """The lines in which a label may give the date: not what a table tells of things within it."""
    return "\n".join(line for one in evidence.opening[:30] for line in _of_the_paper(one))


def _of_the_paper(one: Opening) -> list[str]:
    """A block's text; of a table's row the pairs of a name and a value ("Published | 2 May 2027"). A row
    that is numbered, or has words before its label, tells of an action or a paper in the table; so does one
    whose label has the day in its own cell ("Published 20 July").
    """
    cells = one.text.split(" | ")
    if not one.cells or len(cells) == 1:
        return [one.text]
    if len(cells) % 2 or cells[0].strip(" .)").isdigit():
        return []
    named = [pair for pair in zip(cells[::2], cells[1::2], strict=False) if not re.search(r"\d", pair[0])]
    pairs = [f"{name}: {value}" for name, value in named]
    return [pair for pair in pairs if any(label.match(pair) for label in _labels())]


@cache
def _labels() -> list[re.Pattern[str]]:
    """What stands before the day of publication, the surest first, with what stands behind."""
    return [
        re.compile(rf"{_OF_ANOTHER}\b(?:{'|'.join(labels)})\b{_AFTER_LABEL}", re.IGNORECASE)
        for labels in load_data(WORDS)["labels"]
    ]


def _labelled(text: str) -> str | None:
    """The date right after a label such as "Report published:"."""
    for label in _labels():
        for found in label.finditer(text):
            rest = found.group("rest")
            value = find_date(rest[:30])
            if value and re.match(rf"\W*(?:\d|{NAMES})", rest, re.IGNORECASE):
                return value
    return None


def _position(title: str) -> str | None:
    """The day in "improvement plan: position at 31 October 2025"."""
    found = _position_at().search(title)
    day = find_date(found["rest"]) if found else None
    return day if day and len(day) == len("2025-10-31") else None


def _letter_date(opening: tuple[Opening, ...]) -> str | None:
    """The date on a line of its own above "Dear …"."""
    greeting = next((at for at, one in enumerate(opening) if one.text.lower().startswith("dear ")), None)
    for one in opening[: greeting or 0]:
        if is_date(one.text):
            return find_date(one.text)
    return None


def _lone_line_date(opening: tuple[Opening, ...]) -> str | None:
    """A line near the top that is nothing but a date."""
    return next((find_date(one.text) for one in opening[:8] if is_date(one.text)), None)


def _front_date(opening: tuple[Opening, ...], year: str | None, title: str) -> str | None:
    """The full date in the lines between the title and the text ("Reported to the committee on …", "a board,
    19 June 2024"), of the `year` known and not before the years in the title.
    """
    least = _first_year(title) or int(year or 0)
    run = _YEARS.search(title)
    most = int(run["last"]) + 1 if run else least + 1
    for at, one in enumerate(opening[:6]):
        line = one.text
        if len(line.split()) > _FRONT_WORDS and _is_below_title(opening, at):
            line = _SENTENCE.split(line)[0]
        if (
            (one.cells and not _of_the_paper(one))
            or len(line.split()) > _FRONT_WORDS
            or _RANGE_OF_DAYS.search(line)
            or covering().search(line)
        ):
            continue
        labelled = _reported().search(line)
        edge = _ENDS_IN_DATE.search(line) or _BEGINS_WITH_DATE.match(line)
        value = find_date(line[labelled.end() :]) if labelled else find_date(line)
        if edge and not labelled and len(value or "") < len("2026-05-04"):
            value = find_date(edge.group())
        if not value or len(value) < 10 or (least and not least <= int(value[:4]) <= most):
            continue
        # A heading may begin with the day and place of a meeting; one that ends with a day tells of another.
        above = all(before.heading for before in opening[:at])
        if labelled or (edge and (not one.heading or (at and above and edge.start() == 0))):
            return value
        if _is_below_title(opening, at) and (apart := _set_off(line)):
            return apart
    return None


def _is_below_title(opening: tuple[Opening, ...], at: int) -> bool:
    """Whether a line stands right below the first one, or below the first heading."""
    headings = [place for place, one in enumerate(opening[:at]) if one.heading]
    return at == 1 or headings == [at - 1]


def _set_off(line: str) -> str | None:
    """The day that ends a sentence of the line below the title and is no part of what it says."""
    found = (_SET_OFF.search(part) for part in _SENTENCE.split(line))
    return next((find_date(match.group()) for match in found if match), None)


def _first_year(title: str) -> int | None:
    """The earliest year of a paper so titled: that before the years it runs for, else the last it names."""
    if run := _YEARS.search(title):
        return int(run["first"]) - 1
    return max((int(one) for one in re.findall(r"(?:19|20)\d\d", title)), default=None)


def _front_month(opening: tuple[Opening, ...], year: str | None) -> str | None:
    """The month at the edge of a line between the title and the text ("Jo Field, manager. May 2026"),
    of the `year` where that alone is known.
    """
    if year and len(year) > len("2026"):
        return None
    for one in opening[:4]:
        titled = one.heading and not _reported().search(one.text)
        if titled or one.cells or len(one.text.split()) > _FRONT_WORDS or covering().search(one.text):
            continue
        found = _MONTH_APART.search(one.text) or _BEGINS_WITH_MONTH.match(one.text)
        value = find_date(found["when"]) if found and not _RANGE_OF_DAYS.search(one.text) else None
        if value and len(value) == len("2026-05") and (not year or value[:4] == year):
            return value
    return None


def is_date(text: str) -> bool:
    """Whether a line is nothing but a date."""
    return bool(_DATE_ONLY.match(text.strip()))


def _year_in(text: str) -> str | None:
    """The last year that stands alone in a text."""
    years = [found.group("year") for found in _LONE_YEAR.finditer(text)]
    return years[-1] if years and 1980 <= int(years[-1]) <= 2100 else None
