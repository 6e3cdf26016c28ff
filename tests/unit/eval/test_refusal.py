"""How answers and refusals are judged, and how the weights of refusing are fitted."""

import numpy as np
import pytest

from assistant.answer import Answer, Citation
from eval import fit, refusal
from eval.pages import PageTexts
from eval.sets.base import GOLD, Query, QuestionSet
from eval.sets.gold import Place

TEXT = "The adviser read ten cases in March."
QUESTIONS = QuestionSet("made-up", ())
GOLD_QUERY = Query(
    "How many?",
    "dev",
    frozenset({GOLD}),
    (Place(document="a.docx"),),
    "ten cases",
    answer="The adviser read ten cases",
)


def citation(start=0, end=26, quote=None):
    return Citation(
        1, "id", "sha", "a.docx", "a.docx", "A", None, None, None, "", start, end, quote or TEXT[start:end]
    )


def answer(outcome="answered", *citations, reason=""):
    return Answer("How many?", outcome, "v", "2025-01-01", "1", (), citations, (), (), (), reason)


def judged(query, given):
    return refusal.judge(QUESTIONS, query, given, {"id": TEXT}.__getitem__, PageTexts([]))


def test_a_quote_of_the_gold_sentence_is_right_in_every_way():
    one = judged(GOLD_QUERY, answer("answered", citation()))
    assert (one.refused, one.place, one.locator, one.verbatim, one.quoted_f1) == (False, 1.0, 1.0, 1.0, 1.0)


def test_a_changed_quote_is_not_verbatim():
    one = judged(GOLD_QUERY, answer("answered", citation(quote="The adviser read nine cases")))
    assert (one.verbatim, one.locator) == (0.0, 0.0)


def test_a_refusal_is_not_judged_by_its_quotes():
    one = judged(GOLD_QUERY, answer("not_found", reason="Nothing near."))
    assert (one.refused, one.reason, one.place, one.verbatim) == (True, "Nothing near.", None, None)


def test_an_answer_to_the_unanswerable_has_no_place_but_must_be_verbatim():
    one = judged(Query("Tax?", "dev", frozenset(), why="off_topic"), answer("answered", citation()))
    assert (one.refused, one.place, one.verbatim) == (False, None, 1.0)


def test_the_lines_tell_both_errors_and_each_sort():
    off_topic = Query("Tax?", "dev", frozenset(), why="off_topic")
    answered, refused = (answer("answered", citation()), answer("not_found"))
    asked = [judged(off_topic, refused), judged(off_topic, answered)]
    asked += [judged(GOLD_QUERY, one) for one in (answered, answered, answered, refused)]
    report = "\n".join(refusal.lines(asked))
    assert "refusal right            0.500" in report
    assert "off_topic" in report
    assert "refusal wrong            0.250" in report
    assert "3 of 4 answerable questions answered" in report
    assert "refusal right            -" in "\n".join(refusal.lines(asked[2:]))


def test_the_fit_finds_the_signal_that_tells_and_the_threshold_keeps_its_promise():
    chance = np.random.default_rng(0)
    answerable = chance.random(400) < 0.5
    signals = np.column_stack([answerable + chance.normal(0, 0.5, 400), chance.normal(0, 1, 400)])
    _, telling, idle = fit.logistic(signals, answerable, np.ones(400))
    assert telling > 5 * abs(idle)
    chances = fit.cross_validated(signals, answerable, np.ones(400))
    refused = chances[answerable] < fit.choose_threshold(chances, answerable)
    assert refused.mean() == pytest.approx(fit.MOST_WRONG, abs=0.01)


def test_every_set_and_kind_weighs_the_same():
    samples = [
        fit.Sample("a", np.zeros((10, 1)), np.arange(10) < 8),
        fit.Sample("b", np.zeros((100, 1)), np.arange(100) < 50),
    ]
    shares = fit._shares(samples)
    assert shares[:8].sum() == pytest.approx(shares[8:10].sum())
    assert shares[:10].sum() == pytest.approx(shares[10:].sum())
