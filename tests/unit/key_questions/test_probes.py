"""Probes over small libraries: the matrix of priorities, missing plans, repeats, good practice not shared."""

import re

import pytest
from ledgers import gaps, ledger

from ingest.document import Block


@pytest.fixture
def rows_of(library, put):
    """Adds an audit of Exmoor that is one table: its header, then its rows."""

    def add(name, *lines):
        blocks, at = [], 0
        for line in lines:
            ends = [at + len(line[: cell.end()]) for cell in re.finditer(r"[^|]+", line)]
            starts = [at, *(end + 2 for end in ends[:-1])]
            kind = "table_row" if at else "table_header"
            cells = tuple(zip(starts, ends, strict=True))
            blocks.append(Block(kind, at, at + len(line), table=1, cells=cells))
            at += len(line) + 1
        particulars = {"kind": "audit", "subject": "Exmoor", "published": "2024-06-01"}
        return put(name, "\n".join(lines), blocks=tuple(blocks), **particulars)

    return add


def test_without_a_list_of_priorities_nothing_can_be_judged(library, told):
    told("audit.txt", "The audit was read by twelve people.")
    found = ledger(library, "priorities")
    assert found.verdict == "cannot_judge"
    assert "No priority list for 2022-23 to 2024-25" in found.reason


def test_a_priority_without_an_audit_is_named(library, told):
    plan = "Our priorities for 2024-25 are neglect, disabled children and early help."
    told("plan.txt", plan, kind="action_plan", title="Business plan 2024-25")
    told("audit.txt", "Neglect is a priority of the business plan.", title="Audit of neglect")
    found = ledger(library, "priorities")
    matrix = {row[0]: row[2] for row in found.tables[0].rows}
    assert matrix == {"neglect": "yes", "disabled children": "no", "early help": "no"}
    assert "An audit of disabled children (a priority of 2024-25)" in gaps(found)


def test_a_plan_that_is_enclosed_and_not_there_is_named(library, told):
    told("report.txt", "Enclosures: Appendix A, improvement plan", kind="action_plan", published="2012-11-14")
    assert "plan of 2012" in gaps(ledger(library, "action"))


def test_a_theme_of_two_documents_stands_in_one_row_with_both(library, told):
    told("one.txt", "Assessments say too little about fathers.", kind="review", published="2021-01-01")
    told("two.txt", "Fathers are still not spoken to.")
    rows = {row[0]: row for row in ledger(library, "themes").tables[0].rows}
    assert rows["Fathers and other men"][1:3] == ("2", "2021, 2024")


def test_good_practice_that_nobody_heard_of_is_against(library, told):
    told(
        "audit.txt", "# Good practice", "A nurse rings the family first.", "No other clinic had heard of it."
    )
    found = ledger(library, "good_practice")
    told_of = "A nurse rings the family first.\nNo other clinic had heard of it."
    assert [claim.text for claim in found.against] == [told_of]


def test_what_a_ledger_of_measures_says_and_what_its_table_counts_agree(library, told):
    told("return.txt", "Safer recruitment: checks were up to date for 88 of 104 staff.", kind="section_11")
    told("report.txt", "Risks to the child are better understood, which helps children.", kind="inspection")
    found = ledger(library, "measures")
    assert dict(row[:2] for row in found.tables[0].rows)["outcome"] == "0"
    assert "A measure of outcome" in gaps(found)
    assert "tables" in found.reason


def test_an_outcome_in_the_table_is_a_statement_for_and_no_silence(library, told):
    better = "Of the 40 children who were asked, 31 felt safer than in the year before."
    told("scorecard.txt", better, kind="performance")
    found = ledger(library, "measures")
    assert dict(row[:2] for row in found.tables[0].rows)["outcome"] == "1"
    assert [claim.text for claim in found.for_] == [better]
    assert "A measure of outcome" not in gaps(found)


def test_where_nothing_is_tabled_nothing_counts(library, told):
    told("report.txt", "The office opens at nine.")
    assert "tables" not in ledger(library, "measures").reason


def test_a_count_of_one_reads_as_one(library, told):
    told("report.txt", "The meeting was quorate and closed at noon.", kind="annual_report")
    assert ledger(library, "themes").reason == "Nothing that the one document says counts, for or against."
    told("more.txt", "Good practice was identified by the audit of case files.", kind="inspection")
    assert "lacks 1 thing that should be there" in ledger(library, "good_practice").reason


def test_only_papers_that_report_are_asked_for_outcomes(library, told):
    counted = "There were 73 referrals in the year and 912 practitioners attended courses."
    told("report.txt", counted, kind="annual_report", title="Yearly report")
    told("letter.txt", f"{counted} ", kind="other", title="Re: figures")
    told("review.txt", f"{counted}  ", kind="review", title="Case review")
    tables = {table.title: table.rows for table in ledger(library, "measures").tables}
    assert [row[0] for row in tables["Documents that report activity and no outcome"]] == ["Yearly report"]


def test_a_day_that_had_gone_when_the_audit_came_out_is_told_from_no_day_at_all(library, told):
    told(
        "audit.txt",
        "Published on 1 June 2024",
        "# Recommendations",
        "The Designated Doctor should re-audit 20 strategy discussions by 31 March 2023.",
        "The police should share 20 files with the partnership.",
    )
    found = ledger(library, "smart")
    assert [row[3] for row in found.tables[1].rows] == ["no", "no"]
    assert len(found.against) == 2
    assert "1 has no date and 1 has no date to come" in " ".join(one.text for one in found.challenges)


@pytest.mark.parametrize(
    "lines",
    [
        ["Our priorities for 2023 to 2025 were neglect, disabled children and early help."],
        ["Our priorities for 2023-25 are:", "* neglect", "* disabled children", "* early help"],
    ],
)
def test_priorities_of_several_years_are_those_of_each(library, told, lines):
    told("report.txt", *lines, kind="annual_report", title="Yearly report")
    told("audit.txt", "The files of twelve children were read.", title="Audit of neglect")
    (table, *_) = ledger(library, "priorities").tables
    assert {row[:3] for row in table.rows} == {
        ("neglect", "2023 to 2025", "yes"),
        ("disabled children", "2023 to 2025", "no"),
        ("early help", "2023 to 2025", "no"),
    }


def test_an_audit_reported_in_the_first_quarter_may_be_of_the_year_before(library, told):
    told("plan.txt", "Our priorities for 2023-24 are neglect and early help.", kind="action_plan")
    told(
        "audit.txt", "The files of twelve children were read.", title="Audit of neglect", published="2024-04"
    )
    (table, *_) = ledger(library, "priorities").tables
    assert {row[0]: row[2] for row in table.rows} == {"neglect": "yes", "early help": "no"}


def test_a_table_of_grades_by_theme_takes_one_place_and_counted_themes_keep_theirs(library, rows_of):
    rows_of("audit.md", "Theme | Good | Inadequate", *(f"Part {n} of the work | {n} | 1" for n in range(7)))
    rows_of("plan.md", "Theme | Our grade", "Seeing children alone | Inadequate", "Fathers at home | Good")
    rows_of("report.md", "Theme | Times found", "Fathers left out again | 6", "Plans without dates | 4")
    claims = [claim for claim in ledger(library, "themes").for_ if " | " in claim.text]
    assert [(claim.text, len(claim.citations)) for claim in claims] == [
        ("Theme | Good | Inadequate", 8),
        ("Theme | Our grade", 3),
        ("Fathers left out again | 6", 1),
        ("Plans without dates | 4", 1),
    ]


def test_a_figure_beside_its_target_is_no_comparison_over_time(library, told):
    told("audit.txt", "The report said that re-referrals stood at 27% against a target of 20%.")
    assert ledger(library, "impact").for_ == ()
    told("later.txt", "The report said that re-referrals fell from 31% to 24% against a target of 20%.")
    assert len(ledger(library, "impact").for_) == 1


def test_a_child_protection_conference_is_no_learning_event(library, told):
    told("audit.txt", "Police attended 21 of the 24 review conferences and took part in each.")
    assert ledger(library, "lessons").tables == ()


def test_a_practice_is_called_by_the_whole_name_of_its_place(library, told):
    told(
        "audit.txt",
        "# Good practice",
        "Willow Road Children’s Centre holds a breakfast for parents each week.",
    )
    told("later.txt", "The audit was read by twelve people.", published="2024-09-01")
    assert "Good practice at Willow Road Children’s Centre:" in gaps(ledger(library, "good_practice"))
