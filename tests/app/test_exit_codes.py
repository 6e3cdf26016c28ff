"""However a run ends, the exit code and the message say how."""

import os
from pathlib import Path

import pytest

from assistant.crash import write_log
from ingest.errors import LibraryBusyError, NoLibraryError, ReadError


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NoLibraryError("There is no library.", "Run scrutiny ingest."), 2),
        (LibraryBusyError("Process 7 is writing.", "Wait for it."), 2),
        (ReadError("It is torn.", "Scan it again."), 1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_expected_failure_is_a_sentence_and_a_next_step(scrutiny, assistant, error, code):
    assistant.failure = error
    run = scrutiny("ask", "Why?")
    assert (run.code, run.out) == (code, "")
    assert run.err == f"Error: {error.message}\n{error.next_step}\n"


def test_a_crash_is_exit_3_with_one_sentence_and_the_path_of_a_log(scrutiny, assistant, tmp_path):
    assistant.failure = ZeroDivisionError("by nought")
    run = scrutiny("ask", "Why?")
    (log,) = (tmp_path / "logs").glob("*.log")
    assert run.code == 3
    assert "Traceback" not in run.err
    assert str(log) in run.err
    assert "ZeroDivisionError: by nought" in log.read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_a_crash_log_is_for_its_owner_only(scrutiny, assistant, tmp_path):
    assistant.failure = ZeroDivisionError()
    scrutiny("ask", "Why?")
    (log,) = (tmp_path / "logs").glob("*.log")
    assert log.stat().st_mode & 0o077 == 0


def test_a_crash_without_a_folder_for_temporary_files_is_told_too(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "tempfile.gettempdir", lambda: (_ for _ in ()).throw(FileNotFoundError("none usable"))
    )
    assert write_log(ZeroDivisionError(), tmp_path).exists()
    (tmp_path / "file").touch()
    assert write_log(ZeroDivisionError(), tmp_path / "file").parent == Path()


def test_an_interruption_is_exit_130(scrutiny, assistant):
    assistant.failure = KeyboardInterrupt()
    run = scrutiny("ask", "Why?")
    assert (run.code, run.err) == (130, "Interrupted.\n")


def test_an_interrupted_ingest_says_how_to_resume(scrutiny, assistant, tmp_path):
    assistant.failure = KeyboardInterrupt()
    run = scrutiny("ingest", str(tmp_path))
    assert run.code == 130
    assert "Run the same command again to go on from there." in run.err


@pytest.mark.parametrize("failure", [None, ZeroDivisionError(), KeyboardInterrupt()], ids=repr)
def test_the_library_is_closed_however_a_run_ends(scrutiny, assistant, failure):
    assistant.failure = failure
    scrutiny("ask", "Why?")
    assert assistant.closed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["aks", "Why?"], "Did you mean 'ask'?"),
        (["ask", "--jsn"], "--json"),
        (["documents", "edti"], "'edit'"),
    ],
    ids=["command", "option", "subcommand"],
)
def test_a_slip_of_the_finger_is_exit_2_with_a_suggestion(scrutiny, arguments, said):
    run = scrutiny(*arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert "--help" in run.err


def test_hostile_words_in_an_error_reach_the_screen_harmless(scrutiny):
    run = scrutiny("show", "\x1b[2Jevil\u202e.pdf")
    assert run.code == 2
    assert "\x1b" not in run.err
    assert "\u202e" not in run.err
