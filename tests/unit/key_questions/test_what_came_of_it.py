"""Silences that a later paper fills, and audits that were put off."""

from __future__ import annotations

import ledgers
from ledgers import gaps


def ledger(library, question):
    return ledgers.ledger(library, question, "2025-12-01")


ASKED = ("# Recommendations", "Recommendation 1: Exmoor Council should see every baby alone by 1 May 2024.")


def test_a_later_paper_that_bears_the_reviews_name_is_a_look_back(library, told):
    told("review.txt", *ASKED, kind="review", title="Practice review: Linnet", published="2024-03-01")
    assert "A look-back twelve months after" in gaps(ledger(library, "action"))
    told("later.txt", "All of it was looked at again.", kind="other", title="Linnet: one year on",
         published="2025-06-01")  # fmt: skip
    assert "A look-back twelve months after" not in gaps(ledger(library, "action"))


def test_a_paper_on_another_review_is_none(library, told):
    told("review.txt", *ASKED, kind="review", title="Practice review: Linnet", published="2024-03-01")
    told("later.txt", "All of it.", kind="other", title="Wren: one year on", published="2025-06-01")
    assert "A look-back twelve months after" in gaps(ledger(library, "action"))


PLAN = "Our priorities for 2025-26 are: young carers, neglect and online harm."


def test_an_audit_that_was_put_off_is_asked_for_and_not_for_its_findings(library, told):
    told("plan.txt", PLAN, kind="action_plan", title="Business plan 2025-26", published="2025-04-10")
    put_off = "The audit of young carers has been postponed to March because its author left."
    told("minutes.txt", put_off, kind="minutes", published="2025-09-01", title="Minutes of the board")
    found = ledger(library, "priorities")
    assert {row[0]: row[2] for row in found.tables[0].rows}["young carers"] == "put off"
    asked = next(one.text for one in found.challenges if "young carers" in one.text)
    assert "postponed to March" in asked
    assert "What did it find" not in asked


def test_a_survey_in_childrens_words_is_heard_and_what_it_lacks_is_quoted(library, told):
    told(
        "survey.txt",
        "# What children told us in 2025",
        "Ninety children answered in the spring, and we had only two answers from disabled children.",
        "# In the words of young people",
        "“I never know when my worker comes.” (boy, 12)",
        kind="other",
        title="What children told us in 2025",
        published="2025-05-01",
    )
    found = ledger(library, "feedback")
    assert "“I never know when my worker comes.” (boy, 12)" in [claim.text for claim in found.for_]
    assert "only two answers from disabled children" in gaps(found)
