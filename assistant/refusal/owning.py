"""Owning: does a question ask who owns an action, and does a row of a plan give its owner?"""

from __future__ import annotations

from assistant.actions.columns import is_empty, roles_of
from ingest.draft import CELL_JOINER
from prompts import load_data


def names_owner(doing: str, row: str, header: str) -> bool:
    """Does the row give the owner, under a column of them, where the doing is that of an owner ("leads")?

    `header` names the columns of the table.
    """
    if doing not in load_data("vocabulary/facts.yaml")["doer"]["owning"] or CELL_JOINER not in row:
        return False
    owners = roles_of(header.split(CELL_JOINER)).get("owner", ())
    cells = row.split(CELL_JOINER)
    return any(at < len(cells) and not is_empty(cells[at]) for at in owners)
