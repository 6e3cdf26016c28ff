"""The matrix of section 11 standards by agency."""

from dataclasses import replace

import pytest

from assistant.key_questions.papers.grades import grade_of
from assistant.key_questions.papers.section_11 import matrix, merged, scores_in
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


def test_a_score_after_challenge_is_the_panels():
    rows = ["Standard | Self-score (mean) | After challenge", "Records | 2.4 | 1.8", "Training | 2 | 2"]
    assert [one.shown() for one in scores_in(paper(rows))] == ["2.4, panel 1.8", "2"]


def test_only_a_score_that_the_panel_put_down_is_lowered():
    assert [(one.standard, one.lowered) for one in scores_in(paper(TESTED))] == [("1. Training", True)]
    assert not any(one.lowered for one in scores_in(paper(GIVEN)))


def test_a_table_of_words_is_no_table_of_scores():
    words = ["Standard | What it means | Who tests it", "1. Training | All staff are trained | The panel"]
    assert scores_in(paper(words)) == []


RETURN = [
    "Standard | Self-assessed grade | Evidence | Action needed",
    "1. Leadership | Met | A named director leads. | None",
    "2. Recruitment | Partly met | Checks are up to date. | Complete the rest",
    "3. Training | Not met | 41% of staff are trained. | Raise to 95%",
    "4. Listening | Met |  | ",
]


def shown(document):
    return [(one.standard, one.agency, one.own) for one in scores_in(document)]


def test_a_return_of_one_agency_gives_every_grade_to_the_agency_of_its_title():
    title = "Section 11 self-assessment return 2025: Quenby Leisure Trust"
    found = shown(replace(paper(RETURN), title=title))
    assert [(standard, own) for standard, _, own in found] == [
        ("1. Leadership", "Met"),
        ("2. Recruitment", "Partly met"),
        ("3. Training", "Not met"),
        ("4. Listening", "Met"),
    ]
    assert {agency for _, agency, _ in found} == {"Quenby Leisure Trust"}


@pytest.mark.parametrize(
    ("title", "organisation", "agency"),
    [
        ("Quenby Police: section 11 audit 2024/25", None, "Quenby Police"),
        ("Section 11 return 2025 of Children and Family Services", None, "Children and Family Services"),
        ("Section 11 safeguarding self-assessment", "Quenby Housing", "Quenby Housing"),
        ("Section 11 returns: Quenby Safeguarding Children Partnership", None, "agency not named"),
    ],
)
def test_the_agency_is_that_of_the_title_or_of_the_author(title, organisation, agency):
    found = shown(replace(paper(RETURN), title=title, organisation=organisation))
    assert {name for _, name, _ in found} == {agency}


def test_a_line_that_names_the_agency_goes_before_the_title():
    made = paper(RETURN)
    text = made.text + "Organisation: Quenby Probation\n"
    assert {name for _, name, _ in shown(replace(made, text=text))} == {"Quenby Probation"}


@pytest.mark.parametrize(
    "grade",
    ["Not met", "Partially met", "Amber", "Amber/Green", "0", "2", "3 - met", "Requires improvement", "No"],
)
def test_grades_may_be_words_colours_or_numbers(grade):
    lines = ["No. | Standard | RAG rating | Comment", f"1 | Training | {grade} | Staff are trained"]
    assert [own for _, _, own in shown(paper(lines))] == [grade]
    assert grade_of(grade, alone=True) == grade


def test_an_explanation_after_a_grade_is_left_out_and_a_sentence_is_no_grade():
    assert grade_of("Partly met: see the plan", alone=False) == "Partly met"
    assert grade_of("A named director leads.", alone=False) == ""
    assert grade_of("No concerns", alone=False) == ""


def test_agencies_may_stand_in_rows_and_standards_in_columns():
    lines = ["Agency | Leadership | Training", "Police | Met | Not met"]
    assert shown(paper(lines)) == [("Leadership", "Police", "Met"), ("Training", "Police", "Not met")]


def test_returns_of_one_round_make_one_matrix_and_the_later_stands():
    first, second = paper(RETURN[:3]), paper([RETURN[0], "2. Recruitment | Met |  | "])
    titles = [f"Section 11 return: {name}" for name in ("Quenby Police", "Quenby Trust")]
    both = [replace(first, title=titles[0]), replace(first, title=titles[1], id="b" * 16)]
    later = replace(second, title=titles[0], id="c" * 16)
    found = merged(score for one in (*both, later) for score in scores_in(one))
    agencies, rows = matrix(found)
    assert agencies == ("Quenby Police", "Quenby Trust")
    assert [given["Quenby Police"].own for _, given in rows] == ["Met", "Met"]
    assert [given["Quenby Trust"].own for _, given in rows] == ["Met", "Partly met"]


def test_a_panel_lowers_words_and_colours_too():
    lines = [TESTED[0], "Police | 1. Training | Met | Partly met | No records"]
    assert [one.lowered for one in scores_in(paper(lines))] == [True]
