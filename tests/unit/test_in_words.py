"""Sentences filled in."""

import pytest

from assistant.in_words import filled


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
