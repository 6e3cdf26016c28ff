"""Themes that a question names and the documents about its place do not speak of."""

from dataclasses import replace

import pytest

from assistant.evidence import Evidence
from assistant.refusal.case import Case
from assistant.refusal.rules import no_group, no_subject
from assistant.refusal.unspoken import subject_unspoken, topic_unspoken, unspoken
from assistant.repeats.themes import themes_of
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from ingest.passage import Passage


def found(text, affinity, document="d"):
    return Found(Passage("p", document, 0, len(text), text), 1.0, 0.5, affinity, 1.0)


@pytest.mark.parametrize(
    ("texts", "themes"),
    [
        ([("Harrow trains its staff.", 1.0), ("Neglect was missed in Barnet.", 0.0)], ("neglect",)),
        ([("Harrow trains its staff.", 1.0), ("Home conditions are assessed well.", 1.0)], ()),
        ([("Neglect was missed in Barnet.", 0.0)], ()),
    ],
)
def test_a_theme_is_unspoken_where_the_place_has_papers_and_none_holds_a_word_of_it(texts, themes):
    question = understand("What worries inspectors about neglect in Harrow?", {"Harrow"})
    assert unspoken(question, [found(*one) for one in texts]) == themes


def test_a_theme_that_the_fields_words_leave_out_is_none():
    held = [found("Harrow trains its staff.", 1.0)]
    assert unspoken(understand("Do dads get help in Harrow?", {"Harrow"}), held)
    assert unspoken(understand("Do mums and dads get help in Harrow?", {"Harrow"}), held) == ()


def test_without_a_place_a_theme_is_missed_only_in_the_one_paper_that_is_asked():
    question, staff = understand("What do inspectors say about neglect?"), found("Staff.", 0.0)
    assert unspoken(question, [staff, found("Homes.", 0.0, "e")]) == ()
    assert unspoken(question, [staff, found("Homes.", 0.0)]) == ("neglect",)
    assert topic_unspoken(question, [staff], (), lambda word: True) == ("neglect",)


def test_in_a_library_of_one_area_a_theme_is_missed_in_all_of_its_papers():
    held = [found("Staff.", 0.0), found("Homes.", 0.0, "e")]
    for text in ("Is there anything on neglect?", "Is our response to neglect any good?"):
        here = replace(understand(text), home=("Harrow",))
        assert topic_unspoken(here, held, (), lambda word: True) == ("neglect",)
        assert topic_unspoken(here, [*held, found("Neglect.", 0.0)], (), lambda word: True) == ()
        assert topic_unspoken(replace(here, home=()), held, (), lambda word: True) == ()
    shared = "Information is shared by the police."
    here = replace(understand("Do the police share information?"), home=("Harrow",))
    told = Evidence(found(shared, 0.0), 0, len(shared), 0.5, 0.5)
    assert topic_unspoken(here, held, (), lambda word: True) == ("information sharing",)
    assert topic_unspoken(here, held, (told,), lambda word: True) == ()


def test_a_subject_is_unspoken_where_nothing_found_has_any_of_its_names():
    asked = understand("Do health visitors in Harrow report neglect?", {"Harrow"})
    elsewhere = found("Health visitors report neglect.", 0.0)
    for text, missed in (
        ("Health staff report neglect; parents may visit.", ("health visitors",)),
        ("Health-visiting staff report it, as 0-19 services do.", ()),
        ("The health visitor reports neglect.", ()),
    ):
        assert subject_unspoken(asked, [found(text, 1.0), elsewhere]) == missed
    assert subject_unspoken(asked, [elsewhere]) == ()


def test_a_subject_has_to_stand_where_the_best_sentences_do():
    question, near = understand("Do dentists pass on concerns?"), found("Schools pass on concerns.", 0.0)
    far = found("A dentist came.", 0.0)
    assert subject_unspoken(question, [near, far]) == ()
    for best, missed in ((near, ("not_together", ("dentists",))), (far, None)):
        evidence = [Evidence(best, 0, len(best.passage.text), 0.5, 0.5)]
        assert no_subject(Case(question, [near, far], evidence, lambda word: True)) == missed


def test_of_several_subjects_one_told_is_enough_and_who_asks_is_none():
    both = understand("Do dentists and pharmacies pass on concerns?")
    assert subject_unspoken(both, [found("Schools do.", 0.0)]) == ("dentists", "pharmacies")
    assert subject_unspoken(both, [found("Dental teams do.", 0.0)]) == ()
    assert subject_unspoken(understand("As a GP, what should I do?"), [found("Refer.", 0.0)]) == ()


@pytest.mark.parametrize(
    ("question", "sentence", "missed"),
    [
        ("How many teachers were trained?", "812 people were trained.", ("teachers",)),
        ("How many teachers were trained?", "812 people from schools were trained.", ()),
        ("Are fathers asked to come?", "Parents are asked to come.", ("fathers",)),
        ("Are fathers asked to come?", "Men in the home are asked to come.", ()),
        ("Are children asked to come?", "All are asked to come.", ()),
    ],
)
def test_what_is_told_of_others_is_not_told_of_the_group_that_is_named(question, sentence, missed):
    held = found(sentence, 0.0)
    case = Case(understand(question), [held], [Evidence(held, 0, len(sentence), 0.5, 0.5)], lambda word: True)
    assert no_group(case) == (("other_group", missed) if missed else None)


def test_a_word_after_a_plus_sign_is_told_by_a_paper_but_not_asked_by_a_question():
    assert themes_of("Do nurseries help?", "subjects") == ("nurseries",)
    assert themes_of("Is childcare early years work?", "subjects") == ()
    nurseries = understand("Do nurseries help?")
    assert subject_unspoken(nurseries, [found("Early years settings do.", 0.0)]) == ()


@pytest.mark.parametrize(
    ("asked", "theme"),
    [
        ("Ensure that carers know how children use social media.", "online safety"),
        ("Review how knife crime is answered.", "violence and youth justice"),
        ("Identify young carers in every assessment.", "young carers"),
        ("Track the health of unaccompanied children.", "asylum and trafficking"),
        ("Offer an advocate to each child in a conference.", "complaints and advocacy"),
    ],
)
def test_what_boards_ask_about_has_a_theme(asked, theme):
    assert theme in themes_of(asked)


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("What did inspectors say about neglect in Harrow?", ("neglect",)),
        ("What did inspectors say about neglect and supervision in Harrow?", ()),
        ("What did inspectors say about caseloads in Harrow?", ("caseloads",)),
        ("What did inspectors say about staff in Harrow?", ()),
        ("How many neglect cases did inspectors see in Harrow?", ()),
    ],
)
def test_a_topic_is_unspoken_where_nothing_is_said_of_all_that_is_asked_about(asked, missing):
    question = understand(asked, {"Harrow"})
    held = [found("Harrow supervises its staff and its workforce is stable.", 1.0)]
    assert topic_unspoken(question, held, (), lambda word: True) == missing


def test_a_word_that_no_paper_uses_may_be_another_word_for_what_they_say():
    question = understand("What did inspectors say about runaways in Harrow?", {"Harrow"})
    assert topic_unspoken(question, [found("Some are missing.", 1.0)], (), lambda word: False) == ()
