"""OpenDocument texts and workbooks: read like Word's and Excel's."""

from __future__ import annotations

import time

import archives
import converted
import pytest

from ingest.errors import EmptyFileError, EncryptedError, ReadError, UnknownFormatError
from ingest.read import read
from ingest.recommendations.find import find_recommendations

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name if name != "draw" else "drawing"}:1.0"'
    for name in ("office", "style", "text", "table", "draw")
)


def packed(content, kind="text", **parts):
    """An OpenDocument file with this content part."""
    more = {name.replace("__", "/") + ".xml": part for name, part in parts.items()}
    kind = f"application/vnd.oasis.opendocument.{kind}"
    return archives.packed({"mimetype": kind, "content.xml": content, **more})


def text(body, styles=""):
    return packed(
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def sheet(rows, styles="", look=""):
    return packed(
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f'<office:body><office:spreadsheet><table:table table:name="Plan" {look}>{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>",
        "spreadsheet",
    )


def p(words):
    return f"<text:p>{words}</text:p>"


def cell(words="", look=""):
    return f"<table:table-cell {look}>{p(words) if words else ''}</table:table-cell>"


def row(*cells, look=""):
    return f"<table:table-row {look}>{''.join(cells)}</table:table-row>"


@pytest.mark.parametrize(
    ("made", "saved"), [("paper.docx", "paper.odt"), ("paper.docx", "paper.rtf"), ("plan.xlsx", "plan.ods")]
)
def test_a_paper_reads_the_same_in_whatever_format_it_is_saved(save, made, saved):
    own = read(save(made, converted.paper() if made.startswith("paper") else converted.plan()))
    other = read(save(saved, converted.saved_as(saved)))
    assert other.text == own.text
    assert other.blocks == own.blocks
    assert [(page.label, page.start) for page in other.pages] == [
        (page.label, page.start) for page in own.pages
    ]
    told = ("title", "kind", "organisation", "subject", "published", "period")
    assert [getattr(other, one) for one in told] == [getattr(own, one) for one in told]
    found = [[(one.text, one.owner, one.deadline) for one in find_recommendations(it)] for it in (own, other)]
    assert found[0] == found[1]
    assert found[0] or made == "plan.xlsx"


def test_notes_come_last_and_what_is_deleted_or_hidden_not_at_all(save):
    look = '<style:text-properties text:display="none"/>'
    hidden = f'<style:style style:name="T1" style:family="text">{look}</style:style>'
    note = (
        '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )
    end, foot = note.format("endnote", "At the end."), note.format("footnote", "Below.")
    body = (
        f"<text:tracked-changes><text:changed-region>{p('deleted')}</text:changed-region></text:tracked-changes>"
        + p(f"One{end} word<text:s text:c='3'/>two<text:tab/>three.")
        + p(f'<text:span text:style-name="T1">hidden</text:span>{foot}Four.')
        + f'<text:section text:display="none">{p("secret")}</text:section>'
    )
    assert read(save("a.odt", text(body, hidden))).text == "One word two three.\nFour.\nBelow.\nAt the end."


def test_lists_go_on_where_they_say_so_and_begin_anew_where_not(save):
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" '
        'style:num-prefix="(" style:num-suffix=")" text:display-levels="1"/></text:list-style>'
    )

    def items(*held, look=""):
        inside = "".join(f"<text:list-item>{one}</text:list-item>" for one in held)
        return f"<text:list {look}>{inside}</text:list>"

    own = 'text:style-name="L"'
    body = (
        items(p("One"), p("Two") + p("Still two"), look=f'{own} xml:id="x"')
        + p("Between")
        + items(items(p("Below two")), p("Three"), look=f'{own} text:continue-numbering="true"')
        + items(p("Anew"), look=own)
        + items(p("Four"), look=f'{own} text:continue-list="x"')
    )
    assert read(save("a.odt", text(body, styles))).text.split("\n") == [
        *("1. One", "2. Two", "Still two", "Between", "(a) Below two", "3. Three", "1. Anew", "4. Four"),
    ]


def test_headings_are_numbered_as_the_outline_says(save):
    outline = "".join(
        f'<text:outline-level-style text:level="{at}" style:num-format="1" text:display-levels="{at}"/>'
        for at in (1, 2)
    )
    looks = (
        f"<office:document-styles {NAMES}><office:styles><text:outline-style>{outline}</text:outline-style>"
        "</office:styles></office:document-styles>"
    )
    body = "".join(
        f'<text:h text:outline-level="{level}">{words}</text:h>'
        for level, words in ((1, "Aims"), (2, "Ours"), (2, "Theirs"), (1, "Ends"))
    )
    content = (
        f"<office:document-content {NAMES}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    document = read(save("a.odt", packed(content, styles=looks)))
    assert document.text == "1 Aims\n1.1 Ours\n1.2 Theirs\n2 Ends"
    assert [block.level for block in document.blocks] == [1, 2, 2, 1]


def test_text_boxes_are_read_after_the_paragraph_they_stand_in(save):
    box = f"<draw:frame><draw:text-box>{p('In the box.')}</draw:text-box></draw:frame>"
    assert read(save("a.odt", text(p(f"Be{box}fore.") + p("After.")))).text == "Before.\nIn the box.\nAfter."


def test_rows_and_cells_that_stand_often_are_written_once_and_blank_ends_are_cut(save):
    rows = (
        row(cell("Action"), cell("Lead"), cell(look='table:number-columns-repeated="16382"'))
        + row(cell("Train", 'table:number-columns-repeated="2"'))
        + row(cell(), look='table:number-rows-repeated="1048000"')
    )
    document = read(save("a.ods", sheet(rows)))
    assert document.text == "Action | Lead\nTrain | Train"


def test_dates_and_shares_are_told_as_in_other_workbooks_and_money_as_it_is_shown(save):
    values = (
        ("date", 'office:date-value="2024-03-31"', "31/03/24"),
        ("date", 'office:date-value="2024-03-31T14:30:00"', "x"),
        ("percentage", 'office:value="0.125"', "13%"),
        ("float", 'office:value="12.0"', "12.00"),
        ("currency", 'office:value="9500"', "£9,500"),
        ("boolean", 'office:boolean-value="true"', "TRUE"),
        ("date", 'office:date-value="nonsense"', "as shown"),
    )
    cells = [cell(shown, f'office:value-type="{kind}" {value}') for kind, value, shown in values]
    heads = [cell(one) for one in ("A", "B", "C", "D", "E", "F", "G")]
    assert read(save("a.ods", sheet(row(*heads) + row(*cells)))).text.split("\n")[1] == (
        "31 March 2024 | 31 March 2024 14:30 | 12.5% | 12 | £9,500 | Yes | as shown"
    )


def test_templates_are_read_and_drawings_are_told_what_to_be_saved_as(save):
    content = text(p("Words."))
    assert read(save("a.ott", content.replace(b"opendocument.text", b"opendocument.text-template"))).text
    with pytest.raises(UnknownFormatError, match="presentation or drawing") as caught:
        read(save("a.odp", packed("<a/>", "presentation")))
    assert "PPTX" in caught.value.next_step


def test_a_locked_file_asks_for_a_copy_without_password(save):
    manifest = "<m><encryption-data/></m>"
    with pytest.raises(EncryptedError):
        read(save("a.odt", packed("scrambled", **{"META-INF__manifest": manifest})))


def test_one_without_words_is_empty_and_one_without_a_body_damaged(save):
    with pytest.raises(EmptyFileError):
        read(save("a.odt", text("")))
    for name, kind in (("a.odt", "text"), ("a.ods", "spreadsheet")):
        with pytest.raises(ReadError) as caught:
            read(save(name, packed("<a/>", kind)))
        assert caught.value.next_step


BILLION = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
DEEP = "<text:section>" * 5_000 + "</text:section>" * 5_000
OFTEN = 'table:number-columns-repeated="16384"'
REPEATED = row(cell("x", OFTEN), look='table:number-rows-repeated="1048576"')
HOSTILE = {
    "entities": ("a.odt", packed(BILLION)),
    "nested": ("a.odt", text(DEEP)),
    "bomb": ("a.odt", packed("<a>" + " " * 30_000_000 + "</a>")),
    "cells": ("a.ods", sheet(REPEATED)),
    "table": ("a.odt", text(f"<table:table>{row(cell('x'), cell('y', OFTEN)) * 4_000}</table:table>")),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_built_to_exhaust_the_machine_is_refused_in_seconds(save, case):
    began = time.process_time()
    with pytest.raises(ReadError) as caught:
        read(save(*HOSTILE[case]))
    assert caught.value.next_step
    assert time.process_time() - began < 10


def test_comments_that_never_end_take_no_time_by_the_square(save):
    began = time.process_time()
    notes = "".join(f'<office:annotation office:name="n{at}"/>' + p("word") for at in range(3_000))
    assert read(save("a.odt", text(notes))).text.startswith("word")
    assert time.process_time() - began < 10


def test_a_cell_merged_down_holds_for_each_row(save, blocks_of):
    tall, covered = 'table:number-rows-spanned="2"', "<table:covered-table-cell/>"
    rows = row(cell("Theme"), cell("Action"), cell("Lead"))
    rows += row(cell("Neglect", tall), cell("Train"), cell("Jo", tall)) + row(covered, cell("Audit"), covered)
    rows += row(cell("All", 'table:number-columns-spanned="2"'), covered, cell("Al"))
    found = blocks_of(read(save("a.odt", text(f"<table:table>{rows}</table:table>"))))
    assert [words for _, words in found][1:] == [
        "Neglect | Train | Jo",
        "Neglect | Audit | Jo",
        "All |  | Al",
    ]


def test_what_stands_in_hidden_columns_is_left_out_and_the_sheet_says_so(save, blocks_of):
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    rows = row(cell("Action"), cell("Internal notes"), cell("Lead"))
    rows += row(cell("Train staff"), cell("Do not circulate"), cell("Jo"))
    document = read(save("a.ods", sheet(columns + rows)))
    assert [text for _, text in blocks_of(document)] == ["Action | Lead", "Train staff | Jo"]
    assert [page.label for page in document.pages] == ["Plan (hidden columns left out)"]


def test_rows_hidden_by_hand_are_left_out_and_those_that_a_filter_takes_away_are_not(save, blocks_of):
    shut, filtered = (f'table:visibility="{how}"' for how in ("collapse", "filter"))
    rows = row(cell("Action"), cell("Lead")) + row(cell("Train staff"), cell("Jo"))
    rows += row(cell("See the child"), cell("Al"), look=shut)
    rows += row(cell("Audit files"), cell("Di"), look=filtered)
    document = read(save("a.ods", sheet(rows)))
    found = [text for _, text in blocks_of(document)]
    assert found == ["Action | Lead", "Train staff | Jo", "Audit files | Di"]
    assert [page.label for page in document.pages] == ["Plan (hidden rows left out)"]
