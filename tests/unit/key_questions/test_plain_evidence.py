"""Plain words of a partnership's own papers that count, and those that do not bear on a question."""

from __future__ import annotations

import pytest
from ledgers import gaps, ledger, texts

from ingest.document import Block

HEAD = "Measure | Q1 2024-25 | Q2 2024-25 | Target"
ROWS = (
    "Contacts to the front door | 140 | 212 | 200",
    "Re-referrals (%) | 24 | 27 | 20",
    "Visits | 8 | 9 | 9",
)


@pytest.fixture
def sheet(put):
    """A plan with a sheet of measures."""
    lines = ("Dataset", HEAD, *ROWS)
    blocks, at = [], 0
    for line in lines:
        kind = "heading" if line == "Dataset" else "table_header" if line == HEAD else "table_row"
        cells, start = [], at
        for cell in line.split(" | "):
            cells.append((start, start + len(cell)))
            start += len(cell) + 3
        table = {} if kind == "heading" else {"table": 0, "cells": tuple(cells)}
        blocks.append(Block(kind, at, at + len(line), level=1, **table))
        at += len(line) + 1
    put(
        "plan.txt",
        "\n".join(lines),
        blocks=tuple(blocks),
        kind="action_plan",
        subject="Exmoor",
        published="2024-10-31",
    )


def test_impact_that_could_not_be_shown_is_against(library, told):
    told("audit.txt", "In eight plans it said what should change.", "Impact could not be shown in the rest.")
    assert texts(ledger(library, "impact").against) == ["Impact could not be shown in the rest."]


def test_who_could_not_yet_say_what_difference_it_made_does_not_promise_it(library, told):
    said = "She asked what difference the rota had made; he could not yet say and will report back."
    told("minutes.txt", said, kind="minutes")
    assert texts(ledger(library, "impact").against) == [said]


def test_figures_of_two_quarters_about_children_compare_before_with_after(library, sheet):
    found = ledger(library, "impact")
    assert (texts(found.for_), texts(found.against)) == ([], [ROWS[1]])  # more re-referrals are no gain
    assert "before and after" not in gaps(found)


def test_a_sheet_of_measures_is_a_data_set_whatever_its_paper_and_a_case_s_story_is_no_measure(
    library, sheet, told
):
    told("review.txt", "The police attended two incidents in the street.", kind="review")
    found = ledger(library, "measures")
    assert "scorecard" not in gaps(found)
    assert dict(row[:2] for row in found.tables[0].rows)["quantity"] == "3"


def test_what_those_taught_now_do_differently_is_told_from_what_they_said_on_the_day(library, told):
    day = "Of 96 people who came on the neglect course, 88 said it would change their practice."
    later = (
        "Three months on we asked again: 31 answered, and 12 could name something they now do differently."
    )
    told("news.txt", "# Multi-agency training: what you told us", day, later, kind="briefing")
    found = ledger(library, "lessons")
    assert (texts(found.for_), texts(found.against)) == ([later], [day])
    assert not any(what in gaps(found) for what in ("How many teams", "Proof that practice changed"))
    assert "some months later?" not in " ".join(one.text for one in found.challenges)


def test_how_many_were_trained_says_how_many_a_lesson_reached(library, told):
    told("minutes.txt", "212 practitioners had been trained against a target of 400.", kind="minutes")
    assert "How many teams" not in gaps(ledger(library, "lessons"))


def test_children_seen_alone_say_nothing_of_how_families_are_heard(library, told):
    told("audit.txt", "The child was seen alone in 14 of 24.")
    found = ledger(library, "feedback")
    assert (found.verdict, found.against) == ("not_evidenced", ())


def test_children_who_were_offered_a_talk_or_fed_back_were_asked(library, told):
    told("audit.txt", "Six children were offered a conversation; two took it up.")
    told("minutes.txt", "# Voice of the child", "The Larks group fed back.", kind="minutes")
    found = ledger(library, "feedback")
    assert len(found.for_) == 2
    assert "A way in which" not in gaps(found)


def test_a_single_statement_contradicts_nothing(library, told):
    told("audit.txt", "Impact could not be shown in the rest.")
    one = ledger(library, "impact")
    assert (one.verdict, "too little" in one.reason) == ("not_evidenced", True)
    told("other.txt", "There was no evidence that outcomes for children are better.", title="Other audit")
    assert ledger(library, "impact").verdict == "contradicted"
