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
