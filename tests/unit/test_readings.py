"""A turn is read in several ways, and the one whose answer reads best is what was meant."""

from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation
from assistant.conversations.choose_reading import answer_as_meant
from assistant.follow_up.readings import Reading, readings_of, topic_of
from assistant.follow_up.scope import Scope
from ingest.conversation import Turn
from prompts import load_data

TEXT = "Visits were late."
HUB = "What is the hub in Leeds?"


@pytest.fixture
def scope(library, put):
    """After a question about the hub that a Leeds paper answered; the library has two areas and guidance."""
    put("leeds.txt", TEXT, title="Letter", kind="inspection", subject="Leeds", published="2024-03-01")
    put("more.txt", TEXT + "2", title="Letter", kind="inspection", subject="Leeds", published="2022-03-01")
    put("harrow.txt", TEXT + "3", title="Letter", kind="inspection", subject="Harrow")
    put("guide.txt", TEXT + "4", title="Guide", kind="guidance")
    return Scope.of([_turn(library, "leeds.txt")], library)


def _turn(library, source):
    return Turn(HUB, HUB, ((_ids(library, source)[0], 0, len(TEXT)),))


def _ids(library, *sources):
    return tuple(one.id for source in sources for one in library.documents() if one.source == source)


def _answer(text, quote):
    cited = Citation(1, "d", "", "", "", "Letter", None, None, None, "", 0, 1, quote)
    outcome, citations = ("answered", (cited,)) if quote else ("not_found", ())
    return Answer(text, outcome, "", "", "v", (), citations, (), (), (), "")


def test_a_question_with_a_subject_of_its_own_keeps_the_place(scope):
    (group,) = readings_of("are there enough foster carers?", HUB, scope)
    (own,) = group
    assert (own.text, own.told()) == (
        "Are there enough foster carers?",
        "Are there enough foster carers in Leeds?",
    )
    assert {*own.within} == {*_ids(scope.library, "leeds.txt", "more.txt", "guide.txt")}


def test_whoever_is_named_may_belong_to_another_place(scope):
    own, everywhere = readings_of("how many teams discussed the briefing on Ivy?", HUB, scope)
    assert (own[0].place, everywhere) == ("Leeds", (Reading(own[0].text),))
    assert len(readings_of("how many teams discussed the briefing of CAMHS?", HUB, scope)) == 1


def test_the_place_stays_after_a_refusal(scope):
    (group,) = readings_of("are there enough foster carers?", "How many dentists work in Harrow?", scope)
    assert group[0].told() == "Are there enough foster carers in Harrow?"


def test_a_place_of_its_own_is_all_it_is_asked_of(scope):
    assert readings_of("are there enough foster carers in Harrow?", HUB, scope) == (
        (Reading("are there enough foster carers in Harrow?", by_rule=True),),
    )


def test_what_points_back_is_read_by_rule_of_the_paper_quoted_and_after_the_question_before(scope):
    (group,) = readings_of("does it keep children at home?", HUB, scope)
    assert [one.text for one in group] == [
        "Does the hub in Leeds keep children at home?",
        "Does it keep children at home?",
        f"Does it keep children at home? {HUB}",
    ]
    assert group[1].within == _ids(scope.library, "leeds.txt")


def test_no_paper_is_put_for_a_word_that_stands_for_no_subject(scope):
    ((here, after),) = readings_of("and who works there?", HUB, scope)
    assert (here.text, after.text) == ("Who works there?", f"Who works there? {HUB}")


def test_what_was_talked_about_outlives_a_turn_that_asked_more_of_it():
    assert topic_of(f"Since when? {HUB}") == topic_of(HUB) == HUB


def test_the_answer_that_reads_best_is_taken_and_says_how_it_was_read():
    fits = {"Staff live there.": 5.0, "Letters are long.": -9.0}
    readings = (Reading("Who works there?"), Reading(f"Who works there? {HUB}"))
    said = dict(zip(readings, ("Letters are long.", "Staff live there."), strict=True))
    judged = []

    def judge(question, texts):
        judged.append(question)
        return [fits[text.partition("\n")[2]] for text in texts]

    answer = answer_as_meant((readings,), lambda one: _answer(one.text, said[one]), judge)
    assert answer.question == f"Who works there? {HUB}"
    assert judged == [one.text for one in readings]


def test_the_rules_words_are_told_where_the_answers_agree():
    rule, after = Reading("Who works in the hub?", by_rule=True), Reading("Who works there? And so on?")
    answers = {rule: _answer(rule.text, "Letters."), after: _answer(after.text, "Staff.")}
    both = answers[rule].citations + answers[after].citations
    answers[rule] = replace(answers[rule], citations=both)
    answer = answer_as_meant(
        ((rule, after),), answers.__getitem__, lambda _, texts: [20.0 * ("Staff." in one) for one in texts]
    )
    assert (answer.question, answer.citations[0].quote) == (rule.text, "Staff.")


def test_without_a_judge_the_first_that_answers_is_taken_and_no_more_is_asked():
    asked = []

    def ask(reading):
        asked.append(reading.text)
        return _answer(reading.text, "" if reading.text == "One?" else "Yes.")

    readings = (Reading("One?"), Reading("Two?"), Reading("Three?"))
    assert answer_as_meant((readings,), ask, None).question == "Two?"
    assert asked == ["One?", "Two?"]


def test_where_nothing_answers_the_refusal_of_the_widest_search_is_given():
    groups = ((Reading("One?", place="Leeds"),), (Reading("One?"),))
    answer = answer_as_meant(groups, lambda one: _answer(one.text, ""), lambda _, texts: [0.0 for _ in texts])
    assert (answer.outcome, answer.question) == ("not_found", "One?")


@pytest.mark.parametrize(("place", "taken"), [("Leeds", "Sure."), ("", "Perhaps.")])
def test_an_answer_in_doubt_gives_way_to_a_sure_one_of_the_same_place(place, taken):
    narrow, wide = Reading("One?", ("d",), "Leeds"), Reading("One?", (), place)
    doubtful = replace(_answer("One?", "Perhaps."), verdict=load_data("answer.yaml")["doubt"])
    answers = {narrow: doubtful, wide: _answer("One?", "Sure.")}
    answer = answer_as_meant(((narrow,), (wide,)), answers.__getitem__, lambda _, texts: [0.0 for _ in texts])
    assert answer.citations[0].quote == taken
    answers[wide] = _answer("One?", "")
    answer = answer_as_meant(((narrow,), (wide,)), answers.__getitem__, lambda _, texts: [0.0 for _ in texts])
    assert answer.citations[0].quote == "Perhaps."


def test_the_refusal_of_what_a_rule_tells_stands():
    rule, after = Reading("Who paid for the hub?", by_rule=True), Reading("Who paid? What is the hub?")
    answer = answer_as_meant(
        ((rule, after),),
        lambda one: _answer(one.text, "" if one is rule else "It is a hub."),
        lambda _, texts: [5.0 for _ in texts],
    )
    assert (answer.outcome, answer.question) == ("not_found", rule.text)


@pytest.mark.parametrize(("bears", "outcome"), [(-4.0, "answered"), (-10.0, "not_found")])
def test_what_is_found_with_the_question_before_has_to_bear_on_the_turn(bears, outcome):
    readings = (Reading("How old is it?"), Reading(f"How old is it? {HUB}", turn="How old is it?"))
    answer = answer_as_meant(
        (readings,), lambda one: _answer(one.text, "Staff." if one.turn else ""), lambda *_: [bears]
    )
    assert answer.outcome == outcome


def test_a_short_question_is_put_for_the_rest_of_the_one_before_or_after_it(scope):
    (group,) = readings_of("since when?", HUB, scope)
    assert [one.text for one in group] == [
        "Since when is the hub in Leeds?",
        "Since when?",
        f"Since when? {HUB}",
    ]


def test_after_a_question_for_a_paper_the_next_is_put_to_that_paper_first(scope):
    groups = readings_of("what was the overall grade?", "Who led the 2024 inspection?", scope)
    assert groups[0][0].within == _ids(scope.library, "leeds.txt")
    assert len(groups) == 2
