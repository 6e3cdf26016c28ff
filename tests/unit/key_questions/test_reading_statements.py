"""Concepts, tone, figures and basis: how one sentence is read."""

import pytest

from assistant.statements.basis import Writer, basis_of
from assistant.statements.concepts import Concepts, words_of
from assistant.statements.figures import has_share
from assistant.statements.lexicon import lexicon
from assistant.statements.polarity import clauses_of
from assistant.statements.read import statements_of
from ingest.read import read


def names(lists, text):
    return {hit.concept for hit in Concepts(lists).find(words_of(text))}


def tones(text):
    words = words_of(text)
    return [clause.tone for clause in clauses_of(lexicon().find(words), len(words))]


def basis(kind, text, title="A report", heading=""):
    words = words_of(text)
    found = lexicon().find(words)
    return basis_of(Writer(kind, title), heading, text, found, has_share(text, frozenset(words)))


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("audit", "The Audit’s scope", True),
        ("audit", "The audits", False),
        ("audit*", "Auditing helps", True),
        ("case/file review*", "a file-reviews list", True),
        ("impact ... children", "impact that it had on children", True),
        ("impact ... children", "impact. It was said by some at the time that children", False),
    ],
)
def test_a_phrase_is_found_word_by_word(phrase, text, found):
    assert bool(names({"it": [phrase]}, text)) is found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Audits are effective.", [1]),
        ("There is no evidence of impact.", [-1]),
        ("There are no weaknesses.", [1]),
        ("Cases progress without delay.", [1]),
        ("Audits are regular, but they do not look at impact.", [1, -1]),
        ("Supervision has not improved.", [-1]),
        ("Nothing has changed about this.", [-1]),
        ("The audit began in May.", [0]),
    ],
)
def test_negation_turns_praise_and_blame(text, expected):
    assert tones(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Health took part in 11 of the 26 discussions.", True),
        ("It rose from 18% to 41%.", True),
        ("Half of the plans were signed.", True),
        ("Section 11 of the Children Act 2004 applies.", False),
        ("The report of 12 May 2024 was read.", False),
    ],
)
def test_a_share_or_a_change_is_told_from_other_numbers(text, expected):
    assert has_share(text, frozenset(words_of(text))) is expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("framework", "Audits are effective and regular.", "expectation"),
        ("inspection", "The board should repeat the audit.", "expectation"),
        ("inspection", "The child should have been seen sooner.", "independent_finding"),
        ("inspection", "Audits are effective and regular.", "independent_finding"),
        ("annual_report", "Audits are effective and regular.", "self_report"),
        ("annual_report", "The group will repeat the audit next year.", "plan"),
        ("annual_report", "Parents told us that they did not know whom to ring.", "voice"),
        ("annual_report", "The letter was understood by 26 of 30 children.", "data"),
        ("minutes", "The audit has been done well by all agencies.", "self_report"),
    ],
)
def test_a_sentence_is_weighed_by_what_kind_of_saying_it_is(kind, text, expected):
    assert basis(kind, text) == expected


def test_the_scrutineer_is_independent_in_the_partnerships_own_report():
    assert basis("annual_report", "It closes actions too easily.", heading="11 Independent scrutiny") == (
        "independent_finding"
    )


def test_an_unquoted_no_in_a_list_is_reported_and_not_a_traceback():
    from assistant.statements.lexicon import checked
    from ingest.errors import SettingsError

    with pytest.raises(SettingsError, match="quotation marks"):
        checked({"turns": [False]})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Records show curiosity among practitioners, who think beyond what is seen.", "independent_finding"),
        ("Foster carers who want a break are offered one in good time.", "independent_finding"),
        ("Practitioners who stay told inspectors that it helps.", "voice"),
        ("None of the care leavers who spoke with inspectors had been asked.", "voice"),
        ("Social workers think that the plans are too long for families.", "voice"),
    ],
)
def test_what_kind_of_people_somebody_praises_is_not_what_they_say(text, found):
    assert basis("inspection", text) == found


def test_the_grade_there_was_before_blames_nobody_for_what_has_improved_since():
    told = (
        "Services have improved since the last inspection in 2021, when the overall judgement was inadequate."
    )
    assert tones(told) == [1]


@pytest.mark.parametrize(("heading", "said"), [("Status key", 0), ("Outstanding", 1)])
def test_what_the_words_of_a_tracker_mean_is_no_statement(tmp_path, heading, said):
    row = "| Reopened | Was closed; the board asked for the audit again, as nothing had changed |"
    paper = f"# Action tracker\n\n## {heading}\n\n| Word | Note |\n|---|---|\n{row}\n"
    (tmp_path / "tracker.md").write_text(paper, encoding="utf-8")
    assert len(list(statements_of(read(tmp_path / "tracker.md"), lexicon()))) == said


def test_what_goes_on_for_ever_without_a_full_stop_is_no_statement(tmp_path):
    endless = "; ".join(["audits are not effective"] * 2_000)
    (tmp_path / "review.txt").write_text(f"{endless}.\n\nThe audits were effective.\n", encoding="utf-8")
    said = [one.text for one in statements_of(read(tmp_path / "review.txt"), lexicon())]
    assert said == ["The audits were effective."]
