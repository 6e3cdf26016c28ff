"""A plan's row is joined to the recommendation that it names by its paper and printed number."""

from __future__ import annotations

import pytest
from papers import actions_told

from assistant.actions.track import track
from eval.actions import library_of

REVIEW = """# Local Child Safeguarding Practice Review: Alder

Published 5 February 2024

## Recommendations

Recommendation 1. By 31 July 2024 Ferring Council should write down how unannounced visits are recorded.

Recommendation 2. By 30 September 2024 Ferring Hospitals should tell the school nurse of each missed clinic.
"""
AUDIT = """# Multi-agency audit: neglect

Published 4 March 2024

## Recommendations

| No. | Recommendation | Owner | By when |
|---|---|---|---|
| K1 | Ask each dentist for a report before a review conference | Designated Nurse | 31 August 2024 |
| K2 | Look again at thirty files | Business Manager | 30 November 2024 |
"""
PLAN = """Ferring Safeguarding Children Partnership: plan
Agreed 2 April 2024

No,{answers},Action,Lead,By when,Progress
1.1,{alder},Print a leaflet for the teams,Lena Orr,31 July 2024,Complete
1.2,{both},Buy a mailbox,Piet Voss,31 August 2024,Waiting for a supplier
"""


@pytest.fixture
def told(tmp_path):
    """The actions of the three papers, by their words, where a plan's column holds these cells."""

    def follow(alder, both, answers="Recommendation"):
        plan = PLAN.format(alder=alder, both=both, answers=answers)
        return actions_told(tmp_path, {"alder.md": REVIEW, "audit.md": AUDIT, "plan.csv": plan})

    return follow


@pytest.mark.parametrize(
    ("alder", "both"),
    [
        ("Home visits (Alder rec 1)", "Missed clinics (audit K1)"),
        ("Home visits [Alder recommendation 1]", "Missed clinics – neglect audit K1"),
    ],
)
def test_a_row_answers_the_recommendation_whose_paper_and_number_it_names(told, alder, both):
    actions = told(alder, both)
    assert "unannounced visits" in actions["Print a leaflet for the teams"].asked.text
    assert "each dentist" in actions["Buy a mailbox"].asked.text
    assert not any("unannounced" in words or "dentist" in words for words in actions)
    assert any("thirty files" in words for words in actions), "what no row names is still asked about"


@pytest.mark.parametrize(
    ("alder", "both"),
    [
        ("Alder R1", "Neglect audit K1"),
        ("LCSPR Alder; recommendation 1", "Audit of neglect: K1"),
        ("Recommendation 1 (Alder)", "K1 of the neglect audit"),
    ],
)
def test_a_row_may_name_it_in_a_column_of_its_own(told, alder, both):
    actions = told(alder, both, answers="Source")
    assert "unannounced visits" in actions["Print a leaflet for the teams"].asked.text
    assert "each dentist" in actions["Buy a mailbox"].asked.text


def test_a_row_that_names_two_recommendations_answers_both(told):
    actions = told("Home visits (Alder rec 1)", "Letters (Alder rec 2; audit K1)")
    assert not any("missed clinic" in words or "dentist" in words for words in actions)


def test_a_number_of_no_known_paper_answers_nothing(told):
    actions = told("Home visits (Rowan rec 1)", "Letters (Alder rec 9)")
    assert any("unannounced" in words for words in actions)
    assert any("unannounced" in words for words in told("Alder (rec 1.7)", "Letters to Alder, 1 in all"))
    assert actions["Buy a mailbox"].asked.text == "Letters (Alder rec 9)"


@pytest.mark.parametrize(("source", "status"), [("Alder", "done"), ("Audit of neglect", "open")])
def test_a_row_from_another_paper_does_not_answer_a_recommendation_by_its_words(tmp_path, source, status):
    plan = (
        "Ferring Safeguarding Children Partnership: plan\nAgreed 2 April 2024\n\n"
        "No,Source,Action,Lead,By when,Progress\n"
        f"1.1,{source},Tell the school nurse of each missed clinic and write it down,Piet Voss,"
        "31 August 2024,Complete\n"
    )
    for name, text in {"alder.md": REVIEW, "audit.md": AUDIT, "plan.csv": plan}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with library_of([tmp_path]) as library:
        actions = track(library, as_of="2024-12-31").actions
    (asked,) = (one for one in actions if "tell the school nurse" in (one.asked or one.text).text)
    assert asked.status == status
