"""The matrix of section 11 standards by agency."""

from assistant.key_questions.section_11 import matrix, scores_in
from ingest.document import Block
from tests.unit.conftest import write_document


def paper(*tables):
    """A document of tables; the first line of each is its header."""
    text, blocks = "", []
    for number, lines in enumerate(tables, 1):
        for at, line in enumerate(lines):
            start, cells = len(text), []
            for cell in line.split(" | "):
                cells.append((start, start + len(cell)))
                start += len(cell) + 3
            kind = "table_row" if at else "table_header"
            blocks.append(Block(kind, len(text), len(text) + len(line), table=number, cells=tuple(cells)))
            text += line + "\n"
    return write_document("s.xlsx", text, kind="section_11", blocks=tuple(blocks))[0]


GIVEN = ["Standard | Police | Housing", "1. Training | 3 | no return", "2. Supervision | 2 | no return"]
TESTED = [
    "Agency | Standard | Self-score | Panel's score | Reason",
    "Police | 1. Training | 3 | 1 | No records",
]


def test_standards_stand_by_agency_with_what_the_panel_made_of_them():
    agencies, rows = matrix(scores_in(paper(GIVEN, TESTED)))
    shown = [(standard, [given[name].shown() for name in agencies]) for standard, given in rows]
    assert agencies == ("Police", "Housing")
    assert shown == [("1. Training", ["3, panel 1", "no return"]), ("2. Supervision", ["2", "no return"])]


def test_only_a_score_that_the_panel_put_down_is_lowered():
    assert [(one.standard, one.lowered) for one in scores_in(paper(TESTED))] == [("1. Training", True)]
    assert not any(one.lowered for one in scores_in(paper(GIVEN)))


def test_a_table_of_words_is_no_table_of_scores():
    words = ["Standard | What it means | Who tests it", "1. Training | All staff are trained | The panel"]
    assert scores_in(paper(words)) == []
