"""Statuses that a plan shows by the fill of its cells alone."""

from __future__ import annotations

import docx
import openpyxl
import pytest
from archives import saved
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.formatting.rule import CellIsRule, FormulaRule, IconSetRule
from openpyxl.styles import Color, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from assistant.actions.track import track
from eval.actions import library_of
from ingest.read import read
from ingest.readers.colours import colour_name, tinted

RED, AMBER, GREEN, BLUE = "FF0000", "FFC000", "00B050", "0070C0"


def plan(colours, header="RAG", texts=None, edit=lambda sheet: None):
    """The bytes of a workbook with a plan of one row a colour, given as RRGGBB, `Color` or None."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Quenby Safeguarding Children Partnership: action plan, position at 30 April 2024"])
    sheet.append(["No", "Action", "Lead", "By when", header])
    for number, colour in enumerate(colours, 1):
        text = (texts or {}).get(number)
        sheet.append([number, f"Train all {number}0 foster carers", "Ann Ash", "31 March 2024", text])
        if colour:
            colour = Color(rgb=f"FF{colour}") if isinstance(colour, str) else colour
            sheet.cell(number + 2, 5).fill = PatternFill("solid", fgColor=colour)
    edit(sheet)
    return saved(book)


def last_cells(document):
    rows = [block for block in document.blocks if block.kind == "table_row"]
    return [document.text[slice(*row.cells[-1])] for row in rows]


def test_a_filled_cell_of_a_status_column_reads_as_its_colour_and_says_so(save):
    told = last_cells(read(save("plan.xlsx", plan([RED, AMBER, None, GREEN, BLUE]))))
    assert told == [
        "[cell colour: red]",
        "[cell colour: amber]",
        "",
        "[cell colour: green]",
        "[cell colour: blue]",
    ]


def test_a_plan_of_one_colour_is_read_where_its_column_is_called_as_one_of_status(save):
    for header in ("RAG", "Status", "Current BRAG rating"):
        data = plan([GREEN, GREEN], header=header)
        assert last_cells(read(save("plan.xlsx", data))) == ["[cell colour: green]"] * 2
    assert "colour" not in read(save("b.xlsx", plan([GREEN, GREEN], header="Theme"))).text


def test_a_column_that_holds_colours_alone_is_read_whatever_it_is_called(save):
    assert last_cells(read(save("plan.xlsx", plan([GREEN, RED], header="Quarter 2")))) == [
        "[cell colour: green]",
        "[cell colour: red]",
    ]


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        (Color(theme=6), "green"),
        (Color(theme=6, tint=0.4), "green"),
        (Color(theme=9, tint=-0.25), "amber"),
        (Color(indexed=10), "red"),
        ("FFC7CE", "red"),
        ("FFEB9C", "amber"),
        ("C6EFCE", "green"),
        ("FFFF00", "amber"),
    ],
)
def test_colours_of_the_theme_of_the_old_palette_and_pale_ones_have_names(save, colour, name):
    assert last_cells(read(save("plan.xlsx", plan([colour])))) == [f"[cell colour: {name}]"]


@pytest.mark.parametrize("rgb", ["FFFFFF", "D9D9D9", "000000", "7030A0", "nonsense", None])
def test_greys_and_other_colours_tell_nothing(rgb):
    assert colour_name(rgb) == ""


def test_a_tint_makes_lighter_and_darker():
    assert tinted("70AD47", 0.0) == "70AD47"
    assert colour_name(tinted("70AD47", 0.6)) == "green"
    assert tinted("808080", 1.0) == "FFFFFF"
    assert tinted("808080", -1.0) == "000000"


def test_a_row_filled_across_is_decoration_unless_the_rows_of_a_status_column_differ(save):
    def across(*rows):
        def edit(sheet):
            for number, rgb in enumerate(rows, 3):
                for column in range(1, 6):
                    sheet.cell(number, column).fill = PatternFill("solid", fgColor=Color(rgb=f"FF{rgb}"))

        return edit

    assert "colour" not in read(save("a.xlsx", plan([None] * 2, edit=across("DDEBF7", "FFFFFF")))).text
    told = read(save("b.xlsx", plan([None] * 2, edit=across(GREEN, RED))))
    assert last_cells(told) == ["[cell colour: green]", "[cell colour: red]"]


def test_words_beside_a_colour_stay_and_a_colour_that_is_named_is_not_told_twice(save):
    data = plan([RED, GREEN, AMBER], header="RAG", texts={1: "Red", 2: "3", 3: "A"})
    assert last_cells(read(save("plan.xlsx", data))) == ["Red", "3 [cell colour: green]", "A"]
    data = plan([RED, GREEN], header="Status", texts={1: "Complete", 2: "In progress"})
    assert last_cells(read(save("b.xlsx", data))) == ["Complete", "In progress"]


def test_a_conditional_format_counts_where_the_cells_own_value_decides(save):
    def edit(sheet):
        for value, rgb in ((1, RED), (3, GREEN)):
            fill = PatternFill(bgColor=Color(rgb=f"FF{rgb}"))
            sheet.conditional_formatting.add("E3:E9", CellIsRule("equal", [str(value)], fill=fill))
        late = FormulaRule(["$D3<TODAY()"], fill=PatternFill(bgColor=Color(rgb=f"FF{RED}")))
        sheet.conditional_formatting.add("E3:E9", late)

    data = plan([None] * 3, texts={1: 1, 2: 2, 3: 3}, edit=edit)
    assert last_cells(read(save("plan.xlsx", data))) == [
        "1 [cell colour: red]",
        "2",
        "3 [cell colour: green]",
    ]


def test_a_conditional_format_with_words_is_met_by_them(save):
    def edit(sheet):
        style = DifferentialStyle(fill=PatternFill(bgColor=Color(rgb=f"FF{AMBER}")))
        rule = openpyxl.formatting.rule.Rule("containsText", operator="containsText", text="Slip", dxf=style)
        rule.formula = ['NOT(ISERROR(SEARCH("Slip",E3)))']
        sheet.conditional_formatting.add("E3:E9", rule)

    data = plan([None] * 2, texts={1: "slipped", 2: "fine"}, edit=edit)
    assert last_cells(read(save("plan.xlsx", data))) == ["slipped [cell colour: amber]", "fine"]


def shaded(colours, **attributes):
    """A Word document with a plan whose last column is shaded."""
    document = docx.Document()
    document.add_paragraph("Quenby Safeguarding Children Partnership: action plan, position at 30 April 2024")
    table = document.add_table(rows=1, cols=4)
    for cell, text in zip(table.rows[0].cells, ["Action", "Lead", "By when", "RAG"], strict=True):
        cell.text = text
    for number, colour in enumerate(colours, 1):
        cells = table.add_row().cells
        for cell, text in zip(
            cells, [f"Train all {number}0 carers", "Ann Ash", "31 March 2024"], strict=False
        ):
            cell.text = text
        shade = OxmlElement("w:shd")
        for name, value in {"val": "clear", "fill": colour, **attributes}.items():
            shade.set(qn(f"w:{name}"), value)
        cells[3]._tc.get_or_add_tcPr().append(shade)
    return saved(document)


def test_the_shading_of_a_word_table_is_read(save):
    assert last_cells(read(save("plan.docx", shaded([RED, "auto", GREEN])))) == [
        "[cell colour: red]",
        "",
        "[cell colour: green]",
    ]


def test_the_shading_of_a_word_table_in_a_colour_of_the_theme_is_read(save):
    data = shaded(["auto"], themeFill="accent3", themeFillTint="99")
    assert last_cells(read(save("plan.docx", data))) == ["[cell colour: green]"]


@pytest.mark.parametrize(
    ("colour", "status", "timing"), [(BLUE, "done", "no_date"), (RED, "open", "overdue")]
)
@pytest.mark.parametrize("make", [plan, shaded])
def test_an_action_is_followed_by_its_colour_and_quotes_the_mark(tmp_path, colour, status, timing, make):
    (tmp_path / f"plan.{'xlsx' if make is plan else 'docx'}").write_bytes(make([colour, AMBER]))
    with library_of([tmp_path]) as library:
        action = track(library, as_of="2024-06-30").actions[0]
    assert (action.status, action.timing) == (status, timing)
    assert [field.text for field in action.progress] == [
        f"[cell colour: {'blue' if status == 'done' else 'red'}]"
    ]


def keyed(rows):
    """A plan whose one action is green, with a key of these rows of (text, colour) below it."""

    def edit(sheet):
        for number, row in enumerate([[("Key", None)], *rows], 8):
            for column, (text, colour) in enumerate(row, 1):
                sheet.cell(number, column, text)
                if colour:
                    sheet.cell(number, column).fill = PatternFill("solid", fgColor=f"FF{colour}")

    return plan([GREEN], edit=edit)


KEYS = {
    "beside": [[(None, GREEN), ("Complete", None)], [(None, RED), ("Not started", None)]],
    "behind": [[("Complete", GREEN)], [("Not started", RED)]],
    "along": [[("Complete", GREEN), ("Not started", RED)]],
}


@pytest.mark.parametrize(("rows", "status"), [*((rows, "done") for rows in KEYS.values()), ([], "open")])
def test_a_key_that_is_coloured_itself_tells_what_the_colours_mean(tmp_path, rows, status):
    (tmp_path / "plan.xlsx").write_bytes(keyed(rows))
    with library_of([tmp_path]) as library:
        assert track(library, as_of="2024-06-30").actions[0].status == status


def test_a_title_on_a_colour_is_no_key(save):
    def edit(sheet):
        sheet["A1"].fill = PatternFill("solid", fgColor=f"FF{BLUE}")

    assert "= Quenby" not in read(save("plan.xlsx", plan([GREEN, RED], edit=edit))).text


@pytest.mark.parametrize(("sign", "status"), [("🔵", "done"), ("🔴", "open")])
def test_a_coloured_sign_tells_what_the_colour_does(tmp_path, sign, status):
    (tmp_path / "plan.xlsx").write_bytes(plan([None], texts={1: sign}))
    with library_of([tmp_path]) as library:
        action = track(library, as_of="2024-06-30").actions[0]
    assert (action.status, action.timing) == (status, "overdue" if status == "open" else "no_date")


LIT = ["1 [cell colour: red]", "2 [cell colour: amber]", "3 [cell colour: green]"]


@pytest.mark.parametrize(
    ("kind", "limits", "options", "expected"),
    [
        ("num", [1, 2, 3], {}, LIT),
        ("percent", [0, 33, 67], {}, LIT),
        ("num", [1, 2, 3], {"reverse": True}, ["1 [cell colour: green]", LIT[1], "3 [cell colour: red]"]),
        ("percentile", [0, 33, 67], {}, ["1", "2", "3"]),
    ],
)
def test_traffic_lights_beside_values_are_colours(save, kind, limits, options, expected):
    def edit(sheet):
        rule = IconSetRule("3TrafficLights1", kind, limits, showValue=False, **options)
        sheet.conditional_formatting.add("E3:E9", rule)

    data = plan([None] * 3, texts={1: 1, 2: 2, 3: 3}, edit=edit)
    assert last_cells(read(save("plan.xlsx", data))) == expected


def test_the_bars_of_a_timetable_are_no_statuses(save):
    def edit(sheet):
        for column in range(6, 12):
            sheet.cell(2, column, f"Month {column}")
            for row, rgb in ((3, GREEN), (4, BLUE)):
                sheet.cell(row, column).fill = PatternFill("solid", fgColor=f"FF{rgb}")

    assert "colour" not in read(save("plan.xlsx", plan([None] * 3, edit=edit))).text


@pytest.mark.parametrize(
    ("look", "name"),
    [
        ('bgcolor="#FF0000"', "red"),
        ('style="width: 3em; background-color: #0b5"', "green"),
        ('style="background: rgb(255, 192, 0)"', "amber"),
        ('style="background:orange none repeat"', "amber"),
        ('bgcolor="white"', ""),
        ('bgcolor="zzz"', ""),
    ],
)
def test_the_colours_of_a_table_in_a_page_or_an_email_are_read(save, look, name):
    page = f"<table><tr><th>Action<th>RAG<tr><td>Train<td {look}></table>"
    told = last_cells(read(save("plan.html", f"<html><body>{page}</body></html>")))
    assert told == [f"[cell colour: {name}]" if name else ""]
