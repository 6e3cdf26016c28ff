"""Columns: what the header of a plan says that its columns hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from prompts.load import load_data

Roles = dict[str, tuple[int, ...]]
"""Column indexes by role, left to right; a column has one role."""

_ORDER = (
    "number", "requested_by", "reported", "measure", "impact", "evidence", "revised", "due", "completed",
    "owner", "agency", "status", "progress", "opinion", "recommendation", "subject", "action", "priority",
)  # fmt: skip
_MANY = frozenset({"progress", "status", "evidence", "impact"})
"""Roles that several columns may have, such as an update for each quarter."""


def roles_of(header: Sequence[str]) -> Roles:
    """Which columns hold what; empty where this is no header of a plan, a tracker or an action table."""
    labels = [_plain(cell) for cell in header]
    if any(_matches("not_plans", label) for label in labels):
        return {}
    roles: Roles = {}
    due = [label for label in labels if _matches("due", label) and not _matches("completed", label)]
    counted = [label for label in labels if _matches("grades", label)]
    for index, label in enumerate(labels):
        if len(counted) > 1 and label in counted:
            continue  # counts of each grade, and no status
        role = _role(label, roles, _others(label, due))
        if role:
            roles[role] = (*roles.get(role, ()), index)
    if subject := roles.pop("subject", None):
        roles.setdefault("recommendation", subject)
    scored = any(_matches("scored", label) for label in labels)
    return roles if _is_plan(roles) and not (scored and roles.keys().isdisjoint({"owner", "due"})) else {}


def owner_columns(header: Sequence[str]) -> tuple[int, ...]:
    """The columns that say whose each row is, in a table of any sort."""
    return tuple(index for index, cell in enumerate(header) if _matches("owner", _plain(cell)))


def _others(label: str, due: Sequence[str]) -> Collection[str]:
    """The roles that a column does not have beside such columns of due days: an outcome where nothing is due
    is what came of the action, and not what is hoped for.
    """
    if due and _matches("completed", label):
        return {"due"}
    return (
        {"reported"} | ({"measure"} if not due and _matches("progress", label) else set())
        if due in ([], [label])
        else set()
    )


def is_minuted(label: str) -> bool:
    """Whether a column of minutes holds what was decided and is to be done."""
    plain = _plain(label)
    return _matches("action", plain) or _matches("minuted", plain)


def with_second_line(header: Sequence[str], cells: Sequence[str]) -> list[str] | None:
    """The names of a header of two lines ("Dates" over "Due", "Completed"); None where there is no second."""
    below = [index for index, cell in enumerate(cells) if cell.strip()]
    if len(cells) != len(header) or len(below) == len(cells):
        return None
    named = all(_role(_plain(cells[index]), {}) for index in below)
    if not named or not any(not header[index].strip() for index in below):
        return None
    joined = [cell if cell.strip() else name for cell, name in zip(cells, header, strict=True)]
    return joined if roles_of(joined) else None


def is_empty(cell: str) -> bool:
    """Whether a cell says nothing: blank, a dash, "TBC"."""
    return cell.strip().lower().rstrip(".") in _empty()


def sets_down(roles: Roles) -> bool:
    """Whether rows set actions (who, by when), rather than only report on what was asked elsewhere."""
    return "action" in roles or bool({"owner", "due"} & roles.keys())


def _is_plan(roles: Roles) -> bool:
    asked = "action" in roles or "recommendation" in roles
    reported = {"progress", "status", "completed"} & roles.keys()
    if not asked or not (reported or {"owner", "agency", "due"} & roles.keys()):
        return False
    if "action" in roles:
        return bool(reported or {"owner", "due"} & roles.keys())
    return bool(reported) or {"owner", "due"} <= roles.keys()


def _role(label: str, taken: Roles, others: Collection[str] = ()) -> str | None:
    """The first role that fits but the `others`: a day of completion beside a column of due days is not due,
    and a bare "Date" with none beside it is no day of a report.
    """
    for role in _ORDER:
        if role not in others and (role in _MANY or role not in taken) and _matches(role, label):
            return role
    return None


def _matches(role: str, label: str) -> bool:
    return bool(label) and bool(_column(role).fullmatch(label))


@cache
def _column(role: str) -> re.Pattern[str]:
    entries: Any = load_data("actions/columns.yaml")[role]
    return re.compile("|".join(f"(?:{entry})" for entry in entries), re.IGNORECASE)


@cache
def _empty() -> frozenset[str]:
    return frozenset(str(entry).lower() for entry in load_data("actions/columns.yaml")["empty"])


def _plain(cell: str) -> str:
    return re.sub(r"[\s:*]+", " ", cell).strip().lower().replace("’", "'").replace("'", ".")
