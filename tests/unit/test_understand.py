"""What is read from a question's words."""

import pytest

from assistant.areas.subjects import core_name
from assistant.understanding.as_meant import in_capitals
from assistant.understanding.content_words import content_words, courtesy
from assistant.understanding.understand import understand, wanted


def test_words_that_only_ask_are_left_out():
    assert content_words("What does the framework say about deep dives?") == ["framework", "deep", "dives"]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many cases were read?", "number"),
        ("When did the board sign the plan?", "date"),
        ("How often are audits run?", "frequency"),
        ("Who chairs the board?", "person"),
        ("What do audits say about neglect?", None),
        ("How often did we ask when the plan ends?", "frequency"),
    ],
)
def test_the_kind_of_thing_wanted_shows_in_the_wording(question, kind):
    assert wanted(question) == kind


def test_a_thing_with_several_names_is_searched_by_all_of_them():
    groups = understand("Did the LSCB discuss s11 returns?").groups
    assert any("safeguarding children partnership" in group for group in groups)
    assert any("section 11" in group for group in groups)


def test_a_place_of_the_library_is_recognised_as_a_whole_word():
    assert understand("What of Harrow in 2017?", {"Harrow", "Barn"}).subjects == ("Harrow",)
    assert understand("What of Barnet?", {"Harrow", "Barn"}).subjects == ()


def test_years_and_names_are_told_apart_from_the_word_that_opens_the_question():
    question = understand("Which agencies told the Harrow Board about Operation Sand in 2019?")
    assert question.years == ("2019",)
    assert question.names == ("Harrow Board", "Operation Sand")


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("London Borough of Harrow", "Harrow"),
        ("Harrow Safeguarding Children Partnership", "Harrow"),
        ("North Yorkshire County Council", "North Yorkshire"),
    ],
)
def test_the_place_is_what_is_left_of_a_bodys_name(name, core):
    assert core_name(name) == core


def test_an_abbreviation_is_spelled_out_for_comparing_meanings():
    assert (
        understand("Did the LSCB meet?").spelled == "Did the LSCB (local safeguarding children board) meet?"
    )
    assert understand("Did the board meet?").spelled == "Did the board meet?"


def test_what_is_to_be_counted_follows_how_many():
    assert understand("How many child protection plans were read?").counted == ("child", "protection")
    assert understand("When were files read?").counted == ()


def test_everyday_words_are_searched_by_the_fields_names_and_not_the_other_way_round():
    assert ("fathers", "male carers") in understand("What was written about dads?").groups
    assert all("dads" not in group for group in understand("What was written about fathers?").groups)


def test_talk_counts_for_nothing_unless_it_is_part_of_a_name():
    assert courtesy("Hello, I need help with early help") == {"hello", "need"}
    assert content_words("Hello, can you help me find the action plan?") == ["action", "plan"]


def test_the_kinds_of_document_a_question_names_are_read():
    assert understand("What did inspectors say of the dip sample?").kinds == {"inspection", "audit"}
    assert understand("What must the police do?").requests
    assert not understand("What do the police do?").requests


def test_when_in_the_middle_of_a_question_does_not_ask_for_a_date():
    assert wanted("How did the board react when inspectors arrived?") is None
    assert wanted("When did inspectors arrive?") == "date"
    assert wanted("Did we spend effort on the wrong thing?") is None
    assert wanted("What did the review cost?") == "money"


@pytest.mark.parametrize(
    ("text", "terms", "bodies"),
    [
        (
            "How does the Harrow partnership shield children?",
            ("harrow", "shield", "children"),
            ("partnership",),
        ),
        ("What is the Harrow partnership?", ("harrow", "partnership"), ("partnership",)),
        ("Is the partnership in Harrow new?", ("partnership", "harrow", "new"), ()),
        ("Are Harrow children's services new?", ("harrow", "children", "services", "new"), ()),
    ],
)
def test_what_many_bodies_are_called_is_part_of_a_places_name(text, terms, bodies):
    question = understand(text, {"Harrow"})
    assert (question.terms, question.bodies) == (terms, bodies)


@pytest.mark.parametrize("text", ["What does the 2012 plan say?", "What does Harrow's plan say?"])
def test_a_plan_beside_a_year_or_place_is_a_document(text):
    assert understand(text, {"Harrow"}).kinds == {"action_plan"}
    assert understand("What does the plan for children say?", {"Harrow"}).kinds == frozenset()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Good morning there. Hope you can help with Leeds", ("Leeds",)),
        ("If I work on, what does Leeds pay?", ("Leeds",)),
        ("Where is St. Oswin now?", ("St", "Oswin")),
        (
            "Who is the Director of Children’s Services in Leeds?",
            ("Director of Children’s Services", "Leeds"),
        ),
        ("Who is Leeds's Director of Education?", ("Leeds", "Director of Education")),
    ],
)
def test_a_capital_that_only_opens_a_sentence_is_no_name(text, names):
    assert understand(text).names == names


def test_an_area_is_a_name_in_small_letters_too_but_for_one_that_is_a_word():
    assert understand("what does the harrow inspection say?").names == ("Harrow",)
    assert understand("what does harrow say?", {"Harrow"}).names == ("Harrow",)
    assert understand("are the plans good reading?").names == ()
    assert understand("Does Harrow say it?").names == ("Harrow",)


def test_letters_put_together_are_one_word_with_other_names():
    asked = understand("What does A&E do about drink?")
    assert (asked.names, asked.terms) == (("A&E",), ("a&e", "drink"))
    assert "emergency department" in asked.others["a&e"]
    assert "emergency department" in asked.spelled


def test_an_abbreviation_typed_small_is_written_as_the_field_writes_it_unless_it_is_a_word():
    assert in_capitals("did camhs send the ehcp to the lado?") == "did CAMHS send the EHCP to the LADO?"
    assert in_capitals("Which MASH cases were mashed?") == "Which MASH cases were mashed?"
