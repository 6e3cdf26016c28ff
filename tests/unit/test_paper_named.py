"""Inspections called by their sort or year: which papers are meant, and what is said where there are none."""

import pytest

from assistant.listing.no_paper import no_paper
from assistant.understanding.paper_named import paper_named
from ingest.records import DocumentRecord


def paper(id_, title, published, place="Melford", kind="inspection"):
    return DocumentRecord(
        id_, title, kind, "Ofsted", place, published, None, "", f"{id_}.pdf", "", "", 1, 1, 0, (), None, ""
    )


RECORDS = [
    paper("joint", "Joint targeted area inspection of Melford", "2023-05-24"),
    paper("old", "Inspection of Melford local authority children’s services", "2019-02-01"),
    paper("new", "Inspection of Melford local authority children’s services", "2024-03-04"),
    paper("send", "Area SEND inspection of Ashby Local Area Partnership", "2022-06-01", "Ashby"),
    paper("review", "Review of the year", "2020-06-01", "Ashby", kind="report"),
    paper("plan", "Action plan after the joint targeted area inspection", "2024-06-01", kind="action_plan"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What did the JTAI find about the hub in Melford?", ["joint"]),
        ("What did the joint targeted area inspection say about the hub?", ["joint"]),
        ("What did the 2024 inspection of Melford say about audits?", ["new"]),
        ("Who led the inspection of Melford in 2019?", ["old"]),
        ("What did Ofsted say about audits in Melford in 2024?", ["new"]),
        ("What did the SEND inspection of Ashby find?", ["send"]),
        ("What did the SEND inspection of Melford find?", []),
        ("What did the 2021 inspection of Melford say about audits?", []),
        ("What did the 2022 report say about Ashby?", ["send"]),
        ("What did the 2020 report say about Ashby?", ["review"]),
        ("What did the 2020 Ofsted report say about Ashby?", []),
    ],
)
def test_a_sort_or_a_year_calls_a_paper(text, found):
    named = paper_named(text, RECORDS)
    assert [one.id for one in named.papers] == found


@pytest.mark.parametrize(
    "text",
    [
        "Who should send the written statement of Melford?",
        "What did inspectors say about audits in Melford?",
        "How did the JTAI of Melford differ from the SEND inspection of Ashby?",
        "What happened in Melford in 2021?",
        "How was Melford judged in the 2011 inspection?",
    ],
)
def test_other_questions_call_none(text):
    assert paper_named(text, RECORDS) is None


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("How has Melford responded to the JTAI?", ["new", "plan"]),
        ("Did Melford sort out the priority actions from the JTAI?", ["new", "plan"]),
        ("What has Ashby done since the SEND inspection?", []),
    ],
)
def test_what_came_of_an_inspection_is_told_by_later_papers(text, later):
    assert [one.id for one in paper_named(text, RECORDS).later] == later


def test_what_the_paper_itself_wants_done_is_asked_of_it():
    assert paper_named("Who should lead on the response to the Melford JTAI?", RECORDS).later is None


def test_the_refusal_names_the_inspections_that_there_are(library):
    text = "What did the SEND inspection of Melford find?"
    answer = no_paper(text, paper_named(text, RECORDS), library, "2026-01-01")
    assert answer.outcome == "not_found"
    assert answer.reason == (
        "No SEND inspection of Melford is among the documents. Of Melford they hold: "
        "Inspection of Melford local authority children’s services, 4 March 2024; "
        "Joint targeted area inspection of Melford, 24 May 2023; "
        "Inspection of Melford local authority children’s services, 1 February 2019."
    )
    assert answer.gaps[0].what == "An SEND inspection of Melford"


def test_what_came_after_the_last_paper_cannot_be_told(library):
    text = "What has Ashby done since the SEND inspection?"
    answer = no_paper(text, paper_named(text, RECORDS), library, "2026-01-01")
    assert "No document about Ashby is later" in answer.reason


def test_an_inspection_that_is_there_is_not_refused(library):
    text = "What did the JTAI find about the hub in Melford?"
    assert no_paper(text, paper_named(text, RECORDS), library, "2026-01-01") is None
