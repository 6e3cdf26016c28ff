"""A slip of the keyboard is taken for the library's word; a known word, or another's name, is left."""

import pytest

from assistant.understanding.contractions import contracted
from assistant.understanding.respell import respell, respelled

HELD = {"supervision": 40, "supervisor": 9, "social": 90, "local": 95, "workers": 80, "bradford": 12}
HELD |= {
    "harrow": 30,
    "children": 99,
    "carers": 50,
    "policies": 7,
    "medication": 8,
    "shares": 20,
    "leaves": 20,
    "escalation": 0,
    "rare": 1,
    "adoption": 9,
    "start": 50,
    "want": 30,
}
PLACES = {"bradford", "harrow"}


def taken(text):
    return respell(text, lambda word: HELD.get(word, 0), HELD.__contains__, PLACES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("supervison of socal workers", "supervision of social workers"),
        ("Supervison in Bradfrod?", "Supervision in Bradford?"),
        ("What about childern?", "What about children?"),
        ("Which polcies?", "Which policies?"),
        ("help in Harow", "help in Harrow"),
        ("bradfrod", "bradford"),
    ],
)
def test_a_slip_is_taken_for_the_word_that_the_library_holds(typed, meant):
    assert taken(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "supervision of social workers",
        "What of Harlow?",  # another place than Harrow
        "harlow",
        "careers advice",  # a word of its own, not carers
        "mediation",
        "spares",  # known without its ending
        "leavers",
        "escalations",
        "zupervision",  # the first letter is seldom wrong
        "rara",
        "LACAL 12345 supervis0n",
        "quantum physics",
        "strat meetings",  # short for another word, no slip
        "wasnt",
        "childminders",
        "workstream",  # two words in one
        "",
    ],
)
def test_a_word_of_its_own_is_left_alone(typed):
    assert taken(typed) == typed


def test_the_words_of_a_library_are_those_of_its_text(library, put):
    for number in range(4):
        put(f"{number}.txt", f"Supervision was late in team {number}.")
    assert respelled("Was supervison late?", library) == "Was supervision late?"
    assert respelled("Was supervising late?", library) == "Was supervising late?"


def test_a_post_before_a_name_may_be_a_slip_though_its_stem_is_held():
    held = {"superintendent": 1, "superintendant": 1}
    told = respell("what did Superintendant Wren say", lambda word: held.get(word, 0), held.__contains__, ())
    assert told == "what did Superintendent Wren say"
    assert respell("the attendant said", lambda word: 1, held.__contains__, ()) == "the attendant said"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Why wasnt it done", "Why wasn't it done"),
        ("Whats late and what didnt happen", "What's late and what didn't happen"),
        ("They cant, its theirs", "They can't, its theirs"),
    ],
)
def test_contractions_get_their_apostrophe(typed, written):
    assert contracted(typed) == written
