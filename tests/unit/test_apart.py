"""Two papers that give other figures for one thing at one time."""

from types import SimpleNamespace

import pytest
from found import evidence

from assistant.composition.apart import figures_apart, with_other_figures

RECORDS = {
    "first": SimpleNamespace(period="2021/22"),
    "second": SimpleNamespace(period="2021/22"),
    "later": SimpleNamespace(period="2022/23"),
}


@pytest.mark.parametrize(
    ("one", "other", "document", "apart"),
    [
        ("We trained 40 nurses.", "We trained 44 nurses.", "second", True),
        ("We trained 40 nurses.", "We trained 44 nurses.", "later", False),
        ("We trained 40 nurses.", "We trained 40 nurses.", "second", False),
        ("We trained 40 nurses.", "We fined 44 drivers.", "second", False),
        (
            "On 3 June 2022 there were 40 nurses at work.",
            "On 3 June 2022 there were 44 nurses at work.",
            "later",
            True,
        ),
        (
            "On 3 June 2022 there were 40 nurses at work.",
            "On 3 June 2021 there were 44 nurses at work.",
            "second",
            False,
        ),
        ("Nurses | 40 | 41", "Nurses | 44 | 45", "second", False),
    ],
)
def test_papers_disagree_where_the_same_words_have_other_figures_for_one_time(one, other, document, apart):
    first, second = evidence(one, document="first"), evidence(other, document=document)
    assert figures_apart([[first], [second]], RECORDS) is apart
    assert with_other_figures([first], [first, second], RECORDS) == [first, *[second] * apart]
