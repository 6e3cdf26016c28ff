"""Answers from the sample corpus with the real weights: what holds for every question."""

from __future__ import annotations

import json
import re
from dataclasses import asdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import documents_path
from ingest.filters import Filters
from ingest.places import NO_PAGE

pytestmark = pytest.mark.model

TOPICS = [
    "neglect",
    "audits",
    "section 11",
    "thresholds",
    "fathers",
    "supervision",
    "the improvement plan",
    "training",
]
OPENINGS = [
    "What do the documents say about",
    "How many children",
    "When did the board discuss",
    "Who is responsible for",
]

questions = st.builds(
    "{} {} {}?".format, st.sampled_from(OPENINGS), st.sampled_from(TOPICS), st.sampled_from(TOPICS)
)


def every_citation(answer):
    return [*answer.citations, *answer.nearest]


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(question=questions)
def test_every_citation_stands_in_its_document_on_its_page(sample, question):
    for citation in every_citation(sample.ask(question)):
        document = sample.show(citation.document_id)
        assert document.text[citation.start : citation.end] == citation.quote
        assert document.sha256 == citation.document_sha256
        if citation.page_index is not None:
            page = document.pages[citation.page_index]
            assert (page.index, page.label) == (citation.page_index, citation.page_label)
        if document.places is not None:
            pages = document.places.pages[citation.start : citation.end]
            assert pages[pages != NO_PAGE][0] == citation.page_index


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(question=questions)
def test_the_same_question_has_the_same_answer(sample, question):
    once, again = (json.dumps(asdict(sample.ask(question))) for _ in range(2))
    assert once == again


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(question=questions)
def test_an_answer_has_statements_or_a_reason_never_both(sample, question):
    answer = sample.ask(question)
    assert bool(answer.statements) != bool(answer.reason)
    assert (answer.outcome == "not_found") == (not answer.statements)
    cited = {n for statement in answer.statements for n in statement.citations}
    assert cited == {citation.n for citation in answer.citations}


def test_ingesting_again_changes_nothing_and_embeds_nothing(sample, monkeypatch):
    def refuse(texts):
        raise AssertionError(f"embedded {len(texts)} texts again")

    version = sample.library_version()
    monkeypatch.setattr(sample.embedder, "embed", refuse)
    report = sample.ingest([documents_path()])
    assert {document.status for document in report.documents} == {"unchanged"}
    assert sample.library_version() == version


def test_no_question_waits_for_a_document_to_be_read_for_ledgers(sample):
    derived = sample.settings.library / "derived"
    for name in ("statements", "actions", "recommendations", "claims", "sketch"):
        held = {file.name.split(".")[0] for file in derived.glob(f"*.{name}.json")}
        assert held >= {record.id for record in sample.documents()}


def test_every_document_of_the_sample_is_read(sample):
    assert {document.status for document in sample.first_report.documents} == {"added"}
    assert len(sample.documents()) >= 14


def test_filters_hold_for_every_result(sample):
    kinds = {record.id: record.kind for record in sample.documents()}
    results = sample.search("recommendations", k=20, filters=Filters(kinds=("audit",)))
    assert results
    assert {kinds[result.document_id] for result in results} == {"audit"}


@pytest.mark.parametrize(
    "question", ["What is the boiling point of lead?", "Who won the football league in 1987?"]
)
def test_a_question_about_something_else_is_refused(sample, question):
    answer = sample.ask(question)
    assert answer.outcome == "not_found"
    assert answer.nearest


def test_limits_that_no_document_meets_are_named_as_the_reason(sample):
    answer = sample.ask("Is supervision good?", filters=Filters(since="2031"))
    assert answer.outcome == "not_found"
    assert "limited to" in answer.reason


def test_quotes_hold_no_control_characters(sample):
    for record in sample.documents():
        assert not re.search(
            r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", sample.show(record.id).text
        )


def test_how_something_is_known_is_answered_by_what_several_papers_say_of_it(sample):
    asked = "How do we know that supervision has become more reflective?"
    answer = sample.ask(asked)
    assert answer.question == asked
    assert any("Against: “2.3 Supervision has not improved" in one.text for one in answer.statements)
    assert len({citation.document_id for citation in answer.citations}) > 1


def test_a_misspelt_question_gets_the_answer_of_the_one_meant_and_says_what_was_taken_for_what(sample):
    meant = sample.ask("What do audits say about supervision in Aldermere?")
    typed = sample.ask("What do audits say about supervison in Aldemrere?")
    assert typed.understood == meant.question
    assert [one.quote for one in typed.citations] == [one.quote for one in meant.citations]
    found = sample.search("supervison records", k=3)
    assert {one.understood for one in found} == {"supervision records"}
    assert [one.text for one in found] == [one.text for one in sample.search("supervision records", k=3)]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Hello, could you please tell me who chairs the partnership?", "Who chairs the partnership?"),
        (
            "HOW MANY NOTIFICATIONS WERE WAITING TO BE GRADED?",
            "How many notifications were waiting to be graded?",
        ),
        ("Do you know how many teachers died in Wales? Thanks.", "How many teachers died in Wales?"),
    ],
)
def test_a_question_is_answered_alike_whatever_courtesies_stand_around_it(sample, typed, plain):
    told, asked = sample.ask(typed), sample.ask(plain)
    assert (told.question, told.understood) == (typed, "")
    assert (told.outcome, told.reason) == (asked.outcome, asked.reason)
    assert [one.quote for one in told.citations] == [one.quote for one in asked.citations]
    kept = sample.ask(typed, conversation=f"courtesies {plain}")
    assert (kept.question, kept.understood) == (typed, "")
    assert [one.quote for one in kept.citations] == [one.quote for one in asked.citations]
