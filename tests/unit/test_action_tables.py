"""Tables that hold counts and no actions."""

from __future__ import annotations

import pytest
from papers import tracked

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
        return tracked(tmp_path, {"audit.md": AUDIT.format(header=header, rules=rules, cells=cells)}).actions

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


PLAN = """# Quenby Safeguarding Children Partnership: improvement plan

Position at 30 September 2024

| No | What needs to change | Action | Owner | Due | Status |
|---|---|---|---|---|---|
{rows}
"""


@pytest.mark.parametrize(
    ("heads", "numbers"), [(("A", "B"), ("A1", "A2", "B1")), (("1", "2."), ("1.1", "1.2", "2.1"))]
)
def test_a_row_that_numbers_a_group_of_actions_is_none(tmp_path, heads, numbers):
    rows = "\n".join(
        [
            f"| {heads[0]} | Front door | | | | |",
            f"| {numbers[0]} | Quick talks | Join by video | Ann Ash | 1 May 2024 | Complete |",
            f"| {numbers[1]} | Housing reports | Print a leaflet | Bo Birch | 1 May 2024 | Red |",
            f"| {heads[1]} | Babies | | | | |",
            f"| {numbers[2]} | Bruises seen | Visit each practice | Cy Cole | 1 May 2024 | Red |",
        ]
    )
    (tmp_path / "plan.md").write_text(PLAN.format(rows=rows), encoding="utf-8")
    with library_of([tmp_path]) as library:
        found = track(library, as_of="2024-12-31").actions
    assert [action.text.text for action in found] == [
        "Join by video",
        "Print a leaflet",
        "Visit each practice",
    ]


def test_a_recommendation_without_an_action_is_still_one(tmp_path):
    rows = (
        "| 1 | Hear each father | | | | |\n| 2 | Quick talks | Join by video | Ann Ash | 1 May 2024 | Red |"
    )
    (tmp_path / "plan.md").write_text(PLAN.format(rows=rows), encoding="utf-8")
    with library_of([tmp_path]) as library:
        found = track(library, as_of="2024-12-31").actions
    assert [action.text.text for action in found] == ["Hear each father", "Join by video"]
