"""Which column of a table is asked for: the recommendation where it asks, the action where it is a label."""

from __future__ import annotations

import pytest
from papers import library_with

from assistant.actions.track import track
from assistant.check import check_paths
from assistant.register.register import register_of
from eval.actions import library_of

PLAN = """# Ferring Safeguarding Children Partnership: action plan

{day}

| No. | Recommendation | Action | Lead | By when |
|---|---|---|---|---|
| 1.1 | {first} | Print a leaflet for new mothers | Lena Orr | 31 July 2024 |
| 1.2 | {first} | Rewrite guidance | Piet Voss | 31 August 2024 |
| 2.1 | {second} | Ask each ward what it needs | Rhona Quill | 30 June 2024 |
"""


@pytest.fixture
def asked(tmp_path):
    """What is asked for in papers given as `name=text`, in their order."""

    def read(**papers):
        with library_with(tmp_path, {f"{name}.md": text for name, text in papers.items()}) as library:
            return [entry.text for entry in register_of(library).entries]

    return read


def plan(day="Agreed 2 April 2024", first="Safe sleeping", second="Hospital wards (Alder rec 2)"):
    return PLAN.format(day=day, first=first, second=second)


def test_an_action_is_asked_for_where_the_recommendation_is_a_label(asked):
    assert asked(plan=plan()) == [
        "Print a leaflet for new mothers",
        "Rewrite guidance",
        "Ask each ward what it needs",
    ]


def test_a_recommendation_that_asks_is_what_is_asked_for(asked):
    first = "The hospital should tell each mother how to put a baby to sleep"
    second = "Ensure that wards have a named nurse"
    assert asked(plan=plan(first=first, second=second)) == [first, second]


def test_what_was_seen_of_a_recommendation_is_no_action(asked):
    report = (
        "# Ferring Safeguarding Children Partnership: yearly report\n\nPublished 2 April 2024\n\n"
        "| Recommendation | What we saw | Evidence |\n|---|---|---|\n"
        "| Safe sleeping on wards | Leaflets in three wards | Visit of 3 March |\n"
    )
    assert "Leaflets in three wards" not in asked(report=report)


def test_a_row_of_a_later_edition_is_asked_for_once(asked):
    editions = {"may": plan(), "october": plan(day="Position at 3 October 2024")}
    assert len(asked(**editions)) == 3


RETURN = """# Ferring Housing: section 11 return

29 May 2024

| Standard | Yes | No | Evidence | Area for improvement | Lead | By when |
|---|---|---|---|---|---|---|
| 2 Policy | ☐ | ☒ | None | Review the safeguarding policy | Lena Orr | 30 September 2024 |
"""
CLOSED = """# Ferring Safeguarding Children Partnership: action tracker

Position at 5 September 2024

| Ref | Action | Lead | Due | Date closed |
|---|---|---|---|---|
| N1 | Publish the neglect toolkit | Lena Orr | 19 June 2024 | 14 July 2024 |
"""


def test_no_beside_yes_is_no_number_and_none_no_measure(tmp_path):
    (tmp_path / "return.md").write_text(RETURN, encoding="utf-8")
    (found,) = check_paths([tmp_path / "return.md"]).recommendations
    assert not found.recommendation.number
    assert found.recommendation.measure is None


def test_what_is_closed_is_not_told_that_its_date_has_passed(tmp_path):
    (tmp_path / "tracker.md").write_text(CLOSED, encoding="utf-8")
    (found,) = check_paths([tmp_path / "tracker.md"]).recommendations
    assert "SM503" not in [finding.code for finding in found.assessment.findings]


def test_a_standard_that_is_met_asks_for_nothing(tmp_path):
    rows = "| Policy | Y | Read | | | |\n| Training | N | 82% | Train the others | Lena Orr | 30 May 2025 |\n"
    head = "| Standard | Met? | Evidence | Action needed | Who | When |\n|---|---|---|---|---|---|\n"
    (tmp_path / "return.md").write_text(
        f"# Ferring Trust: section 11 return 2024\n\n{head}{rows}", encoding="utf-8"
    )
    with library_of([tmp_path]) as library:
        assert [action.text.text for action in track(library, as_of="2025-03-31").actions] == [
            "Train the others"
        ]
