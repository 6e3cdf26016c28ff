"""Owners under one name: former names, short names, places, several at once."""

import pytest

from assistant.register.bodies import agencies_in, bodies_of


@pytest.mark.parametrize(
    ("words", "subject", "names"),
    [
        ("The board", "Harrow", ["Harrow Safeguarding Children Partnership"]),
        ("Harrow LSCB", "Harrow", ["Harrow Safeguarding Children Partnership"]),
        ("the HSCB", None, ["Safeguarding Children Partnership"]),
        ("Harrow Council", "Harrow", ["Harrow Council"]),
        ("The local authority", "Harrow", ["Harrow Council"]),
        ("London Borough of Harrow", "Harrow", ["Harrow Council"]),
        ("Harrow Clinical Commissioning Group", "Harrow", ["Harrow Integrated Care Board"]),
        ("the CCG", "Harrow", ["Integrated Care Board"]),
        (
            "Aldermere Council, Wendlemoor Police and Wendlemoor ICB",
            "Aldermere",
            ["Aldermere Council", "Wendlemoor Police", "Wendlemoor Integrated Care Board"],
        ),
        ("Lowmarsh Community Health Trust", "Aldermere", ["Lowmarsh Community Health Trust"]),
        ("The head of quality assurance", "Aldermere", ["Head of quality assurance"]),
        ("Colin Prothero", "Aldermere", ["Colin Prothero"]),
        ("Team managers in all six agencies", "Aldermere", ["Managers"]),
        ("Senior managers and relevant partners", "Aldermere", ["Managers", "All agencies"]),
        ("Director of Children's Services", "Harrow", ["Harrow Director of Children’s Services"]),
        ("Bradford Council", "Harrow", ["Bradford Council"]),
        ("Colin Prothero, Education", "Aldermere", ["Colin Prothero"]),
    ],
)
def test_a_body_has_one_name_whatever_it_is_called(words, subject, names):
    assert bodies_of(words, subject) == tuple(names)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Every child has someone they trust", []),
        ("Practitioners build trust with fathers", []),
        ("The trust, with the police", ["Trust", "Police"]),
        ("Trust", ["Trust"]),
        ("the ambulance trust", ["Ambulance trust"]),
    ],
)
def test_an_everyday_word_names_a_body_only_where_it_is_written_as_one(words, names):
    assert agencies_in(words) == tuple(names)
