"""Outlook messages: who, when, what, and the papers and messages attached to them."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from email.message import EmailMessage

import outlook
import pytest
from converted import saved_as

from ingest.errors import EmptyFileError, EncryptedError, ReadError, UnknownFormatError
from ingest.read import read
from ingest.readers.mail.msg import unpacked
from ingest.unread import unread_note

SENT = datetime(2024, 6, 3, 9, 30, tzinfo=UTC)
PEOPLE = [("Sam Lee", "sam@example.org", 1), ("Board, Clerk", "clerk@example.org", 1), ("Al", "al@b.org", 2)]
LETTER = {
    outlook.SUBJECT: "Audit of supervision",
    outlook.BODY: "Dear Sam,\r\n\r\nThe audit found gaps in 3 of 20 files.\r\n",
    outlook.SENDER: "Jo Hale",
    outlook.SENDER_SMTP: "jo@example.org",
    outlook.SENT: SENT,
}
LOGO = b"\x89PNG\r\n\x1a\n" + bytes(200)


def sent(**changes):
    """The same message as it is sent, with what is in `changes` attached."""
    message = EmailMessage()
    message["Subject"] = "Audit of supervision"
    message["From"] = "Jo Hale <jo@example.org>"
    message["To"] = "Sam Lee <sam@example.org>"
    message["Date"] = "Mon, 03 Jun 2024 09:30:00 +0000"
    message.set_content(LETTER[outlook.BODY])
    for name, data in changes.items():
        kind = "image" if data is LOGO else "application"
        message.add_attachment(data, maintype=kind, subtype="octet-stream", filename=name.replace("__", "."))
    return message


def test_who_wrote_to_whom_and_when_stands_above_the_words(save):
    document = read(save("a.msg", outlook.outlook(LETTER, PEOPLE)))
    assert document.text.split("\n") == [
        "Audit of supervision",
        "From: Jo Hale <jo@example.org>",
        "To: Sam Lee <sam@example.org>, Board, Clerk <clerk@example.org>",
        "Cc: Al <al@b.org>",
        "Date: Mon, 03 Jun 2024 09:30:00 +0000",
        "Dear Sam,",
        "The audit found gaps in 3 of 20 files.",
    ]
    assert (document.title, document.published, document.pages) == ("Audit of supervision", "2024-06-03", ())


def test_a_message_reads_the_same_from_outlook_as_it_was_sent(save):
    papers = {"plan__csv": b"Action,Lead\nTrain,Jo\n", "paper__odt": saved_as("paper.odt"), "logo__png": LOGO}
    held = [(name.replace("__", "."), data) for name, data in papers.items()]
    from_outlook = read(save("a.msg", outlook.outlook(LETTER, PEOPLE[:1], held)))
    as_sent = read(save("a.eml", bytes(sent(**papers))))
    assert from_outlook.text == as_sent.text
    assert [(one.kind, one.level, one.table) for one in from_outlook.blocks] == [
        (one.kind, one.level, one.table) for one in as_sent.blocks
    ]
    assert from_outlook.cleaned == as_sent.cleaned == {"attachment": 1}
    assert "Attachments (not read): logo.png" in from_outlook.text


def test_messages_within_messages_and_their_papers_keep_their_places(save, pdf):
    report = pdf.line("Plans were signed.", 90).data()
    inner = outlook.message({**LETTER, outlook.SUBJECT: "Inner"}, (), [("report.pdf", report)], head=24)
    as_file = outlook.outlook({**LETTER, outlook.SUBJECT: "As a file"})
    letter = outlook.outlook(
        {**LETTER, outlook.SUBJECT: "Outer"}, (), [("", inner), ("b.msg", as_file), ("c.eml", bytes(sent()))]
    )
    document = read(save("a.msg", letter))
    assert [page.label for page in document.pages] == [
        "message",
        "message",
        "1 of report.pdf",
        "text of b.msg",
        "text of c.eml",
    ]
    headings = [one for one in document.blocks if one.kind == "heading"]
    assert [(one.level, document.text[one.start : one.end]) for one in headings] == [
        (1, "Outer"),
        (2, "Inner"),
        (3, "Attachment: report.pdf"),
        (2, "As a file"),
        (2, "Audit of supervision"),
    ]


def test_a_message_of_outlook_attached_to_one_that_was_sent_is_read(save):
    inner = outlook.outlook({**LETTER, outlook.BODY: "Only here."})
    assert "Only here." in read(save("a.eml", bytes(sent(inner__msg=inner)))).text


def test_what_is_attached_tells_nothing_of_the_message_it_is_attached_to(save):
    """The names in a message's own folder say what it is, not those in the papers it carries."""
    old = outlook.compound({"WordDocument": b"x" * 5000})
    locked = outlook.compound({"EncryptedPackage": b"x" * 5000})
    document = read(save("a.msg", outlook.outlook(LETTER, (), [("a.doc", old), ("b.docx", locked)])))
    assert unread_note(document).startswith("not read with it: a.doc, b.docx")


@pytest.mark.parametrize(
    ("name", "error", "said"),
    [
        ("WordDocument", UnknownFormatError, "an old Word file"),
        ("EncryptedPackage", EncryptedError, "a password"),
    ],
)
def test_old_and_locked_office_files_are_told_with_what_to_do(save, name, error, said):
    with pytest.raises(error, match=said) as caught:
        read(save("a.msg", outlook.compound({name: b"x" * 5000})))
    assert caught.value.next_step


def test_headers_it_was_sent_with_go_before_what_outlook_keeps(save):
    head = "From: Real Name <real@example.org>\r\nDate: Tue, 4 Jun 2024 23:30:00 +0100\r\n\r\n"
    document = read(save("a.msg", outlook.outlook({**LETTER, outlook.HEAD: head})))
    assert "From: Real Name <real@example.org>" in document.text
    assert document.published == "2024-06-04"


def test_addresses_within_an_exchange_server_are_left_out(save):
    letter = {**LETTER, outlook.SENDER_SMTP: "", outlook.SENDER_ADDRESS: "/O=COUNCIL/CN=JHALE"}
    assert "From: Jo Hale\n" in read(save("a.msg", outlook.outlook(letter))).text


def test_a_body_is_plain_text_then_html_then_rich_text(save):
    page = b"<p>From the page.</p><table><tr><th>A<th>B<tr><td>1<td>2</table>"
    rich = rb"{\rtf1\ansi From the rich text.\par}"
    raw = struct.pack("<II4sI", len(rich) + 12, len(rich), b"MELA", 0) + rich
    letter = {**LETTER, outlook.HTML: page, outlook.PACKED_RTF: raw}
    plain = read(save("a.msg", outlook.outlook(letter))).text
    assert "gaps" in plain
    assert "page" not in plain
    document = read(save("b.msg", outlook.outlook({**letter, outlook.BODY: ""})))
    assert "From the page." in document.text
    assert "table_header" in {one.kind for one in document.blocks}
    rich_only = read(save("c.msg", outlook.outlook({**letter, outlook.BODY: "", outlook.HTML: b""})))
    assert rich_only.text.endswith("From the rich text.")


def test_packed_rich_text_is_unpacked_as_the_specification_shows():
    """The two examples of [MS-OXRTFCP] 4.1."""
    simple = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(simple) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    crossing = bytes.fromhex("1a0000001c0000004c5a4675e2d44b5141000420575859 5a0d6e7d010eb0".replace(" ", ""))
    assert unpacked(crossing) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_texts_in_a_code_page_are_decoded(save):
    polish = {("bytes", outlook.SUBJECT): "Zażółć".encode("cp1250"), outlook.CODE_PAGE: 1250}
    letter = {**polish, outlook.BODY: "The rest."}
    assert read(save("a.msg", outlook.outlook(letter))).text.startswith("Zażółć")


def test_a_message_answered_is_told_from_the_answer(save):
    body = "I agree.\r\n\r\nOn Mon, 3 Jun 2024, Jo Hale wrote:\r\n> Is it late?\r\n"
    document = read(save("a.msg", outlook.outlook({**LETTER, outlook.BODY: body})))
    assert "> Is it late?" in document.text


@pytest.mark.parametrize("kept", [30, 520, 1500, 3000])
def test_a_message_that_breaks_off_is_refused_with_a_next_step(save, kept):
    data = outlook.outlook(LETTER, PEOPLE, [("a.csv", b"a,b\n" * 2000)])
    with pytest.raises(ReadError) as caught:
        read(save("a.msg", data[:kept]))
    assert caught.value.next_step


def test_a_message_without_anything_in_it_is_empty(save):
    with pytest.raises(EmptyFileError):
        read(save("a.msg", outlook.outlook({})))
