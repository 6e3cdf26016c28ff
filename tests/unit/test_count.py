"""Counts that are asked for, and sentences that name the thing without saying how many."""

import pytest

from assistant.count import counted_things, gives_count
from assistant.understand import understand


@pytest.mark.parametrize(
    ("sentence", "gives"),
    [
        ("There were 22 serious incidents.", True),
        ("Incidents rose to 22 in the year.", True),
        ("Two of the incidents were reviewed.", True),
        ("Incidents are reviewed each year.", False),
        ("Incidents of 2019 were reviewed.", False),
    ],
)
def test_a_count_stands_beside_what_it_counts_and_is_no_year(sentence, gives):
    assert gives_count(sentence, ["incidents"]) is gives


def test_a_place_is_not_what_is_counted():
    question = understand("How many Harrow schools took part?", {"Harrow"})
    assert counted_things(question) == ("schools",)
