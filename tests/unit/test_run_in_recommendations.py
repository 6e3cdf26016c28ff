"""Recommendations numbered within one paragraph are as many as there are numbers."""

from ingest.read import read
from ingest.recommendations.find import find_recommendations

REPORT = """# Visit to the duty desk

## What I ask the executive to do

1. Publish the rota by 3 May 2027. 2. Agree one form for all calls. 3. Train the 12 new call takers.

## What I saw

1. The desk was calm. 3. Nobody waited.
"""


def test_each_number_that_counts_on_is_a_recommendation(tmp_path):
    path = tmp_path / "visit.md"
    path.write_text(REPORT, "utf-8")
    found = find_recommendations(read(path))
    assert [(one.number, one.text) for one in found] == [
        ("1", "Publish the rota by 3 May 2027."),
        ("2", "Agree one form for all calls."),
        ("3", "Train the 12 new call takers."),
    ]


def test_lines_that_are_called_recommendations_are_as_many(tmp_path):
    path = tmp_path / "review.md"
    text = (
        "# Review\n\n## Recommendations\n\nRecommendation 1: Publish the rota by 3 May 2027.\n"
        "Recommendation 2: Agree one form for all calls.\n\n"
        "## What needs to improve in children's services\n\n- The oversight of private fostering.\n"
    )
    path.write_text(text, "utf-8")
    assert [one.text for one in find_recommendations(read(path))] == [
        "Publish the rota by 3 May 2027.",
        "Agree one form for all calls.",
        "The oversight of private fostering.",
    ]
