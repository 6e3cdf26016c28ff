"""The other commands: what is asked of the façade, and what is printed."""

import json
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.cli.app import COMMANDS
from assistant.cli.progress import so_far
from assistant.render.ingested import ingested_rows, report_paragraphs
from ingest.filters import Filters
from ingest.report import IngestedDocument, IngestReport, Progress, failed


def test_search_prints_the_place_and_the_words(scrutiny, assistant):
    run = scrutiny("search", "children", "alone", "-k", "3")
    assert assistant.searched[0][:2] == ("children alone", 3)
    assert run.out.startswith(
        "1. Multi-agency audit: voice of the child (voice-audit.pdf), page i (page 1 of"
    )
    assert "“Children were seen alone in 14 of 20 audited cases.”" in run.out


def test_search_takes_a_file_of_queries(scrutiny, tmp_path):
    queries = tmp_path / "queries.txt"
    queries.write_text("one\n\ntwo\n", "utf-8")
    lines = scrutiny("search", "--queries", str(queries), "-k", "1").out.splitlines()
    assert [json.loads(line)["query"] for line in lines] == ["one", "two"]


@pytest.mark.parametrize("page", ["1", "2"], ids=["its printed label", "its place in the file"])
def test_show_finds_a_page_by_label_then_by_place(scrutiny, page):
    out = scrutiny("show", "voice-audit.pdf", "--page", page).out
    assert "--- page 1 (page 2 of the file) ---" in out
    assert "An aside" in out
    assert "14 of 20" not in out


def test_show_says_which_pages_there_are_when_one_is_missing(scrutiny):
    run = scrutiny("show", "voice-audit.pdf", "--page", "9")
    assert run.code == 2
    assert run.err == "Error: voice-audit.pdf has no page 9.\nIt has 2, from 1 to 2.\n"


def test_show_as_json_keeps_the_whole_text_so_that_offsets_hold(scrutiny, assistant):
    shown = json.loads(scrutiny("show", "voice-audit.pdf", "--page", "i", "--json").out)
    assert shown["text"] == assistant.document.text
    assert [page["label"] for page in shown["pages"]] == ["i"]


def test_documents_are_listed_under_headings(scrutiny):
    heading, row = scrutiny("documents").out.splitlines()
    assert heading.split() == ["Id", "Published", "Kind", "Organisation", "Pages", "Title", "(file)", "Notes"]
    assert row.startswith("abababab  2024-03-01  audit")
    assert row.endswith("Multi-agency audit: voice of the child (voice-audit.pdf)")


def test_what_a_reader_should_know_of_a_document_stands_in_its_notes(scrutiny, assistant):
    assistant.records = [
        replace(assistant.records[0], unread_pages=(3,), superseded_by="cd" * 8, label="restricted")
    ]
    notes = "1 page could not be read; superseded by cdcdcdcd; label restricted"
    assert scrutiny("documents").out.rstrip().endswith(notes)


def test_documents_edit_passes_on_only_what_was_given(scrutiny, assistant):
    run = scrutiny("documents", "edit", "voice-audit.pdf", "--title", "Voices", "--published", "2024-03")
    assert assistant.edited == [("voice-audit.pdf", {"title": "Voices", "published": "2024-03"})]
    scrutiny("documents", "edit", "voice-audit.pdf", "--published", "31/10/2025")
    assert assistant.edited[1][1]["published"] == "2025-10-31"
    assert "title:        Voices\n" in run.out


def test_documents_edit_without_a_change_is_a_wrong_request(scrutiny, assistant):
    assert scrutiny("documents", "edit", "voice-audit.pdf").code == 2
    assert assistant.edited == []


def test_ingest_prints_what_became_of_each_file(scrutiny, assistant, tmp_path):
    run = scrutiny("ingest", str(tmp_path), "--label", "restricted")
    assert assistant.ingested == [([tmp_path], "restricted")]
    assert run.code == 0
    assert "1 document in 1.2 s: 1 added, 0 updated, 0 unchanged, 0 failed." in run.out
    assert "1 other file in these folders skipped" in run.out


def test_a_linked_folder_is_told_of_apart_from_files_of_other_kinds():
    told = [paragraph.text for paragraph in report_paragraphs(IngestReport((), 1.0, ("old/", "tool.exe")))]
    assert told[-2].endswith("not a kind that documents are kept in. tool.exe.")
    assert told[-1].startswith("1 folder not gone into, being a link to another place")
    assert told[-1].endswith(" old/.")


def test_what_is_told_of_many_files_alike_is_told_once():
    empty = [failed(f"a/{n}.md", f"{n}.md is empty.", "Check it.") for n in range(300)]
    one = IngestedDocument("0.pdf", "id", "added", "audit", 3, 9, 0, (), "")
    copies = [replace(one, path=f"{n}.pdf", reason="the same file as 0.pdf") for n in range(1, 200)]
    report = IngestReport(
        (one, *empty, *copies, failed("b.doc", "It is an old file.", "Save it again.")), 1.0
    )
    told = [paragraph.text for paragraph in report_paragraphs(report)]
    assert [*ingested_rows(report)] == []
    assert told[2].startswith("Too many to be listed here")
    assert told[3:] == [
        "a/0.md: 0.md is empty. Check it. Likewise 299 more: a/1.md, a/2.md, a/3.md, a/4.md, a/5.md, …",
        "1.pdf: the same file as 0.pdf. Likewise 198 more: 2.pdf, 3.pdf, 4.pdf, 5.pdf, 6.pdf, …",
        "b.doc: It is an old file. Save it again.",
    ]


def test_progress_is_told_in_what_a_phase_counts():
    assert so_far(Progress(3, 6, "a.pdf", 0, phase="ledgers", seconds=1.5, left=1.4)) == (
        "3 of 6 documents read for ledgers, 2.0 documents a second, about 1 s left"
    )
    assert so_far(Progress(1, 2, "a.pdf", 9)) == "1 of 2 files, 9 pages"


def test_ingest_with_a_failed_document_is_exit_1_with_reason_and_next_step(scrutiny, assistant, tmp_path):
    assistant.statuses = ("added", "failed")
    run = scrutiny("ingest", str(tmp_path))
    assert run.code == 1
    assert "- b.pdf: It wants a password. Save it without." in run.out


@pytest.mark.parametrize("before", [True, False], ids=["before the command", "after the command"])
@pytest.mark.parametrize(
    "command", [["documents"], ["ask", "Why?"], ["documents", "edit", "a", "--title", "b"]]
)
def test_the_library_may_be_named_before_or_after_the_command(scrutiny, assistant, command, before):
    option = ["--library", "elsewhere"]
    run = scrutiny(*(option + command if before else command + option))
    assert run.code == 0
    assert assistant.settings.library == Path("elsewhere")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_takes_a_library(scrutiny, command):
    run = scrutiny(command, "--help")
    assert run.code == 0
    assert "--library DIR" in run.out
    assert "--install-completion" not in run.out
    told = run.out.partition("\n")[2]  # the first line may say that an argument is repeatable
    assert not any(odd in told for odd in ("...\n", "<str>", "<list", "\\b"))


def test_the_help_tells_of_every_command_and_cuts_none_off(scrutiny):
    out = scrutiny("--help").out.partition("\n")[2]
    assert {line.split()[0] for line in out.splitlines() if line[:3].strip()[:1].islower()} >= {*COMMANDS}
    assert "...\n" not in out


@pytest.mark.parametrize(
    "command",
    [["ask", "Why?"], ["search", "why"], ["questions"], ["recommendations"], ["documents"], ["actions"]],
    ids=lambda command: command[0],
)
def test_the_same_options_narrow_every_command(scrutiny, assistant, command):
    filters = Filters(kinds=("audit",), organisations=("Health",), since="2024", until="2025-06")
    seen, documents, actions = [], assistant.documents, assistant.actions
    assistant.documents = lambda given=filters: seen.append(given) or documents(given)
    assistant.actions = lambda **given: seen.append(given["filters"]) or actions()
    narrowing = ["--kind", "audit", "--organisation", "Health", "--since", "2024", "--until", "2025-06"]
    assert scrutiny(*command, *narrowing).code == 0
    seen += [given for _, given, _ in assistant.asked] + [given for _, _, given in assistant.searched]
    seen += [given["filters"] for _, given in assistant.weighed]
    seen += [selection.filters for selection, _ in assistant.listed]
    assert set(seen) == {filters}
    assert scrutiny(*command, "--document", "nothing.pdf").code == 2


def test_the_environment_names_the_library_otherwise(scrutiny, assistant, tmp_path):
    scrutiny("documents")
    assert assistant.settings.library == tmp_path / "library"


def test_alone_without_a_terminal_it_prints_help_with_three_examples(scrutiny):
    run = scrutiny()
    assert run.code == 0
    assert sum(line.startswith("    scrutiny ") for line in run.out.splitlines()) == 3


def test_the_app_without_a_terminal_names_ask(scrutiny):
    run = scrutiny("tui")
    assert run.code == 2
    assert "scrutiny ask" in run.err


def test_serving_other_machines_without_a_key_is_refused(scrutiny):
    run = scrutiny("serve", "--host", "0.0.0.0")
    assert run.code == 2
    assert "there is no key" in run.err


def test_a_port_that_is_taken_is_said_before_anything_starts(scrutiny):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        run = scrutiny("serve", "--port", str(taken.getsockname()[1]))
    assert run.code == 2
    assert "--port" in run.err


def test_version_info_names_the_library_and_the_packages(scrutiny, tmp_path):
    info = json.loads(scrutiny("version", "info", "--json").out)
    assert info["library"] == str(tmp_path / "library")
    assert info["packages"]["typer"]


def test_the_demo_reads_the_samples_into_a_library_of_its_own_and_asks_its_questions(
    scrutiny, assistant, tmp_path
):
    assistant.records = []
    run = scrutiny("demo")
    assert run.code == 0
    assert assistant.settings.library == tmp_path / "demo-library"
    assert [path.name for path in assistant.ingested[0][0]] == ["documents"]
    assert len(assistant.asked) == 4
    assert all(f"Question: {question}" in run.out for question, _, _ in assistant.asked)


def test_the_demo_keeps_out_of_a_library_with_documents_of_your_own(scrutiny, assistant):
    run = scrutiny("demo", "--library", "mine")
    assert run.code == 2
    assert assistant.ingested == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_is_shown_its_completion(scrutiny, monkeypatch, shell):
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")  # so that a shell can be named
    run = scrutiny("--show-completion", shell)
    assert run.code == 0
    assert "_SCRUTINY_COMPLETE" in run.out


@pytest.mark.parametrize(
    ("words", "completed"),
    [("do", "documents"), ("ask --kind min", "minutes"), ("schema documents-", "documents-edit")],
)
def test_the_shell_completes_commands_kinds_and_schemas(scrutiny, monkeypatch, words, completed):
    monkeypatch.setenv("_SCRUTINY_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"scrutiny {words}")
    monkeypatch.setenv("COMP_CWORD", str(len(words.split())))
    assert scrutiny().out.split() == [completed]
