"""A figure that falls fails the gate; one that rises, or wavers by a question or two, does not."""

from eval.gate import fallen

BEFORE = {"recall@5": 0.75, "refused wrongly": 0.1, "quotes verbatim": 1.0}


def test_a_figure_that_falls_by_more_than_the_leeway_is_named():
    assert fallen(BEFORE | {"recall@5": 0.7}, BEFORE) == ["recall@5: 0.700, was 0.750"]
    assert fallen(BEFORE | {"recall@5": 0.74}, BEFORE) == []


def test_for_wrong_refusals_more_is_worse():
    assert fallen(BEFORE | {"refused wrongly": 0.2}, BEFORE) == ["refused wrongly: 0.200, was 0.100"]
    assert fallen(BEFORE | {"refused wrongly": 0.0}, BEFORE) == []


def test_a_promise_may_not_fall_at_all():
    assert fallen(BEFORE | {"quotes verbatim": 0.999}, BEFORE) == ["quotes verbatim: 0.999, was 1.000"]


def test_a_figure_that_is_no_longer_measured_has_fallen():
    assert fallen({}, {"recall@5": 0.75}) == ["recall@5: not measured, was 0.750"]
