"""Late interaction, in numbers small enough to check by hand."""

import numpy as np
import pytest

from assistant.retrieval.match import CONTEXT, Match


@pytest.fixture
def match():
    """Two question words against a title token and two sentences of one token each."""
    return Match(
        similarities=np.array([[1.0, 0.2, 0.4], [0.0, 0.9, 0.1]], np.float32),
        weights=np.array([1.0, 3.0]),
        words=("audit", "neglect"),
        spans=np.array([[-1, -1], [0, 5], [6, 9]]),
    )


def test_each_question_token_counts_by_its_best_match_and_its_weight(match):
    assert match.score() == pytest.approx((1 * 1.0 + 3 * 0.9) / 4)


def test_a_sentence_is_helped_by_its_title(match):
    assert match.scores_of([(0, 6)])[0] == pytest.approx((CONTEXT * 1.0 + 3 * 0.9) / 4, abs=1e-4)
    assert match.scores_of([(6, 10)])[0] == pytest.approx((CONTEXT * 1.0 + 3 * 0.1) / 4, abs=1e-4)


def test_a_sentence_on_its_own_is_not_helped_by_its_title(match):
    assert match.own_scores_of([(0, 6)])[0] == pytest.approx((1 * 0.2 + 3 * 0.9) / 4, abs=1e-4)
    assert match.own_scores_of([(50, 60)]) == [0.0]


def test_a_question_without_words_is_like_nothing():
    nothing = Match(np.zeros((0, 1), np.float32), np.zeros(0), (), np.array([[0, 5]]))
    assert (nothing.score(), nothing.own_scores_of([(0, 5)]), nothing.scores_of([(0, 5)])) == (
        0.0,
        [0.0],
        [0.0],
    )


def test_a_slice_without_tokens_meets_only_the_title(match):
    assert match.scores_of([(50, 60)])[0] == pytest.approx(CONTEXT * 1.0 / 4, abs=1e-4)


def test_slices_scored_together_have_the_scores_that_they_have_alone(match):
    slices = [(0, 6), (6, 10), (50, 60), (0, 10)]
    fresh = (Match(match.similarities, match.weights, match.words, match.spans) for _ in slices)
    alone = [new.scores_of([one])[0] for new, one in zip(fresh, slices, strict=True)]
    assert match.scores_of(slices) == alone
    assert len(set(alone)) > 2
