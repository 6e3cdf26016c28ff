"""Word, Excel and PowerPoint files: nothing lost, structure kept."""

from __future__ import annotations

import datetime
import io
import re
import zipfile

import docx
import openpyxl
import pytest
from archives import packed, parts_of, saved
from openpyxl.comments import Comment
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table

from ingest.read import read, tables_of
from ingest.unread import unread_note


def word(fill):
    """The bytes of a Word document that `fill` writes into."""
    document = docx.Document()
    fill(document)
    return saved(document)


def workbook(rows, title="Plan"):
    """The bytes of a workbook of one sheet."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return saved(book)


def test_word_headings_lists_and_tables_stand_in_order(save, blocks_of):
    def fill(document):
        document.add_heading("Findings", 1)
        document.add_paragraph("Plans were clear.", style="List Bullet")
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(
            table._cells, ["Action", "Owner", "Write it down", "Head of service"], strict=True
        ):
            cell.text = text
        document.add_paragraph("After the table.")

    assert blocks_of(read(save("a.docx", word(fill)))) == [
        ("heading", "Findings"),
        ("list_item", "• Plans were clear."),
        ("table_header", "Action | Owner"),
        ("table_row", "Write it down | Head of service"),
        ("paragraph", "After the table."),
    ]


def test_numbered_titles_of_minutes_in_word_are_headings(save, blocks_of):
    document = docx.Document()
    for line in ("Present: Ann Vale (chair)", "1. Training", "It was liked.", "2. Budget", "It is spent."):
        document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    kinds = [kind for kind, _ in blocks_of(read(save("a.docx", data.getvalue())))]
    assert kinds == ["paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_word_numbers_that_are_only_printed_are_in_the_text(save):
    def fill(document):
        for text in ("Ensure plans are signed.", "Ensure plans are read."):
            document.add_paragraph(text, style="List Number")

    document = read(save("a.docx", word(fill)))
    assert document.text == "1. Ensure plans are signed.\n2. Ensure plans are read."
    assert [block.marker for block in document.blocks] == ["1.", "2."]


def test_merged_and_nested_word_cells_lose_nothing(save):
    def fill(document):
        table = document.add_table(rows=2, cols=3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "spanning words"
        table.cell(1, 2).text = "outer words"
        table.cell(1, 1).add_table(rows=1, cols=1).cell(0, 0).text = "inner words"

    text = read(save("a.docx", word(fill))).text
    assert [text.count(words) for words in ("spanning words", "outer words", "inner words")] == [1, 1, 1]


def test_a_word_cell_merged_down_holds_for_each_row_but_not_a_header(save, blocks_of):
    def fill(document):
        table = document.add_table(rows=5, cols=2)
        for at, (action, lead) in enumerate(
            [("Action", "Lead"), ("", "Post"), ("Train", "Jo"), ("Audit", "")]
        ):
            table.cell(at, 0).text, table.cell(at, 1).text = action, lead
        for column, top, last in ((0, 0, 1), (1, 2, 4)):
            table.cell(top, column).merge(table.cell(last, column))

    rows = [words for _, words in blocks_of(read(save("a.docx", word(fill))))]
    assert rows == ["Action | Lead", " | Post", "Train | Jo", "Audit | Jo"]


def test_a_word_paragraph_cut_in_mid_sentence_is_joined(save):
    def fill(document):
        document.add_paragraph("The director, with partners and the independent chair of the board, has")
        document.add_paragraph("convened an improvement board.")

    assert "the board, has convened an" in read(save("a.docx", word(fill))).text


def test_words_are_never_glued_at_tabs_and_line_breaks(save):
    def fill(document):
        document.add_paragraph("Lead member area:\tCouncillor Green\nCouncillor Brown")

    assert read(save("a.docx", word(fill))).text == "Lead member area: Councillor Green Councillor Brown"


def test_headers_and_footers_are_left_out(save):
    def fill(document):
        document.sections[0].header.paragraphs[0].text = "Official sensitive"
        document.add_paragraph("The body of the report.")

    assert read(save("a.docx", word(fill))).text == "The body of the report."


def test_each_sheet_is_a_page_with_its_header(save, blocks_of):
    rows = [
        ["Action plan 2024"],
        [],
        ["Action", "Due"],
        ["Write it", datetime.date(2024, 3, 31)],
        ["Check it", 0.5],
    ]
    document = read(save("a.xlsx", workbook(rows)))
    assert [page.label for page in document.pages] == ["Plan"]
    assert blocks_of(document) == [
        ("heading", "Action plan 2024"),
        ("table_header", "Action | Due"),
        ("table_row", "Write it | 31 March 2024"),
        ("table_row", "Check it | 0.5"),
    ]


def test_a_wrong_sheet_size_hides_no_rows(save):
    parts = parts_of(workbook([["Action", "Owner"], ["one", "two"], ["three", "four"]]))
    lying = {name: content.replace(b'ref="A1:B3"', b'ref="A1:A1"') for name, content in parts.items()}
    assert lying != parts
    assert "three | four" in read(save("a.xlsx", packed(lying))).text


def changed(data, **parts):
    """The archive with parts changed or added, by the end of their names."""
    found = {name: parts.pop(name.rpartition("/")[2], content) for name, content in parts_of(data).items()}
    return packed({**found, **{f"xl/{name}": content for name, content in parts.items()}})


def noted():
    book = openpyxl.Workbook()
    for row in (["Action", "Lead"], ["Write it", "Jo"]):
        book.active.append(row)
    book.active["A2"].comment = Comment("Late since\nthe restructure", "Al")
    return saved(book)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ('<c r="B3"><f>SUM(B2:B2)</f><v/></c>', "=SUM(B2:B2)"),
        ('<c r="B3"><f t="shared" si="0"/></c>', "=…"),
        ('<c r="B3"><f>SUM(B2:B2)</f><v>5</v></c>', "5"),
        ('<c r="B3" t="str"><f>IF(B2=5,"","late")</f><v></v></c>', ""),
    ],
)
def test_a_formula_stands_in_the_place_of_a_value_that_was_never_calculated(save, blocks_of, cell, told):
    book = workbook([["Cost", "Sum"], ["Training", 5], ["Total", "=SUM(B2:B2)"]])
    with zipfile.ZipFile(io.BytesIO(book)) as whole:
        sheet = whole.read("xl/worksheets/sheet1.xml").decode()
    book = changed(book, **{"sheet1.xml": re.sub('<c r="B3".*?</c>', cell, sheet)})
    assert blocks_of(read(save("a.xlsx", book)))[-1] == ("table_row", f"Total | {told}")


def header_of(save, blocks_of, rows, *merged):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    return blocks_of(read(save("a.xlsx", saved(book))))


def test_a_header_over_two_rows_is_one_whose_columns_tell_all_that_stands_over_them(save, blocks_of):
    rows = [["Action", "Progress", None, "Lead"], [None, "Q1", "Q2", None], ["Train", "5%", "9%", "Jo"]]
    assert header_of(save, blocks_of, rows, "A1:A2", "B1:C1", "D1:D2") == [
        ("table_header", "Action | Progress Q1 | Progress Q2 | Lead"),
        ("table_row", "Train | 5% | 9% | Jo"),
    ]


def test_a_header_whose_cells_are_all_two_rows_tall_stays_with_its_rows(save, blocks_of):
    rows = [["Action", "Lead"], [None, None], ["Train", "Jo"], ["Audit", "Al"]]
    assert [kind for kind, _ in header_of(save, blocks_of, rows, "A1:A2", "B1:B2")] == [
        "table_header",
        "table_row",
        "table_row",
    ]


def test_cells_merged_down_among_the_data_are_no_header_and_hold_for_each_row(save, blocks_of):
    rows = [["Theme", "Action", "Lead"], ["Neglect", "Train", "Jo"], [None, "Audit", "Al"]]
    assert [text for _, text in header_of(save, blocks_of, rows, "A2:A3")][1:] == [
        "Neglect | Train | Jo",
        "Neglect | Audit | Al",
    ]


def test_notes_on_cells_follow_their_sheet(save, blocks_of):
    assert blocks_of(read(save("a.xlsx", noted())))[2:] == [
        ("paragraph", "Note on A2: Late since the restructure")
    ]


def test_a_talk_about_a_cell_takes_the_place_of_excels_copy_of_it(save, blocks_of):
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    with zipfile.ZipFile(io.BytesIO(noted())) as whole:
        relations = whole.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    more = f'<Relationship Type="{kind}" Target="/xl/talk.xml" Id="t"/></Relationships>'
    talk = '<T><threadedComment ref="A2"><text>Why late?</text></threadedComment>'
    talk += '<threadedComment ref="A2"><text>Staff left.</text></threadedComment></T>'
    parts = {"sheet1.xml.rels": relations.replace("</Relationships>", more), "talk.xml": talk}
    told = [text for _, text in blocks_of(read(save("a.xlsx", changed(noted(), **parts))))[2:]]
    assert told == ["Note on A2: Why late?", "Note on A2: Staff left."]


def test_a_damaged_note_costs_the_note_alone(save, blocks_of):
    document = read(save("a.xlsx", changed(noted(), **{"comment1.xml": "<comments><comm"})))
    assert blocks_of(document) == [("table_header", "Action | Lead"), ("table_row", "Write it | Jo")]


@pytest.mark.timeout(20)
def test_a_cell_in_the_farthest_corner_does_not_hang(save):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "here", "there"
    assert "here" in read(save("a.xlsx", saved(book))).text


def test_slides_are_pages_with_the_title_first(save, blocks_of):
    assert blocks_of(read(save("a.pptx", presentation()))) == [
        ("heading", "Seven-minute briefing"),
        ("list_item", "• Share what was learnt"),
    ]


def test_tables_of_gives_grids_for_every_format(save):
    assert tables_of(save("a.csv", "Action,Owner\nWrite it,Head\n")) == [
        [["Action", "Owner"], ["Write it", "Head"]]
    ]
    assert tables_of(save("a.xlsx", workbook([["Action", "Owner"], ["x1", "y1"]]))) == [
        [["Action", "Owner"], ["x1", "y1"]]
    ]


def presentation():
    """The bytes of a presentation of one slide."""
    p = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def relations(target, kind):
        return (
            f'<Relationships><Relationship Id="r1" Type="{kinds}/{kind}" Target="{target}"/></Relationships>'
        )

    def shape(kind, text):
        words = f"<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody>"
        return f'<p:sp><p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>{words}</p:sp>'

    body = (
        shape("body", "Share what was learnt")
        + shape("title", "Seven-minute briefing")
        + shape("sldNum", "1")
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations("ppt/presentation.xml", "officeDocument"),
        "ppt/presentation.xml": (
            f'<p:presentation {p} {r}><p:sldIdLst><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>'
        ),
        "ppt/_rels/presentation.xml.rels": relations("slides/slide1.xml", "slide"),
        "ppt/slides/slide1.xml": f"<p:sld {p} {a}><p:cSld><p:spTree>{body}</p:spTree></p:cSld></p:sld>",
    }
    return packed(parts)


def test_a_header_that_begins_with_no_for_number_is_a_header(save, blocks_of):
    rows = [["No", "Action"], [1, "Train"], [2, "Audit"]]
    assert blocks_of(read(save("a.xlsx", workbook(rows))))[0] == ("table_header", "No | Action")


def test_the_running_head_of_a_word_document_tells_whose_it_is_though_it_is_no_part_of_the_text(save):
    def fill(document):
        document.sections[0].header.paragraphs[0].text = "Harrow Safeguarding Children Partnership"
        document.add_heading("Minutes of the executive group", 0)
        document.add_paragraph("Apologies were received.")

    document = read(save("a.docx", word(fill)))
    assert document.subject == "Harrow"
    assert "Harrow" not in document.text


def test_a_hidden_sheet_is_left_out_and_says_so(save):
    book = openpyxl.Workbook()
    book.active.append(["Action", "Lead"])
    book.create_sheet("Lists").append(["Red", "Amber"])
    book["Lists"].sheet_state = "hidden"
    document = read(save("a.xlsx", saved(book)))
    assert document.text == "Action | Lead"
    assert [page.label for page in document.pages] == ["Sheet", "Lists (hidden sheet left out)"]
    assert unread_note(document).startswith("not read, being hidden: Lists (hidden sheet left out). Where")


def test_rows_hidden_by_hand_are_left_out_with_their_notes_and_those_of_a_filter_or_outline_are_not(save):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Action", "Lead", "Status"],
        ["Train staff", "Jo", "Open"],
        ["See the child named in the log", "Al", "Open"],
        ["Audit files", "Di", "Closed"],
        ["Write to schools", "Ed", "Open"],
    ):
        sheet.append(row)
    sheet["A3"].comment, sheet["A2"].comment = Comment("Her sister too", "Al"), Comment("Late", "Al")
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].hidden, sheet.row_dimensions[4].outlineLevel = True, 1
    document = read(save("a.xlsx", saved(book)))
    assert document.text.split("\n") == [
        "Action | Lead | Status",
        "Train staff | Jo | Open",
        "Audit files | Di | Closed",
        "Write to schools | Ed | Open",
        "Note on A2: Late",
    ]
    assert document.pages[0].label == "Sheet (hidden rows left out)"
    sheet.auto_filter.ref = "A1:C5"
    assert "See the child" not in read(save("a.xlsx", saved(book))).text
    sheet.auto_filter.add_filter_column(2, ["Open"])
    assert "See the child" in read(save("a.xlsx", saved(book))).text
    sheet.auto_filter.ref = None
    table = Table(displayName="Actions", ref="A1:C5", autoFilter=AutoFilter(ref="A1:C5"))
    table.autoFilter.add_filter_column(2, ["Open"])
    sheet.add_table(table)
    assert "See the child" in read(save("a.xlsx", saved(book))).text


def test_what_stands_in_hidden_columns_is_left_out_and_the_sheet_says_so(save, blocks_of):
    book = openpyxl.Workbook()
    for row in (["Action", "Internal notes", "Lead"], ["Train staff", "Do not circulate", "Jo"]):
        book.active.append(row)
    book.active.column_dimensions["B"].hidden = True
    book.active.column_dimensions["F"].hidden = True
    other = book.create_sheet("Closed")
    other.append(["Action", "Lead"])
    other.column_dimensions["H"].hidden = True
    document = read(save("a.xlsx", saved(book)))
    assert [text for _, text in blocks_of(document)][:2] == ["Action | Lead", "Train staff | Jo"]
    assert [page.label for page in document.pages] == ["Sheet (hidden columns left out)", "Closed"]
