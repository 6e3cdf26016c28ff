"""Places typed short are written out; words and other names are left."""

import pytest

from assistant.understanding.as_meant import areas_in_full
from assistant.understanding.understand import understand

LIBRARY = {"Ash and Birch", "Melford", "Cole & Dunmow", "Crane and Dell"}


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("care leavers in North Yorks", "care leavers in North Yorkshire"),
        ("N Yorks: any good?", "North Yorkshire: any good?"),
        ("is notts better", "is Nottinghamshire better"),
        ("Warks's schools", "Warwickshire's schools"),
        ("SEND in A&B", "SEND in Ash and Birch"),
        ("hospital beds and bucks", "hospital beds and bucks"),
        ("Beds police", "Bedfordshire police"),
        ("what do staffs say", "what do staffs say"),
        ("Beds for children?", "Beds for children?"),
        ("Is there a shortage? Beds for children?", "Is there a shortage? Beds for children?"),
        ("BEDS FOR CHILDREN?", "BEDS FOR CHILDREN?"),
        ("How Many Beds Are There?", "How Many Beds Are There?"),
        ("visits in Beds", "visits in Bedfordshire"),
        ("Staffs said that they were busy", "Staffs said that they were busy"),
        ("Staffs' council", "Staffs' council"),
        ("What does Staffs council say?", "What does Staffordshire council say?"),
        ("C&D", "C&D"),
        ("visits in Melford", "visits in Melford"),
    ],
)
def test_short_forms_are_written_out(typed, full):
    assert areas_in_full(typed, LIBRARY) == full


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kent's supervision - any good?", ("Kent",)),
        ("Milton Keynes schools: how many?", ("Milton Keynes",)),
        ("Reading is taught where?", ()),
        ("Supervision in Kent", ("Kent",)),
    ],
)
def test_an_area_that_opens_a_question_is_a_name(text, names):
    assert understand(text).names == names


@pytest.mark.parametrize("name", ["(Ash and Birch", "A\\1sh and Birch", "[Ash] & Birch"])
def test_a_papers_strange_name_breaks_nothing(name):
    assert areas_in_full(f"{name[0]}&B and N Yorks", {name}) == f"{name} and North Yorkshire"
