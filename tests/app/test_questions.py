"""`scrutiny questions`: what is asked of the façade, and what is printed."""

import json
from dataclasses import replace
from datetime import date

from assistant.key_questions.ledger import Claim


def test_both_sides_the_silence_and_the_challenge_are_printed_with_their_sources(scrutiny):
    out = scrutiny("questions", "feedback").out
    parts = ["For", "Against", "Silent", "To put to the board", "Who was asked", "Sources"]
    places = [out.index(f"\n{part}\n") for part in parts]
    assert places == sorted(places)
    assert "\nfeedback:1  “Children were seen alone in 14 of 20 audited cases.” (data) [1]" in out
    assert "- What fathers say (looked in: voice-audit.pdf)" in out
    assert "As of 2026-01-01" in out


def test_each_statement_is_printed_by_the_name_that_evidence_is_judged_by(scrutiny, assistant):
    first = assistant.questions()[0]
    quoted = [Claim(f"Statement {n}.", "data", (n, 9)) for n in range(1, 5)]
    parts = {"for_": (quoted[2], quoted[0]), "against": (quoted[3],), "earlier": (quoted[1],)}
    assistant.questions = lambda *_, **__: [replace(first, **parts)]
    lines = scrutiny("questions", "feedback").out.splitlines()
    named = [line.split("  “Statement ") for line in lines if "“Statement" in line]
    assert [(name, words[0]) for name, words in named] == [
        ("feedback:1", "3"),
        ("feedback:2", "1"),
        ("feedback:3", "4"),
        ("feedback:4", "2"),
    ]


def test_subject_period_framework_and_day_are_passed_on(scrutiny, assistant):
    where = ("--subject", "Exmoor", "--period", "2023-24", "--framework", "mine")
    scrutiny("questions", "9", *where, "--as-of", "2024-05-01")
    ids, options = assistant.weighed[0]
    assert ids == ("9",)
    assert (options["subject"], options["period"], options["framework"]) == ("Exmoor", "2023-24", "mine")
    assert options["as_of"] == date(2024, 5, 1)


def test_the_json_has_both_sides_under_their_plain_names(scrutiny):
    (ledger,) = json.loads(scrutiny("questions", "--json").out)
    assert ledger["for"] == [
        {
            "number": 1,
            "text": "Children were seen alone in 14 of 20 audited cases.",
            "basis": "data",
            "citations": [1],
        }
    ]
    assert ledger["tables"][0]["rows"] == [{"cells": ["children", "20"], "citations": [1]}]
