"""Summary: a register's actions counted by agency and theme, and what was looked at again after a year."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.actions.action import Action, ActionRegister, Field
from assistant.actions.days import last_day

LOOK_BACK_MONTHS = 12
"""After so many months the responsible officers show that a review's actions are done, and their effect."""

NOT_IN_TIME = ("late", "overdue")
"""What the papers say was not in time. What is past due and not reported on is counted apart."""
UNREPORTED = "not_reported_since"
NO_AGENCY = "no agency named"
NO_THEME = "no theme"


@dataclass(frozen=True, slots=True)
class Count:
    """Actions of one agency or theme. `reported` were reported on in the quarter that ends on the day."""

    name: str
    actions: tuple[Action, ...]
    reported: int

    def having(self, *statuses: str) -> int:
        """How many are in one of these statuses."""
        return sum(action.status in statuses for action in self.actions)

    @property
    def not_in_time(self) -> int:
        """How many are late or overdue by what was reported."""
        return sum(action.timing in NOT_IN_TIME for action in self.actions)

    @property
    def unreported(self) -> int:
        """How many are past their date and not reported on since."""
        return sum(action.timing == UNREPORTED for action in self.actions)

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies that have one of them, by name."""
        return tuple(sorted({name for action in self.actions for name in action.agencies}))


@dataclass(frozen=True, slots=True)
class LookBack:
    """A review whose actions were to be looked at again: when, and which then were (`seen`)."""

    document_id: str
    published: str
    due: str
    actions: tuple[Action, ...]
    seen: tuple[Action, ...]


def by_agency(actions: Sequence[Action], as_of: str) -> list[Count]:
    """Counts by agency, the most first; an action of several agencies counts for each."""
    return _counted(actions, as_of, lambda action: action.agencies or (NO_AGENCY,))


def by_theme(actions: Sequence[Action], as_of: str) -> list[Count]:
    """Counts by theme: the quarterly theme report."""
    return _counted(actions, as_of, lambda action: action.themes or (NO_THEME,))


def quarter_of(as_of: str) -> str:
    """The first day of the three months that end on the day."""
    return months_after(as_of, -3)


def look_backs(
    register: ActionRegister, reviews: Mapping[str, str], actions: Sequence[Action]
) -> list[LookBack]:
    """One for each review (id → publication date) with actions and twelve months gone, oldest first."""
    places = {citation.n: citation.document_id for citation in register.citations}
    found = []
    for document_id, published in sorted(reviews.items(), key=lambda one: (one[1], one[0])):
        due = months_after(last_day(published), LOOK_BACK_MONTHS)
        own = tuple(action for action in actions if document_id in _set_down(action, places))
        if own and due <= register.as_of:
            seen = tuple(action for action in own if _told_since(action, due))
            found.append(LookBack(document_id, published, due, own, seen))
    return found


def months_after(day: str, months: int) -> str:
    """The same day some months later or earlier, as an ISO date; the last where the month is too short."""
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return f"{year:04d}-{month + 1:02d}-{min(int(day[8:10]), last):02d}"


def _counted(
    actions: Sequence[Action], as_of: str, names_of: Callable[[Action], tuple[str, ...]]
) -> list[Count]:
    grouped: dict[str, list[Action]] = {}
    for action in actions:
        for name in names_of(action):
            grouped.setdefault(name, []).append(action)
    since = quarter_of(as_of)
    counts = [
        Count(name, tuple(own), sum(_told_since(action, since) for action in own))
        for name, own in grouped.items()
    ]
    return sorted(counts, key=lambda one: (one.name in (NO_AGENCY, NO_THEME), -len(one.actions), one.name))


def _set_down(action: Action, places: Mapping[int, str]) -> set[str]:
    """The documents that set the action down or asked for it."""
    fields: list[Field] = [field for field in (action.text, action.asked) if field]
    return {action.document_id, *(places[number] for field in fields for number in field.citations)}


def _told_since(action: Action, day: str) -> bool:
    return any(field.said_on and last_day(field.said_on) >= day for field in action.progress)
