"""Words compared by stem, and signs of what a sentence holds."""

import pytest

from assistant.words import coverage, holds, stems


def test_words_of_one_stem_are_the_same_word():
    assert stems("Audits were audited") & stems("auditing") == {"audit"}


def test_coverage_weighs_the_words():
    weight = {"audit": 1.0, "croydon": 3.0}.__getitem__
    assert coverage(["audit", "croydon"], ["The audits"], weight) == pytest.approx(0.25)
    assert coverage([], ["anything"], weight) == 1.0


@pytest.mark.parametrize(
    ("text", "kind", "held"),
    [
        ("LRSA reviewed 10 cases", "number", True),
        ("Twelve cases were read", "number", True),
        ("Cases were read", "number", False),
        ("signed off on 10th September", "date", True),
        ("it is undertaken annually", "frequency", True),
        ("Cases were read", None, True),
    ],
)
def test_a_sentence_shows_what_it_holds(text, kind, held):
    assert holds(text, kind) is held
