"""Every rule finds its own poor example and is silent about its good one."""

import pytest

from assistant.check.assess import assess
from assistant.check.rules.registry import RULES, all_codes, rule_text, rule_texts
from ingest.errors import NotFoundError
from ingest.recommendations.context import Context


def codes(text, context=None):
    return {finding.code for finding in assess(text, context).findings}


@pytest.mark.parametrize("code", sorted(set(RULES) - {"SM503"}))
def test_a_rule_finds_its_poor_example_and_not_its_good_one(code):
    assert code in codes(rule_text(code).poor)
    assert code not in codes(rule_text(code).good)


@pytest.mark.parametrize(
    "act",
    [
        "Start a weekend rota for strategy discussions",
        "Renew the neglect toolkit licence",
        "Change the case management system so that alerts are seen",
        "The council should begin a survey of schools",
        "Modify the referral form",
    ],
)
def test_to_begin_or_change_a_thing_that_can_be_seen_is_an_act(act):
    assert "SM102" not in codes(act)


@pytest.mark.parametrize(
    "direction", ["Change the culture of challenge", "Begin to improve oversight", "Start focusing on impact"]
)
def test_to_begin_or_change_a_quality_is_a_direction(direction):
    assert codes(direction) & {"SM101", "SM102"}


def test_a_date_before_publication_is_an_error_and_one_after_is_none():
    context = Context(published="2027-05-14")
    assert "SM503" in codes("Publish the plan by March 2027.", context)
    assert "SM503" not in codes("Publish the plan by September 2027.", context)


def test_a_day_that_has_gone_is_no_fault_where_only_the_file_is_younger_or_the_table_follows_it_up():
    for told in ({"undated": True}, {"followed_up": True}):
        context = Context(published="2027-05-14", **told)
        assert "SM503" not in codes("Publish the plan by March 2027.", context)


@pytest.mark.parametrize("code", all_codes())
def test_every_rule_is_explained(code):
    text = rule_text(code)
    assert rule_text(text.name) == text
    assert all((text.summary, text.message, text.why, text.poor, text.good))
    assert text.severity in ("error", "warning", "note")


def test_the_beginning_of_a_code_stands_for_all_that_begin_so():
    assert [text.code for text in rule_texts("sm50")] == ["SM501", "SM502", "SM503", "SM504"]
    assert [text.code for text in rule_texts("no-deadline")] == ["SM501"]
    with pytest.raises(NotFoundError):
        rule_texts("")


def test_an_unknown_rule_suggests_the_nearest():
    with pytest.raises(NotFoundError, match="SM501"):
        rule_text("SM5O1")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Prepare a statement responding to the findings of this letter.", "SM401"),
        ("Health partners should particularly evidence their effect.", "SM102"),
        (
            "Ensure that life story work is done with each looked after child for whom the plan is adoption.",
            "SM202",
        ),
        ("Improve the approach so that all children thrive.", "SM301"),
    ],
)
def test_a_rule_is_silent_about_its_look_alikes(text, code):
    assert code not in codes(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council should send the written statement of action by 3 May 2027.", "SM401"),
        ("The council should send the written statement of action by 3 May 2027.", "SM402"),
        ("The partners should oversee implementation of the action plan.", "SM702"),
        ("Ensure that strategy meetings are informed by all agencies.", "SM202"),
        ("Evaluate the impact of the neglect strategy.", "SM202"),
        ("Oversight of children missing from education.", "SM202"),
        ("Review the cases, to understand the reasons, and to ensure that the work is fair.", "SM103"),
        ("The sufficiency of placements for children with complex needs to avoid moves.", "SM401"),
    ],
)
def test_a_rule_is_silent_where_a_reader_would_laugh(text, code):
    assert code not in codes(text)
    assert "SM202" in codes("Develop a neglect strategy.")


def test_a_board_named_after_children_is_no_child_better_off():
    assert "SM402" in codes("The Local Safeguarding Children Board should publish its minutes by May 2027.")
    assert "SM402" not in codes("The Local Safeguarding Children Board should ask children by May 2027.")


def test_leaders_across_the_partnership_are_everybody():
    assert "SM602" in codes("Leaders across the partnership should agree a dataset.")
    assert "SM602" not in codes("Leaders of the Elmwick partnership should agree a dataset.")
