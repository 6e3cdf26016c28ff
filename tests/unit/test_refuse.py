"""Answer or refuse, and why."""

from dataclasses import replace
from typing import get_args

import pytest

from assistant.asked.facts import Fact
from assistant.evidence import Evidence
from assistant.refusal.case import Case
from assistant.refusal.lacking import lacking as lacking_fact
from assistant.refusal.refuse import decide, that_may_refuse, unlikely
from assistant.refusal.rules import no_year
from assistant.refusal.signals import measure
from assistant.retrieval.found import Found
from assistant.retrieval.match import Match
from assistant.sentences.unmet import unmet
from assistant.understanding.understand import understand
from ingest.passage import Passage
from prompts import load_data


@pytest.fixture
def record(library, written):
    document, passages, data = written(
        "plan.txt", "The board signed the plan.", subject="Harrow", published="2012-11-14"
    )
    library.add(document, passages, library_vectors(passages), data, "fake-16")
    return library.record("plan.txt")


def library_vectors(passages):
    import numpy as np

    return np.eye(len(passages), 16, dtype=np.float32)


def evidence(record, text="The board signed the plan.", strength=0.9, missing=()):
    passage = Passage("p", record.id, 0, len(text), text)
    found = Found(passage, 5.0, strength, 0.0, 1.0)
    return Evidence(found, 0, len(text), strength, strength, missing, strength)


def lacking(question, record, text="The board signed the plan.", sentence="The board signed the plan."):
    return unmet(understand(question), sentence, Passage("p", record.id, 0, len(text), text), record)


def test_close_evidence_is_answered(record):
    item = evidence(record)
    assert decide(understand("Who signed the plan?"), [item.found], [item], lambda word: True).answer


@pytest.mark.parametrize(("dense", "reason"), [(0.1, "off_topic"), (0.38, "nothing_near")])
def test_far_evidence_is_refused_by_how_far_it_is(record, dense, reason):
    item = evidence(record, strength=0.1)
    near = replace(item.found, dense=dense)
    decision = decide(understand("Who won the cup?"), [near], [item], lambda word: False)
    assert (decision.answer, decision.reason) == (False, reason)


def test_evidence_that_the_reader_finds_near_is_not_far(record):
    item = evidence(record, strength=0.1)
    near = replace(item.found, dense=0.1)
    question = understand("Where was the plan signed?")
    assert not decide(question, [near], [item], lambda word: True).answer
    read = replace(near, cross=-1.0)
    assert decide(question, [read], [replace(item, own_closeness=0.9)], lambda word: True).answer


def test_documents_that_hold_what_is_asked_about_are_not_said_to_be_about_other_matters(record):
    item = evidence(record, strength=0.1)
    near = replace(item.found, dense=0.1)
    decision = decide(understand("What is wrong with the plan?"), [near], [item], lambda word: True)
    assert (decision.answer, decision.reason) == (False, "fact_missing")


def test_places_that_are_each_spoken_of_are_not_said_to_be_missing(record):
    here, there = evidence(record, missing=("Halton",)), evidence(record, missing=("Harrow",))
    question = understand("Which of Harrow and Halton won the cup?", {"Harrow", "Halton"})
    decision = decide(question, [replace(here.found, dense=0.1)], [here, there], lambda word: True)
    assert (decision.reason, decision.missing) == ("not_together", ("Halton",))


def test_without_any_evidence_nothing_is_near():
    assert decide(understand("Who won the cup?"), [], [], lambda word: False).reason == "nothing_near"


def test_a_year_counts_as_met_by_the_documents_date(record):
    assert lacking("Was it signed in 2012?", record) == ()
    assert lacking("Was it signed in 2019?", record) == ("2019",)


def test_a_place_counts_as_met_by_the_documents_subject(record):
    assert lacking("Did the Harrow board sign?", record) == ()
    assert lacking("Did the Barnet board sign?", record) == ("Barnet",)


def test_a_year_in_another_sentence_of_the_passage_does_not_count(record):
    text = "The board signed the plan. In 2019 it was read."
    assert lacking("Was it signed in 2019?", record, text, "The board signed the plan.") == ("2019",)
    assert lacking("Was it read in 2019?", record, text, "In 2019 it was read.") == ()


def test_the_month_that_a_paper_is_of_need_not_stand_in_it(record):
    assert lacking("How many had signed by November 2012?", record) == ()
    assert "October" in lacking("How many had signed by October 2012?", record)


@pytest.mark.parametrize("name", ["Dr Obi", "Mrs Obi", "Inspector Obi", "Lena Obi"])
def test_a_person_is_named_by_title_and_surname(record, name):
    assert lacking(f"What does {name} say?", record, "Dr Lena Obi signed.") == ()
    assert lacking(f"What does {name} say?", record, "Nurse Lena Vale signed.") == (name,)


def test_a_name_in_the_plural_is_met_by_one_of_them(record):
    assert lacking("What do the GPs say?", record, "The GP survey is out.") == ()
    assert lacking("What do the GPs say?", record, "The survey is out.") == ("GPs",)


def test_a_name_of_several_words_is_met_by_them_in_their_order(record):
    text = "A safer start for families in London."
    assert lacking("What does Safer London do?", record, text) == ("Safer London",)
    assert lacking("What does Safer London do?", record, "Parents praise Safer London.") == ()
    assert (
        unmet(
            understand("Is the Harrow Panel new?", {"Harrow"}),
            "A new panel met.",
            Passage("p", record.id, 0, 16, "A new panel met."),
            record,
        )
        == ()
    )


@pytest.mark.parametrize(("word", "reason"), [("football", "kind_missing"), ("reading", "")])
def test_a_kind_of_thing_that_no_paper_speaks_of_is_refused(record, word, reason):
    item = evidence(record)
    item = replace(item, found=replace(item.found, match=matched(("team", word))))
    question = understand(f"Which {word} team signed the plan?")
    decision = decide(question, [item.found], [item], lambda asked: asked != "football")
    assert (decision.reason, decision.missing) == (reason, (word,) if reason else ())


def matched(words):
    import numpy as np

    return Match(np.zeros((len(words), 1), np.float32), np.ones(len(words)), words, np.array([[0, 3]]))


@pytest.mark.parametrize(
    ("question", "reason"), [("In 1999?", "other_year"), ("Did the Barnet lot sign?", "other_place")]
)
def test_a_refusal_names_the_year_or_place_that_is_missing(record, question, reason):
    item = evidence(record, strength=0.2, missing=("1999",) if "1999" in question else ("Barnet",))
    assert decide(understand(question), [item.found], [item], lambda word: True).reason == reason


@pytest.mark.parametrize(
    ("time", "published", "answer"),
    [
        ("in 2021-22", "2025-03-19", False),
        ("in 2021-22", "2023-03-19", True),
        ("in 2021-22", None, True),
        ("in 2021", "2022-03-19", True),
        ("in 2021", "2020-03-19", False),
        ("in March 2021", "2023-03-19", False),
    ],
)
def test_a_year_of_which_no_near_paper_is_is_not_answered_by_others(record, time, published, answer):
    question = understand(f"What did the board sign {time}?")
    item = replace(evidence(record, missing=question.times), published=published)
    reading = replace(item, found=replace(item.found, dense=0.9), state=None)
    refusal = no_year(Case(question, [reading.found], [reading], lambda word: True))
    assert (refusal is None) is answer


def test_every_reason_has_its_sentence():
    rules = load_data("refusal.yaml")
    assert set(rules["reasons"]) >= {"nothing_near", "fact_missing", "other_place", "other_year"}
    assert set(rules["reasons"]) >= {"leans", "nothing_more", "denied", *rules["lacking"].values()}
    assert {*rules["lacking"], *rules["partly"]} == set(rules["looked_at"]) == set(get_args(Fact))


@pytest.mark.parametrize(("text", "missing"), [("It was late.", 1), ("It was late because of rain.", 0)])
def test_where_no_reason_is_told_the_answer_is_one_in_part(record, text, missing):
    item = evidence(record, text)
    decision = decide(understand("Why was it late?"), [item.found], [item], lambda word: True)
    assert (decision.answer, len(decision.missing)) == (True, missing)


def test_a_sentence_on_something_else_is_no_part_of_an_answer(record):
    question = understand("Why did the committee reject the flood plan in the library?")
    on_it = evidence(record, "The committee rejected the flood plan in the library after a vote.")
    beside = evidence(record, "The committee meets in March.")
    told = decide(question, [on_it.found], [on_it, beside], lambda word: True)
    other = decide(question, [beside.found], [beside, on_it], lambda word: True)
    assert (told.answer, other.answer, other.reason) == (True, False, "fact_missing")


def test_a_sum_that_no_sentence_gives_is_refused(record):
    item = evidence(record)
    question = understand("What was the budget for the plan?")
    decision = decide(question, [item.found], [item], lambda word: True)
    assert (decision.answer, decision.reason) == (False, "figure_missing")


def test_a_count_that_no_sentence_about_the_thing_gives_is_refused(record):
    item = evidence(record, "Social workers are well supported.")
    question = understand("How many social workers are there?")
    decision = decide(question, [item.found], [item], lambda word: True)
    assert (decision.answer, decision.reason) == (False, "figure_missing")


def test_a_refusal_does_not_say_that_a_place_is_missing_which_another_sentence_meets(record):
    best, other = evidence(record, strength=0.3, missing=("Barnet",)), evidence(record, strength=0.3)
    question = understand("Did the Barnet board sign?")
    decision = decide(question, [best.found], [best, other], lambda word: False)
    assert (decision.answer, decision.missing) == (False, ())
    assert decision.reason not in ("other_place", "other_year")


@pytest.mark.parametrize(
    ("readings", "shown"),
    [([], 1.0), ([2.0], 0.0), ([2.0, 2.0], 0.0), ([-1.0, 6.0], 0.5), ([9.0, -9.0, -9.0], 1.0)],
)
def test_sentences_that_are_read_as_much_alike_speak_against_an_answer(record, readings, shown):
    items = [replace(evidence(record), cross=reading) for reading in readings] or [evidence(record)]
    found = [item.found for item in items]
    assert measure(understand("Who signed the plan?"), found, items, lambda word: True).ahead == shown


def test_a_theme_that_the_place_has_nothing_on_is_named(record):
    item, elsewhere = evidence(record, strength=0.3), evidence(record, strength=0.9, missing=("Harrow",))
    near = replace(item.found, affinity=1.0)
    question = understand("What was said about neglect in Harrow?", {"Harrow"})
    decision = decide(question, [near], [item, elsewhere], lambda word: word == "harrow")
    assert (decision.reason, decision.missing) == ("theme_missing", ("neglect",))


def test_a_fact_given_of_another_place_does_not_count(record):
    here = evidence(record, "Schools took part.")
    elsewhere = evidence(record, "There 40 schools took part.", missing=("Harrow",))
    question = understand("How many schools took part in Harrow?", {"Harrow"})
    assert lacking_fact(question, [elsewhere, here], {"count": 5}) == "count"
    assert lacking_fact(question, [elsewhere], {"count": 5}) is None


@pytest.mark.parametrize(
    ("text", "missing"),
    [("The board signed the plan.", ("By when",)), ("The board signs the plan by 3 May 2030.", ())],
)
def test_a_part_of_the_question_that_no_sentence_answers_is_named(record, text, missing):
    item = evidence(record, text)
    decision = decide(understand("Who signs the plan, and by when?"), [item.found], [item], lambda word: True)
    assert (decision.answer, decision.missing) == (True, missing)


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("What is said about the hub?", True),
        ("What is said about the rota?", False),
        ("Who leads the hub?", False),
    ],
)
def test_what_names_the_matter_tells_some_of_what_is_said_of_it(record, question, answers):
    item = evidence(record, "Partners oversee the hub too little.")
    case = Case(understand(question), [item.found], [item], lambda word: True)
    assert (unlikely not in that_may_refuse(case)) is answers
