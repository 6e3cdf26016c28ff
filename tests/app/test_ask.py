"""`scrutiny ask`: what is asked of the façade, and what is printed."""

import json
import sys
from datetime import date

import pytest


def test_an_answer_has_a_verdict_numbered_quotations_and_their_sources(scrutiny):
    run = scrutiny("ask", "What do audits say?")
    assert run.code == 0
    assert run.out.startswith("Answered: The audit speaks of the voice of the child.\n")
    assert "1. “Children were seen alone in 14 of 20 audited cases.” [1]" in run.out
    assert (
        "[1] Multi-agency audit: voice of the child (voice-audit.pdf), page i (page 1 of the file), Findings"
        in run.out
    )
    assert run.out.endswith("As of 2026-01-01; library version v7\n")
    assert run.err == ""


def test_words_without_quotation_marks_are_one_question(scrutiny, assistant):
    scrutiny("ask", "What", "do", "audits", "say?")
    assert assistant.asked[0][0] == "What do audits say?"


def test_a_refusal_is_no_error_says_why_and_lists_the_nearest_passages(scrutiny):
    run = scrutiny("ask", "What about the moon?")
    assert run.code == 0
    assert run.out.startswith(
        "Not found in the documents: The documents do not say.\nNone of the 1 documents"
    )
    assert "Nearest passages (they do not answer the question)" in run.out
    assert "“Their wishes were recorded, but rarely shaped the plan.”" in run.out
    assert "Error" not in run.out + run.err


def test_filters_and_date_reach_the_assistant(scrutiny, assistant):
    options = [
        "--kind",
        "audit",
        "--kind",
        "review",
        "--organisation",
        "Exmoor",
        "--since",
        "2020",
        "--until",
        "2024-03",
    ]
    scrutiny("ask", "Why?", *options, "--document", "voice-audit.pdf", "--as-of", "2025-02-03")
    _, filters, as_of = assistant.asked[0]
    assert (filters.kinds, filters.organisations) == (("audit", "review"), ("Exmoor",))
    assert (filters.since, filters.until, as_of) == ("2020", "2024-03", date(2025, 2, 3))
    assert filters.documents == (assistant.document.id,)


@pytest.mark.parametrize("flag", [["--json"], ["--format", "json"], ["--format=json"]], ids=" ".join)
def test_json_has_the_quote_and_its_place(scrutiny, assistant, flag):
    answer = json.loads(scrutiny("ask", "Why?", *flag).out)
    cited = answer["citations"][0]
    assert assistant.document.text[cited["start"] : cited["end"]] == cited["quote"]
    assert (cited["page_index"], cited["page_label"], answer["as_of"]) == (0, "i", "2026-01-01")


def test_a_file_of_questions_gives_a_json_object_a_line(scrutiny, tmp_path):
    questions = tmp_path / "questions.txt"
    questions.write_bytes("\ufeffWhy?\r\n\r\nWhat about the moon?\r\n".encode())
    lines = scrutiny("ask", "--questions", str(questions)).out.splitlines()
    assert [json.loads(line)["question"] for line in lines] == ["Why?", "What about the moon?"]
    assert [json.loads(line)["outcome"] for line in lines] == ["answered", "not_found"]


@pytest.mark.parametrize(("command", "option"), [("ask", "--questions"), ("search", "--queries")])
def test_who_reads_a_terminal_gets_a_file_of_questions_answered_in_words(
    scrutiny, tmp_path, monkeypatch, command, option
):
    lines = tmp_path / "lines.txt"
    lines.write_text("Why?\nWhat about the moon?\n", "utf-8")
    words = (command, option, str(lines))
    piped = scrutiny(*words).out
    in_words = scrutiny(*words, "--format", "text").out
    assert in_words.startswith("Why?\n\n")
    assert "\nWhat about the moon?\n\n" in in_words
    assert "{" not in in_words
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert scrutiny(*words, "--json").out == piped
    assert "{" not in scrutiny(*words).out


def test_questions_can_come_from_standard_input(scrutiny):
    run = scrutiny("ask", "--questions", "-", standard_input="One?\nTwo?\n")
    assert [json.loads(line)["question"] for line in run.out.splitlines()] == ["One?", "Two?"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["ask"], "No question was given.", id="no question"),
        pytest.param(["ask", "  "], "No question was given.", id="blank question"),
        pytest.param(["ask", "Why?", "--questions", "x"], "both given", id="two kinds of question"),
        pytest.param(
            ["ask", "--questions", "missing.txt"], "There is no file missing.txt.", id="no such file"
        ),
        pytest.param(["ask", "Why?", "--kind", "novel"], "is not a kind of document", id="no such kind"),
        pytest.param(["ask", "Why?", "--since", "2024-13"], "is not a date", id="no such month"),
        pytest.param(["ask", "Why?", "--as-of", "2024"], "is not a day", id="a year is no day"),
        pytest.param(
            ["ask", "Why?", "--document", "x.pdf"], "There is no document x.pdf.", id="no such document"
        ),
        pytest.param(["ask", "Why?", "--format", "xml"], "xml", id="no such format"),
    ],
)
def test_a_wrong_request_is_exit_2_and_said_on_standard_error(scrutiny, arguments, said):
    run = scrutiny(*arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("Error: ")
    assert said in run.err
