"""What the PDF reader makes of the ways in which reports are laid out."""

from __future__ import annotations

import pickle
from io import BytesIO

import pypdf
import pypdfium2
import pytest
from pypdf.annotations import Text
from pypdf.generic import NameObject, StreamObject, read_object

from ingest.places import NO_PAGE
from ingest.read import read
from ingest.readers.pdf import anew
from ingest.unread import unread_note

BODY = [
    "The partnership looked at forty cases in the autumn and found that plans were",
    "clear in most of them, and that managers had signed off nearly all of the plans",
    "within the time that the local procedure sets for them.",
]


def test_wrapped_lines_become_one_paragraph(pdf, save, blocks_of):
    document = read(save("a.pdf", pdf.lines(BODY, 100).data()))
    assert blocks_of(document) == [("paragraph", " ".join(BODY))]


def test_a_number_alone_on_the_last_line_of_a_sentence_is_no_item(pdf, save, blocks_of):
    lines = [BODY[0], "clear in most of them, and that managers had signed off after all of them held", "79."]
    document = read(save("a.pdf", pdf.lines(lines, 100).data()))
    assert blocks_of(document) == [("paragraph", " ".join(lines))]


def test_a_larger_line_is_a_heading_of_its_own(pdf, save, blocks_of):
    data = pdf.line("What we found", 80, size=16, font="Helvetica-Bold").lines(BODY, 110).data()
    assert blocks_of(read(save("a.pdf", data)))[0] == ("heading", "What we found")


def test_a_paragraph_goes_on_over_the_page_break(pdf, save, blocks_of):
    pdf.lines(BODY[:2], 700).page()
    document = read(save("a.pdf", pdf.lines(BODY[2:], 72).data()))
    assert blocks_of(document) == [("paragraph", " ".join(BODY))]
    assert document.pages[0].end <= document.pages[1].start
    assert document.text[document.pages[1].start :].startswith("within")


def test_running_heads_and_page_numbers_are_dropped(pdf, save):
    for number in range(1, 5):
        pdf.line("Anyshire Safeguarding Board", 30, size=8).lines(BODY, 100).line(
            f"Page {number} of 4", 820, size=8
        )
        pdf.line(f"Finding {number} stands alone on its page and is kept.", 300).page()
    text = read(save("a.pdf", pdf.data())).text
    assert "Anyshire" not in text
    assert "Page 2" not in text
    assert text.count("stands alone") == 4


def test_printed_page_numbers_become_labels(pdf, save):
    for number in range(11, 15):
        pdf.lines(BODY, 100).line(str(number), 820).page()
    assert [page.label for page in read(save("a.pdf", pdf.data())).pages] == ["11", "12", "13", "14"]


def test_a_year_in_a_running_head_numbers_no_page(pdf, save):
    for number in range(1, 3):
        pdf.line("Exmoor partnership: yearly report 2031-32", 30).lines(BODY, 100)
        pdf.line(f"Yearly report   Page {number}", 820).page()
    assert [page.label for page in read(save("a.pdf", pdf.data())).pages] == ["1", "2"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param(
            "the emotional well-", "being of children and their fam", "well-being", id="compound kept"
        ),
        pytest.param(
            "the board saw the au-", "dits of all of the agencies in", "audits", id="split word joined"
        ),
        pytest.param(
            "both short- and long-", "term plans were looked at by it", "long-term", id="known compound"
        ),
        pytest.param("children aged 16- ", "and 17-years-old were looked", "16- and 17", id="hanging hyphen"),
    ],
)
def test_hyphens_at_line_ends(pdf, save, first, second, joined):
    words = "All of the audits and the long-term plans of the board were read by the officers."
    document = read(save("a.pdf", pdf.line(words, 80).lines([first, second], 120).data()))
    assert joined in document.text


def test_bullets_begin_items_with_their_marker(pdf, save):
    lines = ["Managers should look at:", "\u2022 how long plans take to write", "\u2022 who signs them"]
    document = read(save("a.pdf", pdf.lines(lines, 100).data()))
    assert [block.marker for block in document.blocks] == ["", "•", "•"]


@pytest.mark.parametrize("marker", ["87.", "4.12", "(a)", "Recommendation 6:"])
def test_numbered_paragraphs_begin_items_with_their_marker(pdf, save, marker):
    data = pdf.lines(BODY, 100).line(f"{marker} Ensure that plans are signed.", 160).data()
    assert read(save("a.pdf", data)).blocks[-1].marker == marker


def test_two_columns_are_read_one_after_the_other(pdf, save):
    left = [
        f"left column line {n} of the running text"
        for n in ["one", "two", "three", "four", "five", "six", "seven"]
    ]
    right = [
        f"right column line {n} of the running text"
        for n in ["one", "two", "three", "four", "five", "six", "seven"]
    ]
    for number, (first, second) in enumerate(zip(left, right, strict=True)):
        pdf.line(first, 100 + 14 * number, 60).line(second, 100 + 14 * number, 320)
    text = read(save("a.pdf", pdf.data())).text
    assert text.index("left column line seven") < text.index("right column line one")


def test_a_ruled_table_becomes_rows_with_their_header(pdf, save, blocks_of):
    rows = [("Action", "Owner"), ("Write the plan", "Head of service"), ("Check the plan", "Board manager")]
    for number, row in enumerate(rows):
        pdf.line(row[0], 112 + 20 * number, 80).line(row[1], 112 + 20 * number, 230)
    for y in (98, 118, 138, 158):
        pdf.rule(72, y, 380, y)
    for x in (72, 220, 380):
        pdf.rule(x, 98, x, 158)
    document = read(save("a.pdf", pdf.lines(BODY, 300).data()))
    assert blocks_of(document)[:2] == [
        ("table_header", "Action | Owner"),
        ("table_row", "Write the plan | Head of service"),
    ]
    assert [document.text[start:end] for start, end in document.blocks[2].cells] == [
        "Check the plan",
        "Board manager",
    ]


def test_a_table_without_rules_is_found_by_its_columns(pdf, save, blocks_of):
    rows = [("Agency", "2023", "2024"), ("Police", "12", "14"), ("Health", "8", "9"), ("Schools", "31", "28")]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            pdf.line(cell, 100 + 16 * number, 72 + 120 * column)
    assert ("table_row", "Schools | 31 | 28") in blocks_of(read(save("a.pdf", pdf.data())))


def test_a_watermark_across_the_page_breaks_no_sentence(pdf, save, blocks_of):
    pdf.canvas.saveState()
    pdf.canvas.translate(200, 500)
    pdf.canvas.rotate(45)
    pdf.canvas.setFont("Helvetica", 60)
    pdf.canvas.drawString(0, 0, "DRAFT")
    pdf.canvas.restoreState()
    document = read(save("a.pdf", pdf.lines(BODY, 200, step=60).lines(BODY, 100).data()))
    assert ("paragraph", " ".join(BODY)) in blocks_of(document)
    assert document.text.endswith("DRAFT")


def test_a_page_printed_sideways_is_read_in_its_lines(pdf, save, blocks_of):
    pdf.canvas.rotate(90)
    pdf.canvas.translate(0, -595)
    for number, words in enumerate(BODY):
        pdf.canvas.drawString(72, 500 - 14 * number, words)
    assert blocks_of(read(save("a.pdf", pdf.data()))) == [("paragraph", " ".join(BODY))]


def test_a_raised_figure_stands_where_it_is_printed(pdf, save):
    words = "It was built in the 24 century before our time and"
    left = pdf.canvas.stringWidth("It was built in the 24", "Helvetica", 11)
    pdf.line(words, 100).line("th", 96, x=72 + left, size=6)
    assert read(save("a.pdf", pdf.data())).text.startswith("It was built in the 24th century")


def test_a_footnote_does_not_break_a_sentence_that_runs_on(pdf, save, blocks_of):
    pdf.lines(BODY[:2], 690).line("1 Figures are for the year to March 2024.", 790, size=8).page()
    kinds = blocks_of(read(save("a.pdf", pdf.lines([*BODY[2:], *BODY], 72).data())))
    assert kinds[0][1].startswith("1 Figures are")
    assert kinds[1][1].startswith(" ".join(BODY))


def test_a_footnote_of_a_column_does_not_break_a_sentence_that_runs_on_in_the_next(pdf, save):
    left = [
        "The first column of this page holds",
        "so many lines of text that it is",
        "taken for one, and it ends in the",
    ]
    right = [
        "middle of a sentence. The second",
        "column holds as many lines of text",
        "and ends with the sentence itself.",
    ]
    for at, (one, other) in enumerate(
        zip(left * 4 + left[:2] + ["Records show that it ends in the"], right * 5, strict=True)
    ):
        pdf.line(one, 100 + at * 14)
        pdf.line(other, 100 + at * 14, x=320)
    pdf.line("1 The figures are those of 2024.", 720, size=7).line(
        "2 As told by the police.", 720, x=320, size=7
    )
    text = read(save("a.pdf", pdf.data())).text
    assert "Records show that it ends in the middle of a sentence." in text
    assert text.endswith("1 The figures are those of 2024.\n2 As told by the police.")


def test_a_page_without_text_is_marked_unread(pdf, save, no_extra):
    pdf.lines(BODY, 100).page().image().page()
    document = read(save("a.pdf", pdf.lines(BODY, 100).data()))
    assert document.unread_pages == (1,)
    assert document.pages[1].start == document.pages[1].end


def test_a_blank_page_is_not_unread(pdf, save):
    pdf.lines(BODY, 100).page().page()
    assert read(save("a.pdf", pdf.lines(BODY, 100).data())).unread_pages == ()


def test_what_is_filled_into_a_form_is_read(pdf, save):
    pdf.lines(BODY, 100)
    pdf.canvas.acroForm.textfield(name="lead", value="Named nurse", x=72, y=500, width=200, height=20)
    assert "Named nurse" in read(save("a.pdf", pdf.data())).text


def test_every_placed_character_is_in_its_own_pages_text(pdf, save):
    pdf.line("Findings", 60, size=16).lines(BODY, 100).page().line("Next steps", 60, size=16).lines(
        BODY[::-1], 100
    )
    path = save("a.pdf", pdf.data())
    document = read(path)
    assert document.places is not None
    assert len(document.places) == len(document.text)
    own = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
    for character, page in zip(document.text, document.places.pages, strict=True):
        assert page == NO_PAGE or character in own[page]


def test_a_character_stands_where_it_is_printed(pdf, save):
    document = read(save("a.pdf", pdf.line("Xylophone", 100, x=72, size=12).data()))
    left, top, right, bottom = document.places.boxes[0].tolist()
    assert abs(left - 720) < 10
    assert top < 1000 < bottom
    assert right > left


def test_reading_twice_gives_the_same_document_and_it_pickles(pdf, save):
    path = save("a.pdf", pdf.lines(BODY, 100).data())
    first, second = read(path), pickle.loads(pickle.dumps(read(path)))
    assert (first.text, first.blocks, first.pages, first.id) == (
        second.text,
        second.blocks,
        second.pages,
        second.id,
    )
    assert (first.places.boxes == second.places.boxes).all()


def with_named_ligatures():
    """A page whose first font knows its ligatures by name alone; the second has no such code."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    strange = "<</Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Strange /Encoding <</Type /Encoding"
    strange += " /Differences [29 /f_f_i.alt /f_f_i /f_i]>>>>"
    plain = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"
    fonts = f"<</Font <</F1 {strange} /F2 {plain}>>>>"
    page[NameObject("/Resources")] = read_object(BytesIO(fonts.encode()), None)
    drawn = StreamObject()
    drawn.set_data(
        rb"BT /F1 12 Tf 72 700 Td (Con\037rmed by a di\036cult o\035ce) Tj /F2 12 Tf ( of \037ve) Tj ET"
    )
    page[NameObject("/Contents")] = writer._add_object(drawn)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_ligature_that_the_font_knows_by_name_alone_is_written_out(save):
    document = read(save("named.pdf", with_named_ligatures()))
    assert document.text == "Confirmed by a difficult office of ve"
    boxes = document.places.boxes[3:5]
    assert boxes[0, 2] == boxes[1, 0]
    assert boxes[0, 0] < boxes[0, 2]
    assert document.cleaned == {"control": 1}


def test_what_is_filled_into_a_form_stands_beside_what_asks_for_it(pdf, save):
    asked = {"Agency:": "Quenby College", "Named lead:": "Eve Elm, deputy principal", "Date:": "4 May 2024"}
    for number, (label, value) in enumerate(asked.items()):
        pdf.line(label, 120 + 30 * number)
        look = {"width": 250, "height": 18, "fontSize": 11, "borderWidth": 0}
        pdf.canvas.acroForm.textfield(name=label, x=170, y=717 - 30 * number, value=value, **look)
    pdf.line("What evidence is there? The college audits its records each term and reports on them.", 260)
    lines = read(save("form.pdf", pdf.data())).text.split("\n")
    assert lines[:3] == [f"{label} {value}" for label, value in asked.items()]
    assert lines[3].startswith("What evidence")


def test_comments_that_readers_stuck_on_a_page_are_counted_and_told(pdf, save):
    plain, data = pdf.lines(BODY, 100).data(), BytesIO()
    writer = pypdf.PdfWriter(clone_from=BytesIO(plain))
    for text in ("Check the denominator.", "Which teams?", ""):
        writer.add_annotation(0, Text(text=text, rect=(400, 700, 420, 720)))
    writer.write(data)
    document = read(save("a.pdf", data.getvalue()))
    assert document.cleaned == {"comment": 2}
    assert unread_note(document).startswith("2 comments on its pages are not read.")
    assert unread_note(read(save("b.pdf", plain))) == ""


def test_pdfium_is_started_anew_for_each_file(pdf, save, monkeypatch):
    started, start = [], anew.init_lib

    def noted():
        start()
        started.append(True)

    monkeypatch.setattr(anew, "init_lib", noted)
    path = save("a.pdf", pdf.lines(BODY, 100).data())
    assert read(path).text == read(path).text
    assert len(started) == 2
