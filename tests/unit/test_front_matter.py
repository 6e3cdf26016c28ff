"""Sentences that only say what a paper is."""

import pytest

from assistant.front_matter import is_front_matter
from ingest.passage import Passage


@pytest.mark.parametrize(
    ("sentence", "headings", "front"),
    [
        ("This letter summarises the findings on neglect in Harrow.", (), True),
        ("Leaders know where neglect is found.", ("Findings", "Information about this inspection"), True),
        ("Section 2: neglect in Harrow ........ 14", (), True),
        ("Leaders know where neglect is found.", ("Contents", "Findings"), False),
        ("A letter to parents tells of neglect in Harrow.", (), False),
        ("The number of plans for neglect fell to 14", (), False),
    ],
)
def test_front_matter_is_told_by_its_words_its_heading_or_its_dots(sentence, headings, front):
    assert is_front_matter(sentence, Passage("p", "d", 0, len(sentence), sentence, headings)) is front
