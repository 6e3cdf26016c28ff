"""Papers that a question calls: which are meant, and what is said where there are none."""

import pytest
from found import record

from assistant.answer import Answer, Citation
from assistant.listing.no_paper import no_paper
from assistant.understanding.paper_named import paper_named


def paper(id_, title, published, place="Melford", kind="inspection"):
    made = {"organisation": "Ofsted", "subject": place, "published": published, "source": f"{id_}.pdf"}
    return record(id_, title, kind, **made)


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
        "Do deadlines appear in the plans in Ashby?",
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


@pytest.mark.parametrize(
    ("title", "put"),
    [
        ("Joint targeted area inspection of Melford", "What did the JTAI say?"),
        ("Joint inspection of arrangements in Melford", "What did the joint inspection say?"),
    ],
)
def test_an_inspection_is_called_as_its_title_calls_it(title, put):
    named = paper_named("What did the JTAI say?", [paper("joint", title, "2023-05-24")])
    assert named.text == put


def test_an_inspection_that_is_there_is_not_refused(library):
    text = "What did the JTAI find about the hub in Melford?"
    assert no_paper(text, paper_named(text, RECORDS), library, "2026-01-01") is None


OTHERS = [
    paper("first", "Audit of neglect", "2023-03-29", kind="audit"),
    paper("second", "Repeat audit: neglect", "2025-01-29", kind="audit"),
    paper("rowan", "Serious Case Review: Rowan", "2021-07-14", kind="review"),
    paper("march", "Melford Partnership Executive", "2024-03-13", kind="minutes"),
    paper("december", "Quality Assurance Group", "2024-12-11", kind="minutes"),
    paper("yearly", "Annual report 2022-23", "2023-09-27", kind="annual_report"),
    paper("theirs", "Ashby yearly report", "2024-09-18", "Ashby", kind="annual_report"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What does the second audit of neglect say about fathers?", ["second"]),
        ("What did the first neglect audit find about homes?", ["first"]),
        ("What did the previous audit of neglect say?", ["first"]),
        ("How many files did the second neglect audit read?", ["second"]),
        ("What do the latest minutes say about budgets?", ["december"]),
        ("What was said about budgets in the minutes of March 2024?", ["march"]),
        ("According to the Rowan review, who rang?", ["rowan"]),
        ("What is recommendation 4 of the Rowan review?", ["rowan"]),
        ("What did Melford's annual report for 2022-23 say about fostering?", ["yearly"]),
        ("What does Ashby's yearly report say about fostering?", ["theirs"]),
        ("What did the review say about Rowan's school?", ["rowan"]),
        ("What was said at the Quality Assurance Group meeting of December 2024?", ["december"]),
        ("In the neglect audit, how were the homes?", ["second", "first"]),
    ],
)
def test_a_paper_is_called_by_its_rank_month_name_or_owner(text, found):
    assert [one.id for one in paper_named(text, OTHERS).papers] == found


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("What does the third audit of neglect say about fathers?", ["second", "first"]),
        ("What did the 2021 audit of neglect find about homes?", ["second", "first"]),
        ("What was said about budgets in the minutes of June 2024?", ["december", "march"]),
        ("What did the Daniel review recommend?", ["rowan"]),
        ("What did the probation service's annual report say about staff?", ["theirs", "yearly"]),
    ],
)
def test_a_paper_that_is_not_there_is_told_with_those_that_come_nearest(text, near, library):
    named = paper_named(text, OTHERS)
    answer = no_paper(text, named, library, "2026-01-01")
    assert [one.id for one in named.held] == near
    assert answer.outcome == "not_found"
    assert f"“{named.name}”" in answer.reason
    assert named.held[0].title in answer.reason


@pytest.mark.parametrize(
    "text",
    [
        "What did the home visits audit find about drift?",
        "What did the audit find about neglect?",
        "What did the review say about Daniel's school?",
        "What did the minutes say about Rowan's school?",
        "What did the annual report say about Melford's schools?",
        "Is early help better in Ashby or in Melford?",
        "How many children were on plans in Melford in March 2024?",
        "Who is to carry out the audit of neglect?",
        "When will the third audit of neglect be carried out?",
        "What has been done about the recommendations of the Rowan review?",
        "Are all children in Melford offered a return home interview?",
        "Was it in 2024 that Ashby sent back a section 11 audit?",
        "How many schools in Ashby completed the safeguarding audit?",
        "Which schools are there in Ashby that completed the safeguarding audit?",
    ],
)
def test_words_that_do_not_tell_which_paper_call_none(text):
    assert paper_named(text, OTHERS) is None


def test_the_question_is_put_to_the_paper_without_what_calls_it():
    named = paper_named("What does the second audit of neglect say about fathers?", OTHERS)
    assert named.text == "What does the audit say about fathers?"


def test_a_paper_is_called_by_its_author_but_not_by_who_was_present(library, put):
    by = put("a.txt", "Home conditions\nIndependent author: Ann Vale\nAnn Vale met four families.")
    put("b.txt", "Minutes\nPresent: Ann Vale, Bo Reed\nThe plan was agreed.")
    records = library.documents()
    named = paper_named("What does Ann Vale's report say about families?", records, library)
    assert [one.id for one in named.papers] == [by]
    assert paper_named("What does Bo Reed's report say about families?", records, library).papers == ()


def test_another_paper_may_tell_of_one_that_is_not_there():
    named = paper_named("What did the 2020 audit of neglect find?", OTHERS)

    def answer(quote):
        cited = Citation(1, "a", "", "a.pdf", "", "", None, None, None, "", 0, len(quote), quote)
        return Answer("", "answered", "", "2026-01-01", "v1", (), (cited,), (), (), (), "")

    assert named.told_in(answer("In 2020 an audit of ten files had two chronologies."))
    assert not named.told_in(answer("The audit of ten files had two chronologies."))
