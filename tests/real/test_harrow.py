"""The main job on real documents: one partnership over fifteen years, from folders beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.bootstrap import build_assistant
from assistant.settings import Settings

FOLDER = Path(__file__).parents[3] / "shared" / "corpus" / "harrow"

pytestmark = [
    pytest.mark.real,
    pytest.mark.model,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the real documents are not beside the checkout"),
]

PLAN = "harrow-post-ofsted-improvement-plan-2012.docx"
LANCASHIRE = "lancashire-qa-and-scrutiny.html"
LONDON = "lrsa-end-of-project-case-studies-2011.pdf"
INSPECTION_2017 = "harrow-ilacs-2017-03-31.pdf"
FRAMEWORK = "harrow-qa-framework-2015.pdf"

ANSWERABLE = [
    ("When did the improvement board sign off the post-Ofsted plan?", PLAN, None, "10th September 2012"),
    (
        "How many recommendations does the post-Ofsted improvement plan cover?",
        PLAN,
        None,
        "22 recommendations",
    ),
    ("How often does Lancashire run section 11 audits?", LANCASHIRE, None, "undertaken annually"),
    ("How many cases were read in the Croydon care-plan audit?", LONDON, (5, 6), "reviewed 10 cases"),
    ("What did inspectors judge of the Harrow LSCB in 2017?", INSPECTION_2017, (32,), "requires improvement"),
    ("What does the framework say about deep dives?", FRAMEWORK, (2, 4, 5), "deep dive"),
]
UNANSWERABLE = [
    "Who is Lancashire's independent scrutineer?",
    "How many children were on child protection plans in Barnet in 2019?",
    "What did the Harrow board spend on consultants in 2015?",
]


@pytest.fixture(scope="module")
def harrow(tmp_path_factory):
    assistant = build_assistant(Settings(tmp_path_factory.mktemp("harrow") / "library"))
    assistant.ingest([FOLDER])
    yield assistant
    assistant.close()


@pytest.mark.parametrize(("question", "document", "pages", "words"), ANSWERABLE)
def test_a_question_is_answered_with_the_right_words_document_and_page(
    harrow, question, document, pages, words
):
    answer = harrow.ask(question)
    right = [citation for citation in answer.citations if words in citation.quote]
    assert answer.outcome != "not_found"
    assert [citation.document for citation in right] != []
    assert {citation.document for citation in right} == {document}
    assert pages is None or {citation.page_index for citation in right} <= set(pages)


@pytest.mark.parametrize("question", UNANSWERABLE)
def test_a_question_the_documents_do_not_answer_is_refused(harrow, question):
    answer = harrow.ask(question)
    assert answer.outcome == "not_found"
    assert answer.reason
    assert answer.nearest


def test_a_quotation_from_the_scanned_page_says_that_it_was_read_by_ocr(harrow):
    found = harrow.ask("What do we hear of the scanned Harrow case study's Client review? Very useful?")
    read_by = {citation.document: citation.read_by for citation in found.citations + found.nearest}
    assert read_by.get("lrsa-case-study-harrow-2010-scanned.pdf", "ocr") == "ocr"
    assert all(way == "text" for document, way in read_by.items() if "scanned" not in document)
