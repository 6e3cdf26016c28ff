"""Each way in which papers disagree has its words in a pack."""

from typing import get_args

from assistant.contradictions.contradiction import Disagreement
from prompts import load_data


def test_every_kind_of_disagreement_has_its_words():
    assert set(load_data("pack/words.yaml")["disagreements"]["kinds"]) == set(get_args(Disagreement))
