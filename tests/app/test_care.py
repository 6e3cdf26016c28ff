"""The commands that look after a library."""

import json

import pytest


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
