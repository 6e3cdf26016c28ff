"""Questions whether something is well, and the side on which a quotation stands."""

from dataclasses import replace

import pytest
from found import evidence

from assistant.composition.proposition import asks_whether_well, by_side, counted, headings_of, side_of
from assistant.understanding.understand import understand
from ingest.passage import Passage


@pytest.mark.parametrize(
    ("text", "well"),
    [
        ("Is supervision regular?", True),
        ("Are pathway plans good?", True),
        ("Did neglected children get help?", False),
        ("Is supervision good or poor?", False),
        ("Do children see a dentist?", False),
        ("How good is supervision?", False),
    ],
)
def test_only_what_asks_whether_something_is_well_has_sides(text, well):
    assert asks_whether_well(text) is well


@pytest.mark.parametrize(
    ("quote", "side"),
    [
        ("Supervision is regular and of good quality.", "for"),
        ("Supervision has been poor for a year.", "against"),
        ("Supervision is regular, but supervision records are poor.", "both"),
        ("Audits are regular and effective.", ""),
        ("Managers should make supervision more effective.", ""),
        ("Improvements are still needed to the effectiveness of supervision.", ""),
        ("Supervision | effective | 12", ""),
        ("Is supervision effective?", ""),
        ("Supervision takes place on Mondays.", ""),
    ],
)
def test_a_quotation_takes_a_side_where_it_praises_or_blames_what_is_asked_about(quote, side):
    assert side_of(understand("Is supervision effective?"), quote) == side


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("Is supervision good?", ("Audit", "Good supervision")),
        ("What good practice was found?", ("Audit", "Good practice", "Good supervision")),
    ],
)
def test_a_heading_that_praises_something_else_is_no_evidence_that_the_thing_is_well(question, headings):
    passage = Passage("p", "d", 0, 1, "…", ("Audit", "Good practice", "Good supervision"))
    assert headings_of(understand(question), passage) == headings


def test_what_got_better_speaks_for_a_question_whether_it_did_whatever_else_the_clause_holds():
    asked = understand("Have handovers got better?")
    better = "Handovers improved after a list of late ones was sent round."
    assert side_of(asked, better) == "for"
    assert side_of(asked, "Handovers have not improved since the manager left.") == "against"
    assert side_of(asked, "Handovers are weaker than they were.") == "against"


def read(quote, cross, missing=()):
    return evidence(quote, missing=missing, cross=cross)


SAID = read("Health takes part in nearly all strategy discussions.", 9.0)
COUNTED = read("A health practitioner took part in 9 of 20 strategy discussions.", 8.5)


@pytest.mark.parametrize(
    ("question", "quoted", "found", "added"),
    [
        ("Does health take part in strategy discussions?", SAID, COUNTED, True),
        ("Why does health take part in strategy discussions?", SAID, COUNTED, False),
        ("Does health take part in strategy discussions?", COUNTED, COUNTED, False),
        ("Does health take part in strategy discussions?", SAID, read("Police came to 9 of 20.", 2.0), False),
        (
            "Does health take part in strategy discussions?",
            SAID,
            read("It took half a day.", 9.0),
            False,
        ),
        ("Does health take part in strategy discussions?", SAID, read("Health | 9 of 20", 9.0), False),
    ],
    ids=["a count", "no yes or no", "one is quoted", "of something else", "no count", "a row"],
)
def test_a_yes_or_no_told_in_words_is_put_beside_the_count_of_the_same(question, quoted, found, added):
    assert counted(understand(question), [quoted], [quoted, found]) == [found] * added


def test_what_should_be_well_in_a_list_of_things_to_improve_speaks_against():
    text = "◼ Timely and effective strategy meetings."

    def under(heading):
        return [[replace(evidence(text, headings=("Report", heading)), start=2)]]

    asked = understand("Are strategy meetings effective?")
    assert by_side(asked, under("What needs to improve?"))[1] == ["against"]
    assert by_side(asked, under("What we found"))[1] == ["for"]
