"""Columns: what a table's header says its columns hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from ingest.recommendations.words import vocabulary
from prompts.load import load_data

_OF_PLANS = {"revised": "revised", "deadline": "due"}
"""Roles whose columns are called as in any plan of actions, and what they are called there."""


@cache
def _columns() -> dict[str, re.Pattern[str]]:
    """The names of each role's column, in the order in which the roles take one."""
    plans = load_data("actions/columns.yaml")
    times = {role: plans[name] for role, name in _OF_PLANS.items()}
    return named_by(times | vocabulary("headings")["columns"])


def roles_of(header: Sequence[str]) -> dict[str, int]:
    """Which column is the recommendation, action, owner, deadline (and the revised one), measure, priority,
    number, status.

    The first column that fits a role takes it; a column has one role. "No" beside "Yes" is no number.
    """
    grades = [cell for cell in header if _grade().fullmatch(cell.strip())]
    return parts_of([cell if cell not in grades or len(grades) < 2 else "" for cell in header], _columns())


@cache
def _grade() -> re.Pattern[str]:
    return re.compile("|".join(load_data("actions/columns.yaml")["grades"]), re.IGNORECASE)


def parts_of(header: Sequence[str], names: Mapping[str, re.Pattern[str]]) -> dict[str, int]:
    """The same for the parts of any table, by the names that their columns go by."""
    parts: dict[str, int] = {}
    for index, cell in enumerate(header):
        words = re.sub(r"[\s:*]+", " ", cell).strip()
        for part, name in names.items():
            if part not in parts and index not in parts.values() and name.fullmatch(words):
                parts[part] = index
    return parts


def named_by(names: Mapping[str, Sequence[str]]) -> dict[str, re.Pattern[str]]:
    """The names of each part's column as a pattern, in any case."""
    return {
        part: re.compile("|".join(f"(?:{name})" for name in names[part]), re.IGNORECASE) for part in names
    }


def told(cell: str) -> str:
    """What a cell says; "" where it stands for nothing, as a dash or "TBC" does."""
    return "" if cell.lower().rstrip(".") in _empty() else cell


@cache
def _empty() -> frozenset[str]:
    return frozenset(load_data("actions/columns.yaml")["empty"])


def text_columns(roles: dict[str, int]) -> tuple[int, ...]:
    """The columns whose cells may be the recommendations: their own, and that of the actions where it says
    who does them or by when; none for any other table.
    """
    planned = {"owner", "deadline", "revised"} & roles.keys()
    if "status" in roles and not planned and "measure" not in roles:
        return ()  # a report on what was recommended earlier
    found = [roles["recommendation"]] if "recommendation" in roles else []
    if "action" in roles and (planned or (not found and "measure" in roles)):
        found.append(roles["action"])
    return tuple(found)
