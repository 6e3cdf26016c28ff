"""A draft and its final in one library: what both say counts once, and no sentence stands on both sides."""

import pytest

from assistant.actions.track import track
from assistant.key_questions.questions import ledgers

FINDINGS = (
    "# Findings",
    "Child K was seen alone on only two of nine visits to the home.",
    "Information about domestic abuse was not shared with the school by the police.",
    "The chronology shows that fathers were not spoken to by any of the workers.",
)
ASKS = (
    "# Recommendations",
    "Recommendation 1: Exmoor Council should make sure that every child is seen alone by 30 June 2024.",
    "Recommendation 2: Raise awareness of domestic abuse.",
)


@pytest.fixture
def review(told):
    """Adds a review of Exmoor."""

    def add(name, published, *lines, **fields):
        return told(name, *lines, **{"kind": "review", "published": published, **fields})

    return add


def both(review):
    cases = "The auditors read {} of the 30 files of the year together."
    review("draft.txt", "2024-03-05", cases.format(14), *FINDINGS, *ASKS)
    return review("final.txt", "2024-04-28", cases.format(11), *FINDINGS, *ASKS)


def ledger(library, question):
    (found,) = ledgers(library, [question], as_of="2026-01-01")
    return found


def test_a_recommendation_of_draft_and_final_stands_once_and_is_the_finals(library, review):
    both(review)
    found = ledger(library, "smart")
    texts = [claim.text for claim in (*found.for_, *found.against)]
    assert len(texts) == len(set(texts)) == 2
    assert {citation.document for citation in found.citations} == {"final.txt"}
    assert found.tables[0].rows[0][:2] == ("final", "2")


def test_an_action_of_draft_and_final_is_followed_once(library, review):
    final = both(review)
    register = track(library, as_of="2026-01-01")
    assert [action.document_id for action in register.actions] == [final]
    assert [one.text for one in register.unanswered] == ["Raise awareness of domestic abuse."]
    gaps = [gap.what for gap in ledger(library, "action").silent]
    assert len([gap for gap in gaps if gap.startswith("A look-back")]) == 1


def test_what_only_a_draft_asks_for_is_still_followed(library, review):
    draft = review(
        "draft.txt",
        "2024-03-05",
        *FINDINGS,
        *ASKS,
        "Recommendation 3: Train all school staff by 31 July 2024.",
    )
    review("final.txt", "2024-04-28", *FINDINGS, *ASKS)
    asked = [action for action in track(library, as_of="2026-01-01").actions if "Train" in action.text.text]
    assert [action.document_id for action in asked] == [draft]


def test_a_theme_of_a_draft_and_its_final_is_no_theme_of_two_documents(library, review):
    both(review)
    assert not [table for table in ledger(library, "themes").tables if "more than one" in table.title]


def test_what_another_areas_paper_says_of_the_subject_by_name_is_read_beside_a_draft(library, review):
    both(review)
    named = "In Exmoor children’s views influence the board’s plans and services."
    review("other.txt", "2024-03-01", named, subject="Lancashire", kind="inspection")
    (found,) = ledgers(library, ["feedback"], subject="Exmoor", as_of="2026-01-01")
    assert [claim.text for claim in found.for_] == [named]


def test_a_sentence_that_stands_for_is_not_shown_again_before_the_one_against(library, review):
    first = "Regular consultation with children means that leaders do understand what they need."
    then = "However, there is no coherent plan for how this changes services."
    review("report.txt", "2024-03-01", f"{first} {then}", kind="inspection")
    found = ledger(library, "feedback")
    assert [claim.text for claim in found.for_] == [first]
    assert [claim.text for claim in found.against] == [then]
    assert then in [citation.quote for citation in found.citations]
