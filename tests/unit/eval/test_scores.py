"""The scores on cases small enough to work out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval import scores


def test_recall_counts_each_relevant_id_once():
    assert scores.recall_at_k(["a", "x", "a", "b"], {"a", "b"}, 3) == 0.5
    assert scores.recall_at_k(["a", "x", "a", "b"], {"a", "b"}, 4) == 1.0


def test_reciprocal_rank_is_of_the_first_relevant_id():
    assert scores.reciprocal_rank(["x", "b", "a"], {"a", "b"}) == 0.5
    assert scores.reciprocal_rank(["x", "y"], {"a"}) == 0.0


def test_average_precision_by_hand():
    assert scores.average_precision(["a", "x", "b"], {"a", "b"}) == pytest.approx((1 + 2 / 3) / 2)
    assert scores.average_precision(["a", "a"], {"a", "b"}) == 0.5


def test_ndcg_of_the_best_order_is_one_and_falls_with_rank():
    assert scores.ndcg(["a", "b", "x"], {"a", "b"}, 3) == pytest.approx(1.0)
    assert scores.ndcg(["x", "a"], {"a"}, 2) == pytest.approx(0.6309, abs=1e-4)


@pytest.mark.parametrize(
    ("predicted", "gold", "expected"),
    [
        ("The plan.", "a plan", 1.0),
        ("plan of action", "plan", 0.5),
        ("none", "plan", 0.0),
        ("x", "the", None),
    ],
)
def test_token_f1_puts_case_punctuation_and_articles_aside(predicted, gold, expected):
    assert scores.token_f1(predicted, gold) == expected


def test_auroc_counts_ties_as_half():
    assert scores.auroc([0.9, 0.5, 0.5, 0.1], [True, True, False, False]) == pytest.approx(0.875)


def test_what_cannot_be_scored_is_none_and_left_out_of_the_mean():
    assert scores.recall_at_k(["a"], set(), 5) is None
    assert scores.reciprocal_rank(["a"], ()) is None
    assert scores.average_precision(["a"], ()) is None
    assert scores.ndcg(["a"], (), 5) is None
    assert scores.auroc([1.0], [True]) is None
    assert scores.bootstrap([None]) is None
    assert scores.mean([None, 1.0, 0.0]) == 0.5
    assert scores.mean([None]) is None


def test_a_paired_difference_leaves_out_half_scored_pairs():
    found = scores.paired_bootstrap([1.0, 1.0, None], [0.0, 1.0, 1.0])
    assert found is not None
    assert (found.value, found.n) == (0.5, 2)


def test_a_constant_difference_has_no_width():
    found = scores.paired_bootstrap([0.75] * 9, [0.5] * 9)
    assert found == scores.Interval(0.25, 0.25, 0.25, 9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_an_interval_is_the_same_every_time_and_within_the_values(values):
    found = scores.bootstrap(values)
    assert found == scores.bootstrap(values)
    assert found is not None
    assert min(values) - 1e-9 <= found.low <= found.high <= max(values) + 1e-9
