"""Frameworks: the shipped ones load, a board's own is used, mistakes name file and line."""

import pytest

from assistant.key_questions.load_framework import framework_names, load_framework
from ingest.errors import NotFoundError, SettingsError

OWN = """id: mine
name: Ours
questions:
  - id: pets
    number: 1
    question: Do we ask about dogs?
    good: Every visit asks.
    counts: [records that name a dog]
    signals:
      - {name: dogs, all: [dog], plain: for}
    expected:
      - {what: A record that names a dog, unless: [dogs]}
    challenges:
      - {ask: "Who asks about dogs?", on: silent}
concepts:
  dog: [dog*, puppy]
"""


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("SCRUTINY_FRAMEWORKS", str(tmp_path))

    def write(text):
        (tmp_path / "mine.yaml").write_text(text, "utf-8")
        return "mine"

    return write


@pytest.mark.parametrize("name", framework_names())
def test_every_shipped_framework_loads(name):
    framework = load_framework(name)
    assert framework.id == name
    assert all(one.good and one.counts and one.asked_as for one in framework.questions)


def test_the_default_has_nine_questions_found_by_number_and_id():
    framework = load_framework()
    assert [one.number for one in framework.questions if not one.aside] == list(range(1, 10))
    assert framework.listing.endswith("9 feedback; and, only where it is named: 10 programme")
    assert framework.named("8") == framework.named("lessons")
    assert framework.named("10000") is None


def test_a_boards_own_framework_is_found_by_name_and_by_file(own, tmp_path):
    framework = load_framework(own(OWN))
    assert framework.questions[0].signals[0].all == {"dog"}
    assert load_framework(str(tmp_path / "mine.yaml")).name == "Ours"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("all: [dog]", "all: [dgo]", 10, "Did you mean dog"),
        ("number: 1", "number: first", 5, "whole number"),
        ("good: Every visit asks.", "gud: x", 7, "has no key “gud”"),
        ("    counts: [records that name a dog]\n", "", 4, "needs the key “counts”"),
        ("unless: [dogs]", "unless: [cats]", 12, "cannot be “cats”"),
        ("on: silent", "on: never", 14, "cannot be “never”"),
        ("name: Ours", "name: [Ours", 3, "line"),
        ("question: Do we", "question: no #", 6, "quotation marks"),
    ],
)
def test_a_mistake_is_reported_with_file_and_line(own, old, new, line, says):
    with pytest.raises(SettingsError, match=f"mine.yaml, line {line}") as caught:
        load_framework(own(OWN.replace(old, new)))
    assert says in str(caught.value)


def test_a_name_that_is_not_there_brings_the_nearest():
    with pytest.raises(NotFoundError, match="nine-key-questions"):
        load_framework("nine-key-question")
