"""Counts, samples, posts and owners of two papers that disagree, and those that only look like it."""

from __future__ import annotations

import pytest

from tests.unit.test_contradictions import disagreeing  # noqa: F401

PLANS = "On 31 March 2024 there were {} children subject of a child protection plan."


def test_two_counts_of_one_day_disagree_and_those_of_two_days_do_not(disagreeing):  # noqa: F811
    one, other = PLANS.format(146), PLANS.format(152)
    later = PLANS.format(171).replace("2024", "2025")
    assert disagreeing(("Yearly paper", "1 June 2024", one), ("Data note", "2 June 2024", other)) == [
        {one, other}
    ]
    assert disagreeing(("Yearly paper", "1 June 2024", one), ("Data note", "2 June 2025", later)) == []


@pytest.mark.parametrize(
    "other",
    [
        "On 31 March 2024 there were 97 children subject of a child in need plan.",
        "On 31 March 2024 there were about 150 children subject of a child protection plan.",
        "On 31 March 2024, of 152 children on a plan, 40 were babies.",
    ],
)
def test_another_thing_a_rough_count_and_a_part_disagree_with_nothing(disagreeing, other):  # noqa: F811
    papers = (("Yearly paper", "1 June 2024", PLANS.format(146)), ("Data note", "2 June 2024", other))
    assert disagreeing(*papers) == []


def test_a_post_cannot_be_filled_and_vacant_in_the_same_weeks(disagreeing):  # noqa: F811
    filled, vacant = "The domestic abuse adviser is in post.", "The adviser post has been vacant since July."
    papers = (("Tracker note", "3 September 2024", filled), ("Board report", "1 October 2024", vacant))
    assert disagreeing(*papers) == [{filled, vacant}]
    long_after = (papers[0], ("Board report", "1 October 2025", vacant))
    assert disagreeing(*long_after) == []


def test_a_request_claims_nothing_of_every_team(disagreeing):  # noqa: F811
    asks = "4. Appoint a lead for fathers in every locality team by 31 March 2025."
    counted = "Two of 5 locality teams have a lead for fathers."
    assert disagreeing(("Audit", "1 May 2024", asks), ("Update", "1 June 2025", counted)) == []


def test_an_audit_and_another_paper_cannot_both_be_right_on_how_many_files_it_read(disagreeing):  # noqa: F811
    own = "This audit of 25 files asks whether visits were made."
    told = "The audit of 30 files in May 2024 found that school attendance was recorded."
    audit = ("Multi-agency audit of school attendance", "2 May 2024", own)
    report = ("Yearly report on attendance 2024-25", "1 June 2025", told)
    assert disagreeing(audit, report) == [{own, told}]
    assert disagreeing(audit, (*report[:2], told.replace("May", "March"))) == []
