"""HTML, Markdown, plain text, CSV and e-mail: clean words, no marks, no glued words."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from ingest.read import read

LONG = (
    "In this area the audit is carried out every year with a tool that each agency fills in and sends back."
)


def test_html_keeps_headings_lists_and_tables_and_drops_the_rest(save, blocks_of):
    page = f"""<html><head><title>QA</title><style>p {{}}</style></head><body><nav>Home</nav><h1>Audits</h1>
      <p>{LONG}</p><ul><li>files</li></ul><script>evil()</script>
      <table><tr><th>Agency</th><th>Score</th></tr><tr><td>Police</td><td>2</td></tr></table></body></html>"""
    assert blocks_of(read(save("a.html", page))) == [
        ("heading", "Audits"),
        ("paragraph", LONG),
        ("list_item", "• files"),
        ("table_header", "Agency | Score"),
        ("table_row", "Police | 2"),
    ]


def test_a_short_paragraph_above_a_long_one_is_a_heading(save, blocks_of):
    page = (
        f"<html><body><p>QA and Scrutiny</p><p>{LONG}</p><p>Section 11 Audit</p><p>{LONG}</p></body></html>"
    )
    assert [kind for kind, _ in blocks_of(read(save("a.html", page)))] == ["heading", "paragraph"] * 2


def test_the_label_of_a_short_recommendation_is_a_heading(save, blocks_of):
    text = "Recommendation C\n\nThe council should write.\n\nRecommendation D\n\nThe police should call.\n"
    kinds = [kind for kind, _ in blocks_of(read(save("a.txt", text)))]
    assert kinds == ["heading", "paragraph"] * 2


ITEMS = "1. Training\nIt was well liked.\n\n2. Health visiting\nOne post in five is vacant.\n"


def test_numbered_titles_of_plain_minutes_are_headings(save, blocks_of):
    minutes = f"Minutes of the meeting held on 4 March 2025\n\nPresent: Ann Vale (chair)\n\n{ITEMS}"
    headings = [text for kind, text in blocks_of(read(save("a.txt", minutes))) if kind == "heading"]
    assert headings == ["1. Training", "2. Health visiting"]


def test_so_are_those_whose_paragraphs_are_numbered_below_them(save, blocks_of):
    items = (
        "1. Rapid review: Child K\n\n1.1 The letter was sent to the panel on 4 March.\n\n1.2 It was read.\n\n"
    )
    minutes = f"Present: Ann Vale (chair)\n\n{items}2. Data\n\n2.1 The figures were read by the group.\n"
    headings = [text for kind, text in blocks_of(read(save("a.txt", minutes))) if kind == "heading"]
    assert headings == ["1. Rapid review: Child K", "2. Data"]


@pytest.mark.parametrize(
    "text",
    [
        ITEMS,
        f"Present: Ann Vale\n\n{ITEMS}1. Budget\nIt is spent.\n",
        f"Present: Ann Vale\n\n{ITEMS}3. The plan was agreed.\nIt is late.\n",
        f"Present: Ann Vale\n\n{ITEMS}3. Budget\n4. Risks\n",
    ],
)
def test_what_may_be_a_list_stays_one(save, blocks_of, text):
    assert "heading" not in [kind for kind, _ in blocks_of(read(save("a.txt", text)))]


@pytest.mark.parametrize(
    "line", ["Exempt: No", "14 March 2017", "Jane Smith, Chair of the Board", "Dear colleague"]
)
def test_a_label_a_date_or_a_name_is_no_heading(save, blocks_of, line):
    text = f"Report on audits\n\n{LONG}\n\n{line}\n\n{LONG}"
    assert blocks_of(read(save("a.txt", text)))[2] == ("paragraph", line)


def test_words_on_both_sides_of_a_tag_are_not_glued(save):
    page = (
        "<html><body><div>Lead<div>Councillor</div>Green<br>Brown</div><p>sub<b>group</b></p></body></html>"
    )
    assert read(save("a.html", page)).text.split() == ["Lead", "Councillor", "Green", "Brown", "subgroup"]


def test_markdown_marks_and_links_are_not_text(save, blocks_of):
    source = "# Audits\n\nThe **board** saw _all_ [audits](https://example.org/x).\n\n1. one\n2. two\n\n- a\n"
    assert blocks_of(read(save("a.md", source))) == [
        ("heading", "Audits"),
        ("paragraph", "The board saw all audits."),
        ("list_item", "1. one"),
        ("list_item", "2. two"),
        ("list_item", "• a"),
    ]


def test_an_html_cell_merged_down_holds_for_each_row(save, blocks_of):
    rows = "<tr><th>Action<th>Lead<tr><td>Train<td rowspan=2>Jo<tr><td>Audit"
    found = blocks_of(read(save("a.html", f"<table>{rows}</table>")))
    assert [words for _, words in found] == ["Action | Lead", "Train | Jo", "Audit | Jo"]


def test_a_markdown_table_has_rows(save, blocks_of):
    source = "| Action | Owner |\n|---|---|\n| Write it | Head |\n"
    assert blocks_of(read(save("a.md", source))) == [
        ("table_header", "Action | Owner"),
        ("table_row", "Write it | Head"),
    ]


def test_plain_text_loses_emphasis_marks_and_joins_wrapped_lines(save):
    text = "**End of it**\n\nThe board looked at forty cases and found that the\nplans were clear in most.\n"
    assert read(save("a.txt", text)).text == (
        "End of it\nThe board looked at forty cases and found that the plans were clear in most."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_of_any_usual_encoding_is_read(save, encoding):
    text = "The board’s plan – a café’s “view” of children’s needs – was signed off in full by all agencies."
    assert read(save("a.txt", text.encode(encoding))).text == text


@pytest.mark.parametrize("first", ["sep=;\n", "SEP=;\r\n", ""])
def test_a_stated_delimiter_is_no_row_of_the_table(save, blocks_of, first):
    assert blocks_of(read(save("a.csv", f"{first}Name;Rate\nOcelot;1,5\n"))) == [
        ("table_header", "Name | Rate"),
        ("table_row", "Ocelot | 1,5"),
    ]


def test_lines_above_a_csv_table_are_its_title_and_not_its_header(save, blocks_of):
    text = "Report of referrals\nMade in May\n\nQuarter,Late\nQ1,3\nQ2,12\n"
    assert blocks_of(read(save("a.csv", text)))[:3] == [
        ("heading", "Report of referrals"),
        ("paragraph", "Made in May"),
        ("table_header", "Quarter | Late"),
    ]


def test_csv_finds_its_delimiter(save, blocks_of):
    assert blocks_of(read(save("a.csv", "Action;Owner\nWrite it, now;Head\n")))[1] == (
        "table_row",
        "Write it, now | Head",
    )


def test_mail_keeps_subject_sender_and_body_and_counts_attachments(save):
    source = (
        "From: a@example.org\nTo: b@example.org\nSubject: Audit results\n"
        "Date: Tue, 03 Dec 2024 10:00:00 +0000\n"
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\n'
        "All plans were signed.\n--x\nContent-Type: application/pdf\n"
        'Content-Disposition: attachment; filename="a.pdf"\n\nabc\n--x--\n'
    )
    document = read(save("a.eml", source))
    assert document.title == "Audit results"
    assert document.text.endswith("All plans were signed.")
    assert document.published == "2024-12-03"
    assert document.cleaned == {"attachment": 1}


def test_hidden_characters_are_dropped_and_counted(save):
    document = read(save("a.txt", "The plan\u202e was \U000e0041signed\u200b off.\x1b[31m"))
    assert document.text == "The plan was signed off.[31m"
    assert document.cleaned == {"bidi": 1, "tag": 1, "invisible": 1, "control": 1}


def test_a_message_attached_to_a_message_is_read_and_what_cannot_be_read_is_named(save):
    source = (
        b"From: a@b.org\r\nSubject: Outer\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=q\r\n\r\n"
        b"--q\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n"
        b"--q\r\nContent-Type: message/rfc822\r\n\r\nSubject: Inner\r\n\r\nThe plan was late.\r\n"
        b"--q\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=plan.pdf\r\n\r\n"
        b"%PDF\r\n--q--\r\n"
    )
    document = read(save("a.eml", source))
    assert "Attachments (not read): plan.pdf" in document.text
    assert document.text.endswith("Inner\nThe plan was late.")
    assert document.cleaned == {"attachment": 1}


def test_documents_attached_to_a_message_are_read_down_to_those_of_an_attached_message(save):
    table, page = (
        b"Lead,When\nServal,June\nOcelot,May\n",
        b"<html><table><tr><td>Caracal</td><td>July</td></table>",
    )
    inner, outer = EmailMessage(), EmailMessage()
    for message, subject in ((inner, "Inner"), (outer, "Outer")):
        message["Subject"] = subject
        message.set_content(f"{subject} words.")
    inner.add_attachment(page, maintype="text", subtype="html", filename="page.html")
    outer.add_attachment(table, maintype="application", subtype="octet-stream", filename="plan.csv")
    outer.add_attachment(bytes(inner), maintype="application", subtype="octet-stream", filename="inner.eml")
    outer.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    outer.add_attachment(b"BEGIN:VCALENDAR\n", maintype="text", subtype="calendar", filename="visit.ics")
    document = read(save("a.eml", bytes(outer)))
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "Outer",
        "Attachments (not read): logo.png, visit.ics",
        "Outer words.",
        "Attachment: plan.csv",
        "Lead | When",
        "Serval | June",
        "Ocelot | May",
        "Inner",
        "Inner words.",
        "Attachment: page.html",
        "Caracal | July",
    ]
    tables = [block.table for block in document.blocks if block.table >= 0]
    assert (len(set(tables)), tables == sorted(tables)) == (2, True)
    assert document.cleaned == {"attachment": 2}


def test_an_unknown_charset_in_a_message_is_guessed(save):
    source = (
        b"From: a@b\r\nSubject: s\r\nContent-Type: text/plain; charset=x-none\r\n\r\nA caf\xe9 visit.\r\n"
    )
    assert read(save("a.eml", source)).text.endswith("A café visit.")


def test_a_pipe_within_a_cell_is_never_taken_for_the_end_of_the_cell(save, blocks_of):
    document = read(save("a.csv", "Action,Lead,When\nTrain,Police | Health |,|\nAudit,a|b,May\n"))
    assert blocks_of(document)[1:] == [
        ("table_row", "Train | Police|Health| | |"),
        ("table_row", "Audit | a|b | May"),
    ]
    assert [document.text[slice(*cell)] for cell in document.blocks[1].cells] == [
        "Train",
        "Police|Health|",
        "|",
    ]
    assert document.text.splitlines()[1].split(" | ") == ["Train", "Police|Health|", "|"]


def test_a_pipe_that_markdown_escapes_within_a_cell_stays_in_it(save, blocks_of):
    table = "| Action | Lead |\n|---|---|\n| Train | Police \\| Health |\n"
    assert blocks_of(read(save("a.md", table)))[1] == ("table_row", "Train | Police|Health")
