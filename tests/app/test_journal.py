"""`scrutiny challenges` and `scrutiny evidence`: what is asked of the façade, and what is printed."""

import csv
import json
from dataclasses import dataclass, field, replace
from datetime import date

import jsonschema
import pytest

from assistant.answer import Citation
from assistant.journal.log import ChallengeLog, EvidenceLog, JudgedEvidence, LoggedChallengeAsOf
from assistant.journal.weighing import USUAL, Weighing
from assistant.machine.text import schema_of
from ingest.journal import Entry

CITED = Citation(
    1, "ab" * 8, "ab" * 32, "minutes.pdf", "minutes.pdf", "Minutes", "2025-03", 1, "2", "", 0, 9, "9 of 31"
)
CHALLENGE = LoggedChallengeAsOf(
    id="C1",
    question="lessons",
    text='=HYPERLINK("x") Which teams were "missed"?',
    owner="Health lead",
    put="2025-03-01",
    due="2025-04-01",
    judge="",
    status="open",
    overdue=True,
    response="",
    answered=None,
    outcome="",
    closed=None,
    impact="",
    entries=(Entry("reopened", "2025-03-02", "Again."),),
    citations=(1,),
    gone=1,
)
JUDGED = JudgedEvidence(
    "E1", "", "rejected", "A count.", "", "2025-03-01", "source_gone", "ab" * 8, 0, 9, None
)


@dataclass
class FakeDesk:
    """Stands in for the façade: always the same log, and every call remembered."""

    calls: list = field(default_factory=list)
    logged: tuple = (CHALLENGE,)
    judged: JudgedEvidence = JUDGED
    cited: Citation = CITED

    def __getattr__(self, name):
        def call(*given, **named):
            self.calls.append((name, given, named))
            judging = name in ("judge", "judgements")
            kept = (self.judged,) if judging else self.logged
            return (EvidenceLog if judging else ChallengeLog)("2025-06-01", "v7", kept, (self.cited,))

        return call

    def close(self):
        pass


@pytest.fixture
def assistant():
    return FakeDesk()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("challenges", ["challenges", "--json"]),
        ("challenges", ["challenges", "list", "--format", "json"]),
        ("challenges", ["challenges", "add", "Who?", "--json"]),
        ("challenges", ["challenges", "show", "C1", "--json"]),
        ("evidence", ["evidence", "--json"]),
        ("evidence", ["evidence", "reject", "impact:1", "--reason", "No.", "--json"]),
    ],
)
def test_output_fits_its_schema(scrutiny, name, words):
    jsonschema.Draft202012Validator(schema_of(name)).validate(json.loads(scrutiny(*words).out))


def test_the_list_says_what_is_overdue(scrutiny):
    out = scrutiny("challenges", "--as-of", "2025-06-01").out
    assert out.splitlines()[0].split() == ["Id", "Put", "Owner", "Question", "Status", "Challenge"]
    assert "open, answer overdue since 2025-04-01" in out


def test_one_challenge_is_shown_with_its_evidence_and_what_is_gone(scrutiny):
    out = scrutiny("challenges", "show", "C1").out
    assert "2025-03-02, reopened: Again." in out
    assert "“9 of 31” Minutes (minutes.pdf), page 2, published 2025-03" in out
    assert "1 source no longer in the library" in out


def test_a_challenge_is_put_with_all_that_was_given(scrutiny, assistant):
    scrutiny(
        *("challenges", "add", "Who", "owns", "this?", "--question", "action", "--owner", "Chair"),
        *("--due", "2025-04-01", "--date", "2025-03-01", "--by", "RK", "--evidence", "action:3"),
    )
    name, given, named = assistant.calls[0]
    assert (name, given) == ("put_challenge", ("Who owns this?",))
    assert (named["question"], named["owner"], named["judge"]) == ("action", "Chair", "RK")
    assert (named["due"], named["on"]) == (date(2025, 4, 1), date(2025, 3, 1))
    assert named["evidence"] == ["action:3"]


def test_who_a_challenge_is_put_to_may_be_given_as_such(scrutiny, assistant):
    scrutiny("challenges", "add", "Who owns this?", "--to", "Chair", "--due", "1 April 2025")
    assert (assistant.calls[0][2]["owner"], assistant.calls[0][2]["due"]) == ("Chair", date(2025, 4, 1))


def test_closing_records_outcome_and_impact(scrutiny, assistant):
    scrutiny("challenges", "close", "C1", "--outcome", "Done.", "--impact", "Seen alone more often.")
    entries = [("outcome", "Done."), ("impact", "Seen alone more often.")]
    assert assistant.calls == [("add_to_challenge", ("C1", entries), {"on": None})]


@pytest.mark.parametrize(
    ("command", "kind"), [("respond", "response"), ("impact", "impact"), ("reopen", "reopened")]
)
def test_what_came_of_a_challenge_is_recorded(scrutiny, assistant, command, kind):
    assert scrutiny("challenges", command, "C1", "Some", "words").code == 0
    assert assistant.calls[0][1] == ("C1", [(kind, "Some words")])


def test_editing_passes_on_only_what_was_given_and_takes_a_day_away(scrutiny, assistant):
    scrutiny("challenges", "edit", "C1", "--owner", "Chair", "--due", "none")
    assert assistant.calls[0][1] == ("C1", {"owner": "Chair", "due": None})
    assert scrutiny("challenges", "edit", "C1").code == 2


def test_deleting_asks_to_be_told_twice(scrutiny, assistant):
    assert scrutiny("challenges", "delete", "C1").code == 2
    assert assistant.calls == []
    assert scrutiny("challenges", "delete", "C1", "--yes").code == 0
    assert assistant.calls[0][:2] == ("delete_challenge", ("C1",))


def test_the_folder_of_a_log_is_made_where_missing_and_named(scrutiny, assistant, tmp_path):
    file = tmp_path / "new" / "deeper" / "log.csv"
    for words in (("challenges",), ("evidence",)):
        run = scrutiny(*words, "-o", str(file))
        assert (run.code, file.exists()) == (0, True)
        assert ("Made the folder" in run.err) == (words == ("challenges",))
    (tmp_path / "file").write_text("")
    refused = scrutiny("challenges", "-o", str(tmp_path / "file" / "under" / "log.csv"))
    assert (refused.code, "cannot be made" in refused.err) == (2, True)


@pytest.mark.parametrize("form", [("--json",), ("--format", "json")])
@pytest.mark.parametrize("log", ["challenges", "evidence"])
def test_a_log_wanted_as_json_goes_to_the_file_as_json(scrutiny, tmp_path, log, form):
    file = tmp_path / "log.json"
    run = scrutiny(log, "-o", str(file), *form)
    assert (run.code, run.out) == (0, "")
    assert file.read_text("utf-8") == scrutiny(log, "--json").out


@pytest.mark.parametrize("words", [("challenges", "delete", "C1", "--yes"), ("evidence", "undo", "E1")])
def test_what_is_deleted_or_taken_back_is_named_as_json(scrutiny, assistant, words):
    gone = json.loads(scrutiny(*words, "--json").out)
    jsonschema.validate(gone, schema_of("-".join(words[:2])))
    assert gone == {"deleted": words[2]}


def test_a_list_is_narrowed_by_state_and_question(scrutiny, assistant):
    assistant.logged = ()
    run = scrutiny("challenges", "--status", "overdue", "--question", "3")
    assert assistant.calls[0][2] == {"as_of": None, "question": "3", "status": "overdue"}
    assert (run.out, run.err) == ("", "No challenges as of 2025-06-01.\n")


def test_a_day_that_does_not_exist_is_a_wrong_request(scrutiny, assistant):
    assert scrutiny("challenges", "respond", "C1", "Yes.", "--date", "2025-02-30").code == 2
    assert assistant.calls == []


def test_the_log_as_csv_runs_no_formula(scrutiny, tmp_path):
    (row,) = csv.DictReader(scrutiny("challenges", "--format", "csv").out.splitlines())
    assert row["challenge"] == "'" + CHALLENGE.text
    assert (row["overdue"], row["evidence"]) == ("yes", "Minutes (minutes.pdf), page 2, published 2025-03")
    file = tmp_path / "log.csv"
    assert scrutiny("challenges", "-o", str(file)).code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfid,put,")


def test_a_sheet_has_the_whole_of_a_long_title_and_the_screen_its_beginning(scrutiny, assistant):
    title = "Inspection of services for children in need of help, " * 4
    assistant.cited = replace(CITED, title=title)
    assert title.strip() in scrutiny("challenges", "--format", "csv").out
    shown = scrutiny("challenges", "show", "C1").out
    assert title.strip() not in shown
    assert f"“9 of 31” {title[:70]}" in shown
    assert "… (minutes.pdf), page 2" in shown


def test_evidence_is_rejected_for_its_question_or_for_all(scrutiny, assistant):
    scrutiny("evidence", "reject", "impact:4", "--reason", "No outcome.")
    scrutiny("evidence", "reject", "impact:4", "--reason", "No outcome.", "--all")
    assert [call[2]["question"] for call in assistant.calls] == [None, ""]
    assert assistant.calls[0][1] == ("impact:4", "rejected", "No outcome.")


def test_the_reason_stands_behind_the_evidence_or_in_an_option_but_not_in_both(scrutiny, assistant):
    scrutiny("evidence", "reject", "impact:4", "Too", "old")
    assert assistant.calls[0][1] == ("impact:4", "rejected", "Too old")
    assert scrutiny("evidence", "reject", "impact:4", "Too old", "--reason", "Too old").code == 2
    assert scrutiny("evidence", "reject", "impact:4", " ").code == 2
    assert len(assistant.calls) == 1


ON_SCREEN = ("--subject", "Exmoor", "--period", "2023-24", "--framework", "mine", "--as-of", "2024-05-01")


@pytest.mark.parametrize(
    "words",
    [
        ("evidence", "accept", "impact:4"),
        ("evidence", "reject", "impact:4", "Too old"),
        ("evidence", "note", "impact:4", "Read it."),
        ("challenges", "add", "--from", "impact:1"),
    ],
)
def test_the_number_is_that_of_the_ledger_that_is_asked_for(scrutiny, assistant, words):
    assert scrutiny(*words).code == 0
    assert scrutiny(*words, *ON_SCREEN).code == 0
    meant = [call[2]["weighing"] for call in assistant.calls]
    assert meant == [USUAL, Weighing("Exmoor", "2023-24", "mine", date(2024, 5, 1))]


def test_the_words_that_were_judged_are_told_in_full(scrutiny, assistant):
    quote = " ".join(f"word{n}" for n in range(90))
    assistant.judged = replace(JUDGED, standing="in_force", citation=1, question="impact")
    assistant.cited = replace(CITED, quote=quote)
    out = scrutiny("evidence", "reject", "impact:4", "Too old").out
    assert out.startswith(f"E1  rejected for impact: “{quote}” (minutes.pdf)\n    A count.\n")
    assert "numbered anew" in out
    assert "numbered anew" not in scrutiny("evidence").out


def test_rejecting_without_a_reason_is_a_wrong_request(scrutiny, assistant):
    assert scrutiny("evidence", "reject", "impact:4").code == 2
    assert assistant.calls == []


def test_a_judgement_whose_source_is_gone_is_listed_as_such(scrutiny):
    out = scrutiny("evidence").out
    assert "rejected (source gone: its document is not in the library)" in out
    assert "document abababab, characters 0 to 9" in out
