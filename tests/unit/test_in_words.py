"""Sentences filled in."""

import pytest

from assistant.in_words import filled, version_in_words


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 papers were"),
        (1, "One paper was"),
        ("1", "One paper was"),
    ],
)
def test_what_stands_beside_a_number_agrees_with_it(number, said):
    assert filled("[One paper was|$count papers were] read.", count=number) == f"{said} read."


def test_what_is_filled_in_keeps_its_brackets():
    told = filled("“$thing”: [1 paper|$count papers].", thing="$5 [a|b $count]", count=1)
    assert told == "“$5 [a|b $count]”: 1 paper."


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("3-ab12", "3-ab12"),
        ("3-ab12-waiting1", "3-ab12 (1 passage waits to be found by meaning)"),
        ("3-ab12-waiting278", "3-ab12 (278 passages wait to be found by meaning)"),
    ],
)
def test_what_waits_in_a_library_is_said_in_words(version, said):
    assert version_in_words(version) == said
