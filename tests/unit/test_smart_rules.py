"""Every rule finds its own poor example and is silent about its good one."""

import pytest

from assistant.check.assess import assess
from assistant.check.repeats import Made, find_repeats
from assistant.check.rules.registry import RULES, all_codes, rule_text
from ingest.errors import NotFoundError
from ingest.recommendations.context import Context


def codes(text, context=None):
    return {finding.code for finding in assess(text, context).findings}


@pytest.mark.parametrize("code", sorted(set(RULES) - {"SM503"}))
def test_a_rule_finds_its_poor_example_and_not_its_good_one(code):
    assert code in codes(rule_text(code).poor)
    assert code not in codes(rule_text(code).good)


def test_a_date_before_publication_is_an_error_and_one_after_is_none():
    context = Context(published="2027-05-14")
    assert "SM503" in codes("Publish the plan by March 2027.", context)
    assert "SM503" not in codes("Publish the plan by September 2027.", context)


@pytest.mark.parametrize("code", all_codes())
def test_every_rule_is_explained(code):
    text = rule_text(code)
    assert rule_text(text.name) == text
    assert all((text.summary, text.message, text.why, text.poor, text.good))
    assert text.severity in ("error", "warning", "note")


def test_an_unknown_rule_suggests_the_nearest():
    with pytest.raises(NotFoundError, match="SM501"):
        rule_text("SM5O1")


def test_what_was_asked_before_of_the_same_area_is_a_repeat():
    asked = "Improve the recording of supervision meetings so managers see patterns."
    again = "Improve recording of supervision meetings so that managers can see patterns."
    made = [Made("old.pdf", "2024", asked, "Exmoor"), Made("new.pdf", "2026", again, "Exmoor")]
    (repeat,) = find_repeats(made)
    assert (repeat.index, repeat.document, repeat.quote) == (1, "old.pdf", asked)


@pytest.mark.parametrize(
    ("document", "published", "subject"),
    [
        ("old.pdf", "2026", "Exmoor"),
        ("new.pdf", "", "Exmoor"),
        ("new.pdf", "2026", "Dartmoor"),
        ("copy.pdf", "2026", "Exmoor"),
    ],
    ids=["the same document", "an undated one", "another area", "a copy of the document"],
)
def test_other_likenesses_are_no_repeats(document, published, subject):
    asked = "Improve the recording of supervision meetings so managers see patterns."
    assert (
        find_repeats([Made("old.pdf", "2024", asked, "Exmoor"), Made(document, published, asked, subject)])
        == []
    )
