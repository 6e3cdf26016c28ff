"""The message that an e-mail answers: kept in its text, known as quoted."""

import pytest

from ingest.passage import Passage
from ingest.quoted_mail import is_quoted
from ingest.readers.mail.eml import read_eml

HEAD = b"From: Ann <ann@a.uk>\nSubject: Re: Launch\nContent-Type: text/plain; charset=utf-8\n\n"


def read(body):
    """(kind, text) of the blocks below the headers."""
    return [(block.kind, block.strand.text) for block in read_eml(HEAD + body.encode(), "a.eml").blocks[2:]]


def test_quoted_lines_stay_marked_and_are_joined_where_they_were_wrapped():
    asked = "> Who will train the staff of all of the agencies\n> in the area by the summer?"
    body = f"It is in May.\n\n{asked}\n>> It was March.\n"
    assert read(body) == [
        ("paragraph", "It is in May."),
        ("paragraph", "> Who will train the staff of all of the agencies in the area by the summer?"),
        ("paragraph", ">> It was March."),
    ]


@pytest.mark.parametrize(
    "line", ["-----Original Message-----", "On Mon, 2 Mar 2026 at 09:12, Bob <b@b.uk> wrote:"]
)
def test_a_line_that_brings_in_an_unmarked_message_is_its_heading(line):
    assert read(f"It is in May.\n\n{line}\n\nIt was to be in March.\n") == [
        ("paragraph", "It is in May."),
        ("heading", line),
        ("paragraph", "It was to be in March."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "---------- Forwarded message ---------",
        "On Monday the chair wrote: it is in May.",
        "On Mon, 2 Mar 2026 Bob wrote:\n> When?",
    ],
)
def test_what_is_forwarded_or_marked_by_itself_gets_no_heading(line):
    found = read(f"It is in May.\n\n{line}\n\nThe board has met.\n")
    assert [kind for kind, _ in found] == ["paragraph"] * len(found)


def test_a_message_without_quotations_is_read_as_before():
    assert read("It is in May.\n\nThe board\nhas met.\n") == [
        ("paragraph", "It is in May."),
        ("paragraph", "The board"),
        ("paragraph", "has met."),
    ]


def passage(text, *headings):
    return Passage("p", "d", 100, 100 + len(text), text, headings)


def test_a_sentence_is_quoted_by_its_line_or_its_heading():
    text = "It is in May.\n> When is it? We ask again."
    at = 100 + text.index("We ask")
    assert [is_quoted(passage(text), start) for start in (100, at)] == [False, True]
    assert is_quoted(passage(text, "Launch", "-----Original Message-----"), 100)
    assert not is_quoted(passage(text, "Launch", "Original messages"), 100)
