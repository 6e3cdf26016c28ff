"""The month and financial year that a question names."""

import pytest

from assistant.understanding.periods import of_another, periods_in
from assistant.understanding.understand import understand


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("What was spent in 25-26?", ("2025-26",)),
        ("What was spent in 2025/26?", ("2025-26",)),
        ("What was spent in 2025 to 2026?", ("2025-26",)),
        ("What did the audit of march 2024 find?", ("March 2024",)),
        ("Who is 16-18?", ()),
        ("How many of 16-17 year olds came?", ()),
        ("How many aged 15 to 16 came?", ()),
        ("What was due on 5 May 2024?", ("May 2024",)),
    ],
)
def test_months_and_financial_years_are_read_however_they_are_written(text, periods):
    assert periods_in(text) == periods


def test_a_text_that_names_another_period_alone_is_of_another():
    assert of_another("May 2026", ["It met in May 2025."])
    assert not of_another("May 2026", ["It met in May 2025 and May 2026."])
    assert not of_another("May 2026", ["It was sent in June 2026."])
    assert of_another("May 2026", ["It was sent."], "2026-06-18", met=True)
    assert not of_another("May 2026", ["It was sent."], "2026-06-18")
    assert not of_another("May 2026", ["It was sent in May 2025."], "2026-05-18")
    assert not of_another("May 2026", ["It was agreed on 3 May 2026."], "2026-06-18", met=True)
    assert of_another("2026-27", ["It was £4,000.", "Report 2025-26"])
    assert not of_another("2026-27", ["It was £4,000 in 2026-27.", "Report 2025-26"])
    assert not of_another("2026-27", ["It was £4,000."])


def test_a_year_within_a_period_is_asked_for_once():
    assert understand("What was spent in 2025-26 and in 2021?").times == ("2025-26", "2021")
