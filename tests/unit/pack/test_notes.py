"""What the note of a quotation names beside its place."""

from dataclasses import replace

import pytest

from assistant.answer import Citation, by_number
from assistant.pack.notes import MOST_ALSO, Notes
from assistant.pack.shown import LENGTH

SAID = "All staff know the pathway and use it."


def cited(*quotes):
    return by_number(
        [
            Citation(n, f"{n:016x}", "a" * 64, "p", "p", f"Paper {n}", "2024", None, None, "", 0, 9, quote)
            for n, quote in enumerate(quotes, 1)
        ]
    )


def also(*quotes):
    known, notes = cited(*quotes), Notes(LENGTH)
    notes.quoted(list(known), known)
    return [(place.words, alike) for place, alike in notes.all()[0].also]


def test_the_same_and_nearly_the_same_words_are_told_apart():
    found = also(SAID, SAID, "All staff know the pathway and like it.")
    assert found == [("Paper 2, published 2024", True), ("Paper 3, published 2024", False)]


def test_what_else_a_statement_rests_on_is_not_told_as_its_words():
    assert also(SAID, "Head of service", "30 June 2024") == []


def test_only_so_many_other_places_are_named():
    assert len(also(*[SAID] * 9)) == MOST_ALSO


@pytest.mark.parametrize("words", [13, 40])
def test_a_long_title_is_cut_in_a_note(words):
    known, notes = cited(SAID), Notes(LENGTH)
    (one,) = known.values()
    notes.quoted([1], {1: replace(one, title="word " * words)})
    assert notes.all()[0].place.words == f"{'word ' * 12}…, published 2024"
