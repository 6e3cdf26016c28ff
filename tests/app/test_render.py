"""Texts for a terminal, laid out on a console of a known width."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from assistant.render.documents import HEADINGS, document_list, document_rows
from assistant.render.ledger import ledger_paragraphs
from assistant.render.paragraph import Paragraph, print_paragraphs
from assistant.render.place import page_name, place_of
from assistant.render.plain import shortened
from assistant.render.table import print_table


def printed(show, width, terminal=True):
    console = Console(
        file=io.StringIO(), width=width, force_terminal=terminal, color_system=None, markup=False
    )
    show(console)
    return console.file.getvalue().splitlines()


def test_later_lines_of_a_paragraph_stand_under_its_first():
    paragraph = Paragraph("one two three four five six seven", lead="12. ")
    lines = printed(lambda console: print_paragraphs(console, [paragraph]), 24)
    assert lines == ["12. one two three four", "    five six seven"]


def test_off_a_terminal_nothing_is_wrapped():
    paragraph = Paragraph("word " * 100 + "end", lead="1. ")
    assert len(printed(lambda console: print_paragraphs(console, [paragraph]), 24, terminal=False)) == 1


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_of_the_documents_is_wider_than_the_terminal(assistant, width):
    records = assistant.records * 2
    lines = printed(lambda console: print_paragraphs(console, document_list(records)), width)
    lines += printed(lambda console: print_table(console, HEADINGS, document_rows(records)), width)
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize(
    ("index", "label", "name"),
    [
        (None, None, ""),
        (2, "3", "page 3"),
        (2, None, "page 3"),
        (2, "", "page 3"),
        (4, "iii", "page iii (page 5 of the file)"),
        (6, "3", "page 3 (page 7 of the file)"),
        (0, "Training", "“Training”"),
        (0, "Plan", "“Plan”"),
        (3, "xviii", "page xviii (page 4 of the file)"),
        (3, "2 of audit.pdf", "page 2 of audit.pdf"),
        (3, "Plan 2024 of tracker.xlsx", "“Plan 2024 of tracker.xlsx”"),
    ],
)
def test_a_page_is_called_what_a_reader_would_look_for(index, label, name):
    assert page_name(index, label) == name


def test_a_place_does_not_repeat_the_title_as_a_heading(assistant):
    cited = assistant.answer.citations[0]
    place = place_of(replace(cited, heading=f"{cited.title} › Findings"))
    assert place.count(cited.title) == 1
    assert "Findings" in place


def test_a_text_is_cut_at_a_word():
    assert shortened("one two  three,\nfour", 15) == "one two three…"
    assert shortened("one two", 15) == "one two"


def test_sources_that_stand_in_one_place_are_listed_once_with_all_their_numbers(assistant):
    ledger, first = assistant.questions()[0], assistant.answer.citations[0]
    same = [replace(first, n=number) for number in (1, 2, 3)]
    places = (*same, replace(first, n=4, document="b.pdf", title="Another"))
    leads = [one.lead for one in ledger_paragraphs(replace(ledger, citations=places)) if "[" in one.lead]
    assert leads[-2:] == ["[1–3] ", "[4] "]
