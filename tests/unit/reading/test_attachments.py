"""The pages of documents that are attached to e-mails."""

from __future__ import annotations

from email.message import EmailMessage

from assistant.render.place import page_name
from ingest.read import read
from ingest.unread import unread_note


def mail(*attached):
    """The bytes of a message with these (name, bytes) attached."""
    message = EmailMessage()
    message["Subject"] = "Papers"
    message.set_content("The papers are attached.")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)


def page_of(document, words):
    page = document.page_at(document.text.index(words))
    return page_name(page.index, page.label)


def test_what_an_attached_pdf_says_keeps_its_page(save, pdf):
    report = (
        pdf.line("Report", 90, size=20).line("Plans were signed.", 130).page().line("None late.", 90).data()
    )
    document = read(
        save("a.eml", mail(("report 2024.pdf", report), ("plan.csv", b"Action,Lead\nTrain,Jo\n")))
    )
    assert page_of(document, "The papers") == "“message”"
    assert page_of(document, "Plans were") == "page 1 of report 2024.pdf"
    assert page_of(document, "None late") == "page 2 of report 2024.pdf"
    assert page_of(document, "Train") == "“text of plan.csv”"
    assert [page.index for page in document.pages] == [0, 1, 2, 3]


def test_two_attached_pdfs_and_one_of_an_attached_message_are_told_apart(save, pdf):
    report = pdf.line("Plans were signed.", 90).data()
    inner = mail(("inner.pdf", report))
    document = read(save("a.eml", mail(("one.pdf", report), ("fw.eml", inner))))
    assert [page.label for page in document.pages] == [
        "message",
        "1 of one.pdf",
        "message",
        "1 of inner.pdf",
    ]


def test_an_attached_workbook_keeps_its_sheets_and_a_message_without_pages_has_none(save):
    assert read(save("a.eml", mail(("plan.csv", b"Action,Lead\nTrain,Jo\n")))).pages == ()
    assert page_name(2, "Summary of plan 2024.xlsx") == "“Summary of plan 2024.xlsx”"


def test_of_an_attached_pdf_with_a_page_that_cannot_be_read_the_others_are_read(save, pdf, no_extra):
    data = pdf.line("Plans were signed.", 90).page().image().data()
    document = read(save("a.eml", mail(("scan.pdf", data))))
    assert "Plans were signed." in document.text
    assert "2 of scan.pdf" in unread_note(document)


def test_a_paper_that_was_not_read_with_its_message_is_told_with_the_next_step_and_a_logo_is_not(save):
    logo = ("logo.png", b"\x89PNG\r\n")
    sent = mail(("locked.pdf", b"%PDF-1.4 damaged"), ("papers.zip", b"PK\x03\x04"), logo)
    note = unread_note(read(save("a.eml", sent)))
    assert note.startswith("not read with it: locked.pdf, papers.zip. Save them from the message")
    assert unread_note(read(save("b.eml", mail(logo)))) == ""
