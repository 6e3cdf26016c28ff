"""Owners who are one person under several names, and those who may not be."""

from __future__ import annotations

import pytest

from assistant.actions.people import People, without_former
from assistant.initials import initials_in
from eval.actions import library_of

KNOWN = [
    "Ann Vale",
    "Dr Helen Mossop, Designated Doctor",
    "Lee Park",
    "Sam Park",
    "Children’s Social Care, Police",
]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Dr Mossop", "Dr Helen Mossop"),
        ("Helen Mossop", "Dr Helen Mossop"),
        ("Dr Helen Mossop, Designated Doctor", "Dr Helen Mossop"),
        ("Ann Vale, Head of Safeguarding", "Ann Vale"),
        ("Ann Vale (Health)", "Ann Vale"),
        ("Mrs Mossop", "Mrs Mossop"),
        ("Mr Park", "Mr Park"),
        ("Dr Nobody", "Dr Nobody"),
        ("Business manager", "Business manager"),
        ("Children’s Social Care, Police", "Children’s Social Care, Police"),
        ("Mossop", "Mossop"),
        ("The performance manager, Ann Vale", "Ann Vale"),
        ("Designated Doctor (Helen Mossop)", "Dr Helen Mossop"),
        ("Head of Early Help Ann Vale", "Ann Vale"),
        ("Head of safeguarding - Mrs Ann Vale", "Ann Vale"),
        ("The chair, Ann Vale, and Lee Park", "The chair, Ann Vale, and Lee Park"),
        ("Head of Early Help Ann Vale and the police", "Head of Early Help Ann Vale and the police"),
        ("The performance manager, Ann Nobody", "The performance manager, Ann Nobody"),
    ],
)
def test_a_person_is_known_again_by_title_and_surname_where_only_one_is_meant(words, who):
    assert People(KNOWN).of(words) == who


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Dr Helen Mossop (from Ann Vale)", "Dr Helen Mossop"),
        ("Sam Park, previously Ms Ann Vale", "Sam Park"),
        ("Lee Park – taken over from Dr Mossop", "Lee Park"),
        ("Ann Vale (from Marlbrook Police)", "Ann Vale (from Marlbrook Police)"),
        ("Ann Vale, from May", "Ann Vale, from May"),
        ("Ann Vale (from 4 May 2027)", "Ann Vale (from 4 May 2027)"),
    ],
)
def test_who_had_a_task_before_does_not_own_it(words, owner):
    assert without_former(words) == owner


def test_initials_behind_an_office_are_those_of_the_name_before_it(tmp_path):
    listed = "Present: Ged Farrow, QA Manager (GF); Rota Osei (Named Nurse) (RO); Care Quality Team (CQT)"
    (tmp_path / "minutes.md").write_text(f"# Minutes of the board\n\n{listed}\n", encoding="utf-8")
    with library_of([tmp_path]) as library:
        (record,) = library.documents()
        people = initials_in(library.document(record.id))
    assert (people["GF"], people["CQT"]) == ("Ged Farrow", "Care Quality Team")
