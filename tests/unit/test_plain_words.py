"""Everyday expressions and the field's names for the same things."""

import pytest

from assistant.understanding.plain_words import field_names_of, in_field_words, plain_words


def test_the_longest_expression_counts():
    assert list(plain_words("Are children's files checked?")) == ["children's files", "checked"]


def test_an_expression_is_found_however_it_is_hyphenated_and_its_apostrophe_drawn():
    assert plain_words("one-to-one").keys() == plain_words("one to one").keys() == {"one to one"}
    assert plain_words("children’s files").keys() == {"children's files"}


def test_an_everyday_word_within_a_name_of_the_field_is_not_found():
    assert "workers" in plain_words("What do workers read?")
    assert not plain_words("What do social workers read?")


def test_no_expression_lacks_names():
    assert all(names and all(names) for names in field_names_of().values())


def test_who_pays_most_who_trains_together_and_who_are_kin_are_known_by_the_names_of_the_field():
    said = plain_words("Which partner pays most for joint courses about aunts and uncles and levels of need?")
    assert "multi-agency training" in said["joint courses"]
    assert "funding contributions" in said["pays most"]
    assert "family networks" in said["aunts and uncles"]
    assert "thresholds" in said["levels of need"]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Who answers at night?", "Who answers out of hours?"),
        ("Whom do out of hours calls reach?", "Whom do out of hours calls reach?"),
        ("Does the night team answer?", "Does the out-of-hours service answer?"),
        ("Who keeps watch over it?", "Who oversees it?"),
        ("Is anyone from outside on the board?", "Is somebody independent on the board?"),
        ("How was our safeguarding board judged?", "How was our safeguarding children board judged?"),
        ("Are homeless teenagers housed?", "Are homeless young people housed?"),
        ("Are assessments any good?", "Are assessments effective?"),
        ("Are interviews done well?", "Are interviews effective?"),
        ("Is the audit too rosy?", "Is the audit over-optimistic?"),
        ("When was the guidance last redone?", "When was the guidance last revised?"),
    ],
)
def test_a_question_stays_one_in_the_words_of_the_field(asked, meant):
    assert in_field_words(asked) == meant
