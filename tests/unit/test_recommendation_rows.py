"""Which column of a table is asked for: the recommendation where it asks, the action where it is a label."""

from __future__ import annotations

import pytest

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
        for name, text in papers.items():
            (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        with library_of([tmp_path]) as library:
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
