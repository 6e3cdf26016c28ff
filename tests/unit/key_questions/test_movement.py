"""Movement: a figure that rose is no better by that alone."""

from __future__ import annotations

import pytest

from assistant.statements.movement import movement_of_clause, movement_of_row

BETTER, WORSE, CHANGED = 1, -1, 0


@pytest.mark.parametrize(
    ("clause", "good"),
    [
        ("Repeat referrals increased to 31%", WORSE),
        ("Average caseloads fell from 27 to 19", BETTER),
        ("School attendance has risen since the spring", BETTER),
        ("Visits within five working days dropped to 62%", WORSE),
        ("A fall in school exclusions was reported by all but one school", BETTER),
        ("The number of calls to the helpline rose by a third", CHANGED),
        ("Health assessments took place in 71% of cases, compared with 54% in 2023", BETTER),
        ("Vacancies came down and sickness went up", CHANGED),
        ("The pilot reduced harm and waiting times fell", BETTER),
        ("The number of crimes recorded rose", CHANGED),
        ("The audit of missed visits found that 38% of surgeries were told, up from 21% last year", CHANGED),
    ],
)
def test_better_or_worse_goes_by_the_measure_and_not_by_the_word_rose(clause: str, good: int) -> None:
    move = movement_of_clause(clause)
    assert move is not None
    assert move.good == good


@pytest.mark.parametrize(
    "clause",
    [
        "Reviews were held on time in 61% of cases against a target of 85% in 2024",
        "Six of nine boys were seen",
    ],
)
def test_a_figure_beside_a_target_or_alone_has_not_moved(clause: str) -> None:
    assert movement_of_clause(clause) is None


HEADER = "Indicator | Goal | Q1 2024-25 | Q2 2024-25 | Remarks"


@pytest.mark.parametrize(
    ("cells", "good", "short"),
    [
        (["Conferences held within 15 days (%)", "95", "88", "79", ""], WORSE, True),
        (["Social worker vacancies (%)", "10", "18", "12", "two offers made"], BETTER, True),
        (["Missing incidents", "", "140", "171", ""], WORSE, False),
        (["Contacts", "", "900", "1,010", ""], CHANGED, False),
    ],
)
def test_a_row_is_read_by_its_measure_and_held_against_its_target(
    cells: list[str], good: int, short: bool
) -> None:
    move = movement_of_row(HEADER, cells)
    assert move is not None
    assert (move.good, move.short_of_target) == (good, short)


def test_what_the_paper_says_of_its_own_row_decides() -> None:
    move = movement_of_row("Standard | Spring 2023 | Spring 2024 | Improved?", ["Plans", "40%", "45%", "No"])
    assert move is not None
    assert move.good == WORSE


def test_years_that_run_backwards_are_turned_round_and_a_point_is_no_movement() -> None:
    backwards = movement_of_row("Question | 2025 | 2024", ["I know who to talk to", "71%", "80%"])
    level = movement_of_row("Question | 2024 | 2025", ["I know who to talk to", "71%", "72%"])
    assert backwards is not None
    assert backwards.good == WORSE
    assert level is not None
    assert (level.way, level.good) == (0, CHANGED)
