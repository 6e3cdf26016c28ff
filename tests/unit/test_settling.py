"""What the reader's inner state says of whether a question is settled."""

from dataclasses import replace

import numpy as np
import pytest
from found import evidence

from assistant.refusal import settling
from assistant.refusal.refuse import decide
from assistant.refusal.settling import CLOSEST, features, settled
from assistant.understanding.understand import understand
from eval.settling import BEREFT_COUNTS, Told, drawn


def state(*values):
    return np.array([*values, *[0.0] * (384 - len(values))], np.float16)


def said(text, inner, cross=0.0):
    return evidence(text, 1.0, closeness=0.9, own_closeness=0.9, cross=cross, state=inner)


@pytest.fixture
def line(monkeypatch):
    """A line that goes by the first number of the best sentences' mean state."""
    weights = np.zeros(1 + 2 * 384)
    weights[0], weights[1] = -1.0, 2.0
    monkeypatch.setattr(settling, "_line", lambda: weights)


def test_the_best_sentences_count_by_score_and_are_held_against_all_that_were_read():
    found = features([(0.0, state(1.0)), (0.0, state(3.0))])
    assert (found[0], found[384]) == (2.0, 0.0)
    nearer = features([(0.0, state(1.0)), (8.0, state(3.0))])
    assert nearer[0] == pytest.approx(3.0, abs=0.05)
    assert nearer[384] == pytest.approx(nearer[0] - 2.0)
    many = features([*[(0.0, state(1.0))] * CLOSEST, (9.0, state(8.0))])
    assert (many[0], many[384]) == (1.0, pytest.approx(-1.0))


def test_what_was_not_read_says_nothing(line):
    assert features([]) is None
    assert settled([said("Words.", None)]) is None
    assert settled([]) is None


def test_the_line_is_read_from_the_best_sentences(line):
    assert settled([said("Words.", state(2.0))]) == pytest.approx(3.0)


def test_the_line_that_is_shipped_fits_the_features():
    shipped = np.load(settling.FILE, allow_pickle=False)
    assert shipped.shape == (1 + len(features([(0.0, state())])),)
    assert np.isfinite(shipped).all()


def test_it_speaks_for_an_answer_and_against_one(line):
    question = understand("How do social workers fare?")

    def chance(value):
        item = said("Social workers are well supported.", None if value is None else state(value))
        return decide(question, [item.found], [item], lambda word: True).likelihood

    assert chance(-1.5) < chance(None) < chance(2.5)


def test_however_sure_it_is_a_rule_refuses(line):
    question = understand("How many social workers are there?")

    def reason(value):
        item = said("Social workers are well supported.", None if value is None else state(value))
        return decide(question, [item.found], [item], lambda word: True).reason

    assert (reason(None), reason(0.5), reason(2.5)) == ("figure_missing",) * 3


def test_evidence_is_the_same_whatever_the_model_held(line):
    item = said("Words.", state(1.0))
    assert item == replace(item, state=None)


def test_a_line_is_drawn_from_dev_halves_alone():
    chance = np.random.default_rng(0)
    answerable = np.arange(200) % 2 == 0
    told = np.column_stack([np.where(answerable, 1.0, -1.0), *chance.normal(size=(3, 200))])
    dev = np.arange(200) < 100
    told[~dev, 0] *= -1  # the test half says the contrary, and is not asked
    constant, first, *others = drawn([Told("one", told, answerable, dev, ~dev & dev)])
    assert first > 5 * max(map(abs, others))
    assert abs(constant) < first


def test_a_sign_that_bereft_twins_share_counts_for_less():
    """The first number is the kind of question, the second the evidence; twins differ in the second alone."""
    answerable = np.array([True, False] * 50)
    sign = np.where(answerable, 1.0, -1.0)
    alone = np.column_stack([sign, sign])
    dev, bereft = np.ones(150, bool), np.arange(150) >= 100
    twins = np.column_stack([np.ones(50), -np.ones(50)])
    told = Told("one", np.vstack([alone, twins]), np.append(answerable, np.zeros(50, bool)), dev, bereft)
    _, kind, evidence = drawn([told])
    _, kind_alone, evidence_alone = drawn([Told("one", alone, answerable, dev[:100], bereft[:100])])
    assert kind_alone == pytest.approx(evidence_alone)
    assert evidence > 1.1 * kind


def test_what_a_question_counts():
    flags = np.array([False, True])
    told = [Told(name, np.zeros((2, 1)), flags, flags, flags) for name in ("real", "sample-1", "broad")]
    assert [one.counts.tolist() for one in told] == [
        [1.0, BEREFT_COUNTS * 1.0],
        [0.5, BEREFT_COUNTS * 0.5],
        [0.3, BEREFT_COUNTS * 0.3],
    ]
