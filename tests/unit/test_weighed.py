"""A scrutineer's questions: what is claimed of a matter, what nobody knows of it, how old the evidence is."""

import pytest
from papers import library_with

from assistant.listing.weighed import weighed_answer
from assistant.listing.weighed_asked import Asked, weighed_asked
from eval.actions import library_of
from ingest.filters import Filters

DAY = "2026-01-01"
NAME = "Exmoor Safeguarding Children Partnership"
REPORT = f"""# Annual report of the {NAME}

Published 4 September 2024

The briefing has reached every front-line team in the Partnership.

Early help has improved. We have no measure that tells us whether early help lasts.

We shall publish a plan for early help next year.

No audit of private fostering has been carried out. An audit of plans found that they were late.
"""
MINUTES = f"""# {NAME}: minutes of the meeting held on 11 December 2024

Of 31 front-line teams 9 had returned the form to say that they had discussed the briefing.
"""
INSPECTION = """# Ofsted inspection of children's services in Exmoor

Published 6 March 2023

Early help is poor and families wait too long for it. Mothers told inspectors that early help came late.
"""
AUDIT = f"""# Multi-agency audit: neglect

{NAME}, 3 May 2024

Plans for neglect are late.
"""
PLAN = f"""# {NAME}: improvement plan

Published 12 June 2024

| No. | Action | Lead | By when | Progress |
|---|---|---|---|---|
| 1 | Ring families after early help ends | Exmoor Council | 31 December 2024 | |
"""


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What is claimed about the Ivy briefing?", Asked("claims", "Ivy briefing")),
        ("What do we claim on neglect?", Asked("claims", "neglect")),
        ("What does the partnership claim about exploitation now?", Asked("claims", "exploitation")),
        ("What do we say about our own audits?", Asked("claims", "audits")),
        ("What do our own papers say of supervision?", Asked("claims", "supervision")),
        ("What evidence is missing on neglect?", Asked("missing", "neglect")),
        ("What do we not know about early help?", Asked("missing", "early help")),
        ("What don't we know about early help?", Asked("missing", "early help")),
        ("Where are the gaps in our evidence on supervision?", Asked("missing", "supervision")),
        ("What has nobody audited?", Asked("missing", "audit")),
        ("What has not been looked at on early help?", Asked("missing", "early help")),
        ("Which areas have not been audited?", Asked("missing", "audit")),
        ("What evidence do we lack on neglect?", Asked("missing", "neglect")),
        ("Is our evidence on neglect out of date?", Asked("age", "neglect")),
        ("When was the last time anyone looked at neglect?", Asked("age", "neglect")),
        ("What does our annual report claim about neglect?", Asked("claims", "neglect")),
        ("What evidence is there on supervision?", Asked("held", "supervision")),
        ("How old is our evidence on neglect?", Asked("age", "neglect")),
        ("When did we last look at exploitation?", Asked("age", "exploitation")),
        ("When was early help last audited or inspected?", Asked("age", "early help")),
        ("Which is the latest paper on supervision?", Asked("age", "supervision")),
    ],
)
def test_what_is_asked_of_the_evidence_is_told_by_the_words(text, asked):
    assert weighed_asked(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "What does the partnership say about exploitation?",
        "What did the audit claim?",
        "What evidence is missing from the police file?",
        "What evidence is there that plans are reviewed?",
        "When was the threshold document last reviewed?",
        "Which is the latest inspection?",
        "What do we know about early help?",
        "Which children are missing?",
    ],
)
def test_other_questions_are_searched_for(text):
    assert weighed_asked(text) is None


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    papers = {
        "report.md": REPORT,
        "minutes.md": MINUTES,
        "inspection.md": INSPECTION,
        "plan.md": PLAN,
        "audit.md": AUDIT,
    }
    with library_with(tmp_path_factory.mktemp("papers"), papers) as library:
        yield library


def asked(library, text):
    return weighed_answer(text, library, Filters(), DAY)


def said(answer):
    return [one.text for one in answer.statements]


def test_what_the_partnership_claims_stands_before_what_others_found(library):
    told = said(asked(library, "What do we claim about early help?"))
    assert told[0].startswith(
        "Claimed, Annual report of the Exmoor Safeguarding Children Partnership, 4 Sept"
    )
    assert "Early help has improved." in told[0]
    assert any(one.startswith("Found, Ofsted") and "Early help is poor" in one for one in told)
    assert any(one.startswith("Views told, Ofsted") and "Mothers told" in one for one in told)
    assert not any("We shall publish" in one for one in told)


def test_a_known_disagreement_on_a_claim_is_told_with_both_sides(library):
    told = said(asked(library, "What is claimed about the briefing?"))
    assert told[-1].startswith("Papers disagree: “The briefing has reached every")
    assert "; against “Of 31 front-line teams 9" in told[-1]


def test_what_papers_say_is_not_known_stands_first_then_actions_nobody_reports_on(library):
    answer = asked(library, "What evidence is missing on early help?")
    first, second = said(answer)
    assert first.startswith("Not known or not looked at, Annual report")
    assert "no measure that tells us whether early help lasts" in first
    assert second.startswith("No report since, due 31 December 2024, ")
    assert "Ring families" in second


def test_kinds_of_evidence_that_no_paper_has_are_missing_and_others_are_not(library):
    gaps = {one.what: one.where for one in asked(library, "What evidence is missing on early help?").gaps}
    assert gaps["What practitioners say of early help"] == "5 documents searched"
    assert "A figure on early help" in gaps
    assert "What children, parents or carers say of early help" not in gaps
    assert "A finding of inspectors, auditors or reviewers on early help" not in gaps


def test_the_age_of_evidence_is_told_with_when_somebody_last_looked(library):
    answer = asked(library, "How old is our evidence on early help?")
    assert (
        "“Annual report of the Exmoor Safeguarding Children Partnership”, 4 September 2024" in answer.verdict
    )
    assert "16 months before 1 January 2026" in answer.verdict
    assert "last spoke of it on 6 March 2023 (2 years and more before" in answer.verdict
    assert answer.citations[0].document == "report.md"


def test_papers_that_are_named_are_asked_alone(library):
    answer = asked(library, "What evidence is there on early help in the annual report?")
    assert {one.document for one in answer.citations} == {"report.md"}
    assert "1 paper speaks of early help." in answer.verdict


def test_an_audit_that_is_called_so_tells_its_own_day(library):
    assert asked(library, "When was neglect last audited?") is None
    answer = asked(library, "When was early help last audited?")
    assert "last spoke of it on 6 March 2023" in answer.verdict


def test_papers_of_after_the_day_are_not_counted(library):
    answer = weighed_answer("How old is our evidence on early help?", library, Filters(), "2024-01-01")
    assert {one.document for one in answer.citations} == {"inspection.md"}


@pytest.mark.parametrize("text", ["What do we claim about knives?", "How old is our evidence on knives?"])
def test_a_matter_that_no_paper_names_is_refused(library, text):
    answer = asked(library, text)
    assert (answer.outcome, answer.statements) == ("not_found", ())
    assert "“knives”" in answer.reason


def test_where_only_others_speak_of_it_that_is_said(library):
    answer = asked(library, "What is claimed about families who wait?")
    assert "No paper of the partnership's own makes a claim" in answer.verdict
    assert said(answer)[0].startswith("Found, Ofsted")
    assert "the partnership's own" in answer.gaps[0].what


def test_nobody_audited_is_asked_of_everything(library):
    (told,) = said(asked(library, "What has nobody audited?"))
    assert told.startswith("Not known or not looked at, Annual report")
    assert "No audit of private fostering has been carried out." in told


def test_a_paper_whose_title_names_the_matter_is_on_it(tmp_path):
    title = "Audit of elective home education"
    found = "Of 31 children, 12 had been visited in the last year."
    (tmp_path / "audit.md").write_text(f"# {title}\n\n{NAME}, 26 February 2025\n\n## Findings\n\n{found}\n")
    with library_of([tmp_path]) as library:
        answer = asked(library, "When did we last look at elective home education?")
    assert title in answer.verdict
    assert answer.citations[0].quote == found
