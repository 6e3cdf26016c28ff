"""Tables that hold counts and no actions."""

from __future__ import annotations

import pytest

from assistant.actions.columns import roles_of
from assistant.actions.track import track
from eval.actions import library_of

AUDIT = """# Quenby Safeguarding Children Partnership: audit of core groups

Published on 28 April 2024

## Standards

| {header} |
|{rules}|
| Core group within ten days | {cells} |
| Father invited to the group | {cells} |
"""


@pytest.fixture
def found(tmp_path):
    """The actions made of an audit's table with this header and these cells after the first."""

    def read(header, cells):
        rules = "|".join("---" for _ in header.split("|"))
        text = AUDIT.format(header=header, rules=rules, cells=cells)
        (tmp_path / "audit.md").write_text(text, encoding="utf-8")
        with library_of([tmp_path]) as library:
            return track(library, as_of="2024-12-31").actions

    return read


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Standard | Met | Partly met | Not met", "17 | 4 | 3"),
        ("Standard | Red | Amber | Green", "1 | 5 | 18"),
        ("Standard | Met", "17 of 24"),
        ("Standard | Result", "71%"),
    ],
)
def test_a_table_of_counts_sets_down_no_action(found, header, cells):
    assert found(header, cells) == ()


def test_a_standard_with_a_status_in_words_is_reported_on(found):
    assert {action.status for action in found("Standard | Status", "Complete")} == {"done"}


def test_columns_of_grades_are_no_status_and_one_is():
    assert "status" not in roles_of(["Action", "Owner", "Met", "Not met"])
    assert "status" in roles_of(["Action", "Owner", "Met"])
