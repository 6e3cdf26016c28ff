"""The commands that look after a library."""

import json
from dataclasses import replace

import pytest
from app.conftest import RECORD

from ingest.care.backup import BackupReport
from ingest.care.fault import CheckReport, Fault


def test_a_document_is_superseded_and_made_current_again(scrutiny):
    assert "is superseded by 01234567" in scrutiny("supersede", "voice-audit.pdf", "new.pdf").out
    assert "is current" in scrutiny("supersede", "voice-audit.pdf", "--undo").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("supersede", "a.pdf"),
        ("supersede", "a.pdf", "b.pdf", "--undo"),
        ("remove", "--undo"),
        ("erase", "a.pdf"),
    ],
)
def test_half_a_request_is_refused_with_a_next_step(scrutiny, assistant, arguments):
    run = scrutiny(*arguments)
    assert (run.code, run.out) == (2, "")
    assert len(run.err.strip().splitlines()) == 2
    assert not assistant.erased


def test_removing_says_how_to_undo_it(scrutiny, assistant):
    run = scrutiny("remove", "voice-audit.pdf")
    assert "is removed" in run.out
    assert "scrutiny remove --undo" in run.out
    assert "1 document removed" in scrutiny("remove").out
    assert "is back" in scrutiny("remove", "--undo", "voice-audit.pdf").out


def test_erasing_says_when_another_program_still_holds_a_trace(scrutiny, assistant):
    assert "is erased" in scrutiny("erase", "voice-audit.pdf", "--yes").out
    assistant.complete = False
    run = scrutiny("erase", "voice-audit.pdf", "--yes")
    assert run.code == 1
    assert "Close that program" in run.out


def test_the_list_says_what_is_a_copy_of_what(scrutiny, assistant):
    assistant.copied = {assistant.documents()[0].id: ("0123456789abcdef",)}
    assert "copy of 01234567" in scrutiny("documents").out
    assert json.loads(scrutiny("documents", "--json").out)[0]["copy_of"] == ["0123456789abcdef"]


def test_a_check_says_what_is_wrong_and_what_mends_it(scrutiny, assistant):
    assert scrutiny("verify").code == 0
    assistant.faults = (Fault("vector index", "vectors/1", "It was \x1b[2Jchanged.", "index"),)
    run = scrutiny("verify")
    assert run.code == 1
    assert "vectors/1: It was" in run.out
    assert "repair builds the index anew" in run.out
    assert "\x1b" not in run.out


def test_a_repair_does_nothing_unless_told_to(scrutiny, assistant):
    assistant.faults = (Fault("vector index", "vectors/1", "It was changed.", "index"),)
    run = scrutiny("repair")
    assert (run.code, "scrutiny repair --apply" in run.out) == (1, True)
    run = scrutiny("repair", "--apply")
    assert (run.code, "After the repair:" in run.out) == (0, True)


def test_a_backup_says_what_it_holds_and_that_it_is_not_encrypted(scrutiny):
    run = scrutiny("backup", "b.zip")
    assert "b.zip: 1 document, 1.5 MB" in run.out
    assert "not encrypted" in run.out
    assert "1 document" in scrutiny("restore", "b.zip").out


def test_documents_set_aside_are_told_the_same_way_by_backup_restore_and_verify(scrutiny, assistant):
    superseded, aside = replace(RECORD, superseded_by="b" * 16), "1 document (and 2 superseded or removed)"
    assistant.removed = True
    assistant.documents = lambda filters=None: [RECORD, superseded] if filters else [RECORD]
    assistant.back_up = lambda file: BackupReport(file, 1_500_000, 1, "v7", aside=2)
    assistant.verify = lambda **_: CheckReport(False, 3, 9, (), (), aside=2)
    for command in (["backup", "b.zip"], ["restore", "b.zip"], ["verify"]):
        assert aside in scrutiny(*command).out


def test_tidying_says_sizes_and_what_stands_in_the_way(scrutiny, assistant):
    assert "2.0 MB before, 1.0 MB now" in scrutiny("optimize").out
    assistant.complete = False
    assert scrutiny("optimize").code == 1
