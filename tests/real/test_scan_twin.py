"""A scanned page gives the same answers as the same words in a text file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from ingest.read import read

FOLDER = Path(__file__).parents[3] / "shared" / "corpus" / "harrow"
SCAN, TEXT = "lrsa-case-study-harrow-2010-scanned.pdf", "lrsa-case-study-harrow-2010.txt"
COMPANY = ("lancashire-qa-and-scrutiny.html", "harrow-qa-framework-2015.pdf")

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the real documents are not beside the checkout"),
]

ANSWERED = [
    ("What support did Harrow ask for?", "quality assurance arrangements within the la"),
    ("What did the work with Harrow involve?", "interviews with key operational staff"),
    ("What did the LRSA's final report set out?", "strengths and weaknesses of the current local approach"),
    ("Which review did the final report refer to?", "messages from the munro review"),
    ("What is the new operating model for children's services?", "consulting on a new operating model"),
    ("What did the project lead the LRSA to do next?", "local government improvement and development"),
    ("What did the client think of the sound foundation?", "a sound foundation to build on"),
]
REFUSED = ["How many foster carers were recruited in Leeds?", "What was spent on consultants in Barnet?"]


def words(text):
    """The words of a text, without its typography."""
    return re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))


@pytest.fixture(scope="module")
def twins(tmp_path_factory):
    made = []
    for name in (SCAN, TEXT):
        assistant = build_assistant(Settings(tmp_path_factory.mktemp("twin") / "library"))
        assistant.ingest([FOLDER / name, *(FOLDER / other for other in COMPANY)])
        made.append(assistant)
    yield made
    for assistant in made:
        assistant.close()


def test_the_scan_holds_the_words_of_its_twin_in_their_order():
    scan, text = read(FOLDER / SCAN), read(FOLDER / TEXT)
    assert " ".join(words(text.text)) in " ".join(words(scan.text))
    assert (scan.pages[0].read_by, scan.unread_pages) == ("ocr", ())


def test_title_kind_body_and_area_are_those_of_the_twin():
    scan, text = read(FOLDER / SCAN), read(FOLDER / TEXT)
    assert set(words(text.title)) <= set(words(scan.title))
    assert (scan.kind, scan.subject, scan.published) == (text.kind, text.subject, text.published)


@pytest.mark.model
@pytest.mark.parametrize(("question", "answer"), ANSWERED)
def test_a_question_is_answered_with_the_same_words_and_marked_as_read_by_ocr(twins, question, answer):
    scan, text = (assistant.ask(question) for assistant in twins)
    assert scan.outcome == text.outcome
    for found, name, way in ((scan, SCAN, "ocr"), (text, TEXT, "text")):
        right = [one for one in found.citations if answer in " ".join(words(one.quote))]
        assert [(one.document, one.read_by) for one in right] == [(name, way)]


@pytest.mark.model
@pytest.mark.parametrize("question", REFUSED)
def test_a_question_that_neither_answers_is_refused_by_both(twins, question):
    assert [assistant.ask(question).outcome for assistant in twins] == ["not_found", "not_found"]
