"""Rows of plans that tell of a recommendation, and those that only share its words."""

from __future__ import annotations

import pytest
from papers import tracked

from assistant.repeats.themes import themes_of

REVIEW = """# Local child safeguarding practice review: Child Kay

Quenby Safeguarding Children Partnership

Published on 28 April 2024

## Recommendations

Recommendation 1: The partnership should consider improving attendance at strategy discussions.
"""
PLAN = """Quenby Safeguarding Children Partnership: action plan
Position at 30 September 2024

Ref,Action,Lead,By when,Progress
1,{action},Ann Ash,31 December 2024,{progress}
2,Train 40 foster carers,Ann Ash,31 December 2024,On track
"""


@pytest.fixture
def told(tmp_path):
    """What is reported of the recommendation of the review, given a row of a later plan."""

    def read(action, progress):
        plan = PLAN.format(action=action, progress=progress)
        return [
            field.text
            for one in tracked(tmp_path, {"review.md": REVIEW, "plan.csv": plan}).actions
            if one.recommendation_id and "attendance" in f"{one.text.text} {one.asked and one.asked.text}"
            for field in one.progress
        ]

    return read


def test_a_row_that_does_something_else_with_the_same_thing_tells_nothing_of_the_recommendation(told):
    assert told("Audit 30 strategy discussions for health attendance", "12 of 30 audited.") == []


def test_a_row_that_does_what_was_recommended_tells_of_it(told):
    said = told("Improve attendance at strategy discussions", "Attendance is up to 26 of 30.")
    assert said == ["Attendance is up to 26 of 30."]


@pytest.mark.parametrize(
    ("words", "about_education"),
    [
        ("Improve attendance at strategy discussions", False),
        ("Attendance at core groups was poor", False),
        ("Improve the attendance of looked-after children at school", True),
        ("Follow up persistent absence with the attendance officer", True),
    ],
)
def test_attendance_is_education_only_where_it_is_at_school(words, about_education):
    assert ("education" in themes_of(words)) is about_education
