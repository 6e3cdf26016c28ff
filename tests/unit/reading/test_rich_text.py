"""Rich text files, as Word, LibreOffice, WordPad and TextEdit write them."""

from __future__ import annotations

import contextlib
import time

import pytest

from ingest.errors import EmptyFileError, ReadError
from ingest.read import read


def rich(body, head=r"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}}"):
    return f"{{\\rtf1{head} {body}}}".encode("ascii")


def texts(save, body, **more):
    return read(save("a.rtf", rich(body, **more))).text.split("\n")


STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\sbasedon1 Our Chapter;}{\*\cs3 Strong;}"
    r"{\s4 Title;}{\s5\outlinelevel2 Berschrift;}}"
)


def test_headings_are_told_by_style_by_what_it_is_based_on_and_by_level(save, blocks_of):
    body = STYLES + (
        r"\pard\s4 Report\par\pard\s1 One\par\pard\s2 Two\par\pard\s5 Three\par"
        r"\pard\outlinelevel1 Four\par\pard\s0 Body.\par"
    )
    document = read(save("a.rtf", rich(body)))
    assert [(one.kind, one.level) for one in document.blocks] == [
        *(("heading", level) for level in (1, 1, 1, 3, 2)),
        ("paragraph", 0),
    ]
    assert document.text.endswith("Four\nBody.")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"caf\'e9 \u8217? \u8217\'92 \uc0\u8211 \uc1  x", "café ’ ’ – x"),
        (r"\ldblquote a\rdblquote\~b\_c\-d \{e\} f\\g", "“a” b-cd {e} f\\g"),
        (r"{\v hidden }{\deleted gone }kept{\*\unknown words}", "kept"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt the link}} after", "the link after"),
        ("one\r\ntwo\\line three\\tab four", "onetwo three four"),
        (r"{\pict\bin5 }}}{{ 00ff}after", "after"),
        (r"{\upr{ascii}{\*\ud{unicode}}}", "ascii"),
        (r"\f1 \'fc\f0  done", "✓ done"),
    ],
)  # fmt: skip
def test_words_are_read_as_they_are_meant(save, written, meant):
    assert texts(save, written) == [meant]


@pytest.mark.parametrize(
    ("head", "written", "meant"),
    [
        (r"\ansi\ansicpg1250", r"Za\'bf\'f3\'b3\'e6", "Zażółć"),
        (r"\mac", r"caf\'8e", "café"),
        (r"\ansi\ansicpg99999", r"caf\'e9", "café"),
        (r"\ansi\deff0{\fonttbl\f0\fcharset204 Arial;}", r"\'cf\'eb\'e0\'ed", "План"),
        (r"\ansi\ansicpg932", r"\'83A\'82\'a0", "アあ"),
    ],
)
def test_letters_are_decoded_by_the_files_own_code_pages(save, head, written, meant):
    assert texts(save, written, head=head) == [meant]


def test_numbers_of_lists_are_those_printed(save):
    body = (
        r"\pard{\listtext\pard\plain 1.\tab}\ls1 First thing.\par{\listtext 2.\tab}Second thing.\par"
        r"{\pntext\f1\'b7\tab}A point.\par"
    )
    document = read(save("a.rtf", rich(body)))
    assert document.text == "1. First thing.\n2. Second thing.\n• A point."
    assert [block.marker for block in document.blocks] == ["1.", "2.", "•"]


def row(*cells, at=(1000, 2000, 3000), head=""):
    edges = "".join(rf"\cellx{edge}" for edge in at)
    return rf"\trowd{head}{edges}\pard\intbl " + "".join(rf"{one}\cell " for one in cells) + r"\row"


def test_tables_have_their_header_and_wide_cells_cover_columns(save, blocks_of):
    body = (
        row("Action", "Lead", "Due", head=r"\trhdr")
        + row("Train", "Jo", "May")
        + row("All of it", "June", at=(2010, 3000))
        + r"\pard After.\par"
    )
    document = read(save("a.rtf", rich(body)))
    assert blocks_of(document) == [
        ("table_header", "Action | Lead | Due"),
        ("table_row", "Train | Jo | May"),
        ("table_row", "All of it |  | June"),
        ("paragraph", "After."),
    ]
    assert [block.table for block in document.blocks] == [0, 0, 0, -1]


def test_colours_that_tell_a_status_stand_in_the_text(save):
    head = r"\ansi{\colortbl;\red255\green0\blue0;\red0\green176\blue80;}"
    rows = row("Action", "RAG", at=(1000, 2000))
    for words, colour in (("Train", 1), ("Share", 2)):
        rows += rf"\trowd\cellx1000\clcbpat{colour}\cellx2000\pard\intbl {words}\cell\cell\row"
    found = texts(save, rows, head=head)
    assert found == ["Action | RAG", "Train | [cell colour: red]", "Share | [cell colour: green]"]


def test_a_table_within_a_cell_is_a_table_of_its_own(save):
    inner = "".join(
        rf"\pard\intbl\itap2 {a}\nestcell {b}\nestcell{{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}}"
        r"{\nonesttables\par}"
        for a, b in (("Month", "Seen"), ("May", "twice"))
    )
    body = (
        row("Name:", "Child A", at=(1000, 2000))
        + rf"\trowd\cellx1000\cellx2000\pard\intbl Visits:\cell {inner}\pard\intbl\cell\row\pard End.\par"
    )
    assert texts(save, body) == ["Name: | Child A", "Visits: | ", "Month | Seen", "May | twice", "End."]


def test_notes_and_comments_come_last_and_running_heads_not_at_all(save):
    body = (
        r"{\header\pard Aldermere Partnership\par}One{\super\chftn}{\footnote\pard\chftn  Below.\par} two."
        r"{\*\atrfstart 7} About this{\*\atrfend 7}{\*\atnid JH}{\*\atnauthor Jo Hale}\chatn"
        r"{\*\annotation{\*\atnref 7}{\*\atndate 1}\pard Why?\par}\par{\footnote\ftnalt At the end.}"
        r"Three.\par"
    )
    assert texts(save, body) == [
        "One two. About this",
        "Three.",
        "Below.",
        "At the end.",
        "Comments",
        "Comment by Jo Hale on “About this”: Why?",
    ]


def test_text_boxes_are_read_once(save):
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard In the box.\par}}{\shprslt{\*\do copy}}}"
    assert texts(save, rf"\pard Be{box}fore.\par After.\par") == ["Before.", "In the box.", "After."]


def test_title_author_and_dates_are_taken_from_the_file(save):
    info = r"{\info{\title Audit of plans}{\author Jo}{\creatim\yr2024\mo6\dy12\hr9}}"
    document = read(save("a.rtf", rich(info + r"Audit of plans\par The plans were signed.\par")))
    assert (document.title, document.published) == ("Audit of plans", "2024-06-12")
    assert document.pages == ()


def test_one_that_breaks_off_is_refused_with_a_next_step(save):
    with pytest.raises(ReadError, match="breaks off") as caught:
        read(save("a.rtf", rich(r"The first half.\par The second half.\par")[:-20]))
    assert caught.value.next_step


def test_one_without_words_is_empty(save):
    with pytest.raises(EmptyFileError):
        read(save("a.rtf", rich("")))


HOSTILE = {
    "groups": r"{" * 1_000_000,
    "empty groups": "{}" * 100_000,
    "words": r"\b" * 100_000,
    "edges": "".join(rf"\trowd\trleft{at}\cellx{at + 9} a\cell b\cell\row" for at in range(0, 100_000, 50)),
    "columns": r"x\cell " * 4_000 + r"\row" + r"x\cell y\cell\row" * 1_500,
    "tables": r"\itap99999 x\nestcell\nestrow" * 3_000,
    "comments": "".join(rf"{{\*\atrfstart {at}}}x " for at in range(6_000)),
    "numbers": r"\u-99999999 \ilvl-5\outlinelevel-3\s-1\f-2\uc-4\itap-3\cellx-9\trleft99999999 x\cell\row",
    "ends": "}" * 1_000 + r"\row\cell\nestrow",
    "too long a number": r"\fs999999999999999999999999 x",
    "bin": r"\bin999999999 x",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_built_to_exhaust_the_machine_takes_seconds(save, case):
    path = save("a.rtf", rich(HOSTILE[case]))
    began = time.process_time()
    with contextlib.suppress(ReadError):
        read(path)
    assert time.process_time() - began < 10


def test_a_cell_merged_down_holds_for_each_row(save, blocks_of):
    body = row("Action", "Lead") + row("Train", "Jo") + row("Audit", "")
    body = body.replace(r"\cellx2000", r"\clvmgf\cellx2000", 2).replace(r"\clvmgf", "", 1)
    first, _, last = body.rpartition(r"\cellx2000")
    found = blocks_of(read(save("a.rtf", rich(first + r"\clvmrg\cellx2000" + last))))
    assert [words for _, words in found] == ["Action | Lead", "Train | Jo", "Audit | Jo"]
