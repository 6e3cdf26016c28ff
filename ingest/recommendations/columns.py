"""Columns: what a table's header says its columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ingest.recommendations.words import vocabulary


@cache
def _column(role: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(vocabulary('headings')['columns'][role])})", re.IGNORECASE)


def roles_of(header: Sequence[str]) -> dict[str, int]:
    """Which column is the recommendation, action, owner, deadline, measure, priority, number, status.

    The first column that fits a role takes it; a column has one role.
    """
    roles: dict[str, int] = {}
    for index, cell in enumerate(header):
        words = re.sub(r"[\s:*]+", " ", cell).strip()
        for role in vocabulary("headings")["columns"]:
            if role not in roles and index not in roles.values() and _column(role).fullmatch(words):
                roles[role] = index
    return roles


def text_column(roles: dict[str, int]) -> int | None:
    """The column whose cells are the recommendations: their own, else the actions; None for any other
    table.
    """
    if "status" in roles and not {"owner", "deadline", "measure"} & roles.keys():
        return None  # a report on what was recommended earlier
    if "recommendation" in roles:
        return roles["recommendation"]
    if "action" in roles and ("owner" in roles or "deadline" in roles or "measure" in roles):
        return roles["action"]
    return None
