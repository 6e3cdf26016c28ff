"""Reckoning: what a register is to be reckoned for ("the most", "due next"), and the question without it."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar

from assistant.actions.due import due_of
from assistant.in_words import MONTHS, day_in_words, filled
from assistant.understanding.papers_called import sort_called
from ingest.phrases import ONE_OR_MORE, VALUES, any_listed, stands_in, worded
from prompts import load_data

RULES = "vocabulary/reckoned.yaml"
OPEN = "9999"
"""The end of a period that has none."""
OTHERS, TOP = 3, 6
"""So many groups are named behind that which has most, and so many that have as much as it."""
PARTS = ("document", "area", "year")
"""What stands in no such group is none of the things asked for ("Which review made the most?")."""
_SLOT = re.compile(r"\{(\w+)\}")
_UNITS = "day|week|fortnight|month|quarter|year"
_SPAN = re.compile(
    rf"(?P<which>\w+) (?:(?P<number>\d+|{ONE_OR_MORE}) )?(?P<april>financial )?(?P<unit>{_UNITS})s?"
)
_until = worded(RULES, r"(?:(?P<before>{words.before})|{words.by}) (?P<end>{words.end} )?")
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """`how` it is reckoned, by which group, within which span of days, and the `rest` of the question.

    `kinds`: only papers of these are groups ("Which review made the most?").
    """

    how: str
    rest: str
    by: str = ""
    kinds: frozenset[str] = frozenset()
    when: str = ""

    @property
    def state(self) -> str:
        """The state of actions that is meant where the question names none."""
        return str(load_data(RULES)["hows"][self.how]["state"])

    @property
    def alone(self) -> bool:
        """Whether the question may do without a word for actions."""
        return bool(load_data(RULES)["hows"][self.how].get("alone"))


def reckoning_of(said: str) -> Reckoning | None:
    """What a question without its mark is to be reckoned for; None for any other question."""
    for how, form in _forms():
        if found := form.fullmatch(said):
            parts = found.groupdict("")
            rest = " ".join(words for name, words in parts.items() if name.startswith("rest"))
            words = parts.get("group", "").lower()
            grouped = how in ("most", "each")
            by = ("theme" if parts.get("by_theme") else _group_called(words) or "owner") if grouped else ""
            kinds = frozenset(sort_called(words)[1].get("kinds", ())) if by == "document" else frozenset()
            when = next((parts[name] for name in ("when", "month", "until") if parts.get(name)), "")
            return Reckoning(how, " ".join(rest.split()), by, kinds, when)
    return None


def names_topic(text: str) -> bool:
    """Whether what a question names is what things are about, and not whose they are."""
    return bool(any_listed(RULES, "topic").search(text))


@cache
def nothing_more() -> frozenset[str]:
    """Words that say nothing more of what is to be reckoned."""
    return frozenset(load_data(RULES)["fillers"].split())


def by_group(
    reckoning: Reckoning,
    things: Sequence[T],
    names_of: Callable[[T], Iterable[str]],
    words: Mapping[str, Any],
) -> tuple[list[T], str]:
    """The things of the group that has the most, or all of each group's, and the sentence that counts them.

    `words` fill it in; its `counted` is a form for so many of the things.
    """
    answer = load_data(RULES)["answer"]
    named = [(one, tuple(names_of(one))) for one in things]
    if reckoning.by in PARTS:
        named = [(one, names) for one, names in named if names]
    counts = Counter(name for _, names in named for name in names)
    if not counts:
        return [], ""
    largest = sorted(counts, key=lambda name: (-counts[name], name))
    top = [name for name in largest if counts[name] == counts[largest[0]]]
    values = {**words, "group": answer["groups"][reckoning.by], "of": len(named)}
    if reckoning.by == "document":
        values["papers"] = len(counts)
    left = sum(not names for _, names in named)
    values["unnamed"] = filled(answer["unnamed"], **(values | {"count": left})) if left else ""
    if reckoning.how == "each":
        order = sorted(counts) if reckoning.by == "year" else largest
        count = len(named)
        values["groups"] = ", ".join(f"{name} {counts[name]}" for name in order)
        heads = [*((name,) for name in order), ()]
        listed = [one for head in heads for one, names in named if names[:1] == head]
    else:
        others = [f"{name} {counts[name]}" for name in largest[len(top) : len(top) + OTHERS]]
        count = counts[top[0]]
        more = filled(answer["more"], count=len(top) - TOP) if len(top) > TOP else ""
        values["names"], values["each"] = ", ".join(top[:TOP]) + more, answer["of_each"] if top[1:] else ""
        values["then"] = filled(answer["then"], others=", ".join(others)) if others else ""
        listed = [one for one, names in named if not set(names).isdisjoint(top)]
    counted = filled(words["counted"], count=count)
    return listed, filled(answer[reckoning.how], **(values | {"counted": counted}))


def in_period(day: str | None, period: str) -> bool:
    """Whether an ISO day lies in a period: a year, "2021/2023", "2024/9999", or "2023-24", from April on."""
    first, last = _ends(period)
    return bool(day) and first <= str(day)[: len(first)] and str(day)[: len(last)] <= last


def time_in_words(period: str) -> str:
    """Such a period as an answer names it."""
    first, _, last = period.partition("/")
    answer = load_data(RULES)["answer"]
    if last == OPEN:
        return filled(answer["onwards"], first=day_in_words(first))
    return filled(answer["between"], first=first, last=last) if last else first


def _ends(period: str) -> tuple[str, str]:
    first, _, last = period.partition("/")
    if not last and len(first) > len("2023"):
        return f"{first[:4]}-04", f"{int(first[:4]) + 1}-03"
    return first, last or first


def span_of(when: str, as_of: str) -> tuple[str, str] | None:
    """The first and the last ISO day of a span that is named on a day; None where it names none."""
    if until := _until().match(when):
        named = span_of(when[until.end() :], as_of)
        if named is None:
            return None
        eve = date.fromisoformat(named[0]) - timedelta(1)
        return as_of, eve.isoformat() if until["before"] and not until["end"] else named[1]
    found = _SPAN.search(when.lower())
    if not found:
        last, _ = due_of(when, as_of)
        return (_first(when, last), last) if last else None
    today, unit = date.fromisoformat(as_of), found["unit"]
    this = found["which"] in load_data(RULES)["this"]
    if found["number"] or unit == "fortnight":
        last, _ = due_of(_in_units(found["number"] or "1", unit), as_of)
        return (as_of, last) if last else None
    if unit in ("day", "week"):
        first = today if unit == "day" else today - timedelta(today.weekday())
        length = 1 if unit == "day" else 7
        first += timedelta(0 if this else length)
        return first.isoformat(), (first + timedelta(length - 1)).isoformat()
    months, since = _MONTHS_IN[unit], 3 if found["april"] else 0
    begins = (today.month - 1 - since) // months * months + since + (0 if this else months)
    first = _month(today.year, begins)
    ends = _month(today.year, begins + months - 1)
    return first.isoformat(), ends.replace(day=calendar.monthrange(ends.year, ends.month)[1]).isoformat()


def _first(when: str, last: str) -> str:
    """The first day of a year, a month or a day that words name, by its last."""
    if when.isdigit():
        return f"{last[:4]}-01-01"
    is_month = not when[0].isdigit() and any(stands_in(when, name, re.IGNORECASE) for name in MONTHS)
    return f"{last[:7]}-01" if is_month else last


def _in_units(number: str, unit: str) -> str:
    """So many quarters or fortnights as months or weeks, which deadlines are worked out in."""
    count = int(number) if number.isdigit() else VALUES.get(number, 1)
    count, unit = {"quarter": (count * 3, "month"), "fortnight": (count * 2, "week")}.get(unit, (count, unit))
    return f"{count} {unit}s"


def _month(year: int, months: int) -> date:
    return date(year + months // 12, months % 12 + 1, 1)


def _group_called(words: str) -> str:
    groups: dict[str, list[str]] = load_data(RULES)["groups"]
    return next((by for by, names in groups.items() if re.fullmatch("|".join(names), words)), "")


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules: dict[str, Any] = load_data(RULES)
    groups = [name for names in rules["groups"].values() for name in names]
    parts = {name: "|".join(words) for name, words in rules["words"].items()}
    parts |= {"number": ONE_OR_MORE, "month": "|".join(MONTHS), "group": "|".join(groups)}
    return tuple(
        (rule["how"], re.compile(_filled(rule["form"], parts), re.IGNORECASE)) for rule in rules["forms"]
    )


def _filled(form: str, parts: dict[str, str]) -> str:
    """A form with its slots filled: each {rest} is a group of its own, all other words are whole ones."""
    rests = iter(range(form.count("{rest}")))

    def part(slot: re.Match[str]) -> str:
        if slot[1] == "rest":
            return f"(?P<rest{next(rests)}>.*?)"
        words = _SLOT.sub(part, parts[slot[1]])
        if slot[1] == "group":
            return rf"(?P<group>{words})(?![\w-])"
        return rf"(?<![\w’'-])(?:{words})(?![\w-])"

    return _SLOT.sub(part, form)
