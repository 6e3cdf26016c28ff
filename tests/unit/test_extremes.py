"""Which row of a table is the highest or lowest, and rows that answer together."""

import pytest
from found import evidence

from assistant.asked.cells import row_gives_figure
from assistant.asked.extremes import extreme_asked, untold_extreme
from assistant.ordering.by_table import extreme_first, grades_together
from assistant.understanding.understand import understand

HEADER = "Team | Visits in May | Visits in June"
ROWS = ("North | 40 | 12", "East | 22 | 30", "West | 31 | 33", "Total | 93 | 75")


def table(header, *rows):
    return [evidence(row, 0.7 - at / 100, header=header, start=at * 50) for at, row in enumerate(rows)]


def first(question, header, *rows):
    found = extreme_first(understand(question), [evidence("Teams are visited.", 0.8), *table(header, *rows)])
    return [one.quote for one in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which team had the most visits in June?", ["West | 31 | 33"]),
        ("Which team had the fewest visits in June?", ["North | 40 | 12"]),
        ("Which team's visits fell most?", ["North | 40 | 12"]),
        ("Which team was worst for visits in May?", ["East | 22 | 30", "North | 40 | 12"]),
    ],
)
def test_the_highest_or_lowest_row_stands_first_and_no_sum_does(question, expected):
    told = first(question, HEADER, *ROWS)
    assert told[: len(expected)] == expected
    assert len(told) == len(expected) + 1


def test_no_row_stands_first_where_a_sentence_says_it_or_there_are_no_figures():
    worst = [evidence("The worst team for visits is East.", 0.8), *table(HEADER, *ROWS)]
    assert extreme_first(understand("Which team is worst for visits?"), worst) == worst
    words = ("North | good", "East | poor", "West | poor")
    assert first("Which team is worst?", "Team | Visits", *words)[0] == "Teams are visited."
    assert extreme_asked("Why are most visits late?") == ""


def test_rows_that_count_grades_answer_in_the_order_of_their_table():
    rows = table("Grade | Cases", "Outstanding | 2", "Good | 9", "Inadequate | 1", "Total | 12")
    mixed = [rows[1], rows[3], rows[0], rows[2]]
    told = grades_together(understand("What grade were the cases?"), mixed)
    assert [one.quote for one in told] == ["Outstanding | 2", "Good | 9", "Inadequate | 1"]


def test_the_row_of_a_year_gives_no_figure_of_its_quarters():
    asked = understand("How many repeat visits were there in quarter 3?")
    assert row_gives_figure(asked, evidence("Repeat visits | 40 | 12", header="Visits | Q2 | Q3"))
    assert not row_gives_figure(asked, evidence("Repeat visits | 40 | 12", header="Visits | 2023 | 2024"))


def test_a_row_called_as_what_is_counted_gives_its_figure():
    row = evidence("Repeat visits | 40 | 12", header=HEADER)
    assert row_gives_figure(understand("How many repeat visits were there?"), row)
    assert not row_gives_figure(understand("How many repeat visits were late?"), row)
    assert not row_gives_figure(understand("Who made the repeat visits?"), row)
    assert not row_gives_figure(understand("How many visits?"), evidence("Visits | none | few"))
    assert not row_gives_figure(understand("How many visits?"), evidence("Visits | 4", missing=("Q2",)))


@pytest.mark.parametrize(
    ("question", "sentence", "untold"),
    [
        ("Which agency is weakest?", "The letter is dated 24 May.", "weakest"),
        ("Which agency is weakest?", "The weakest file had one sentence for two brothers.", "weakest"),
        ("Which agency pays least?", "The council and the police pay, at least for now.", "least"),
        ("Which agency pays least?", "The police pay the smallest part.", ""),
        ("Which agency pays least?", "Police | 31,000", ""),
        ("Which paper is the most recent?", "The letter is dated 24 May.", ""),
        ("What do most parents want?", "They want to be told early.", ""),
        ("Where do most children live?", "They live in stable homes.", ""),
    ],
)
def test_which_has_most_is_not_told_by_a_sentence_about_one_of_them(question, sentence, untold):
    assert untold_extreme(question, [evidence(sentence)]) == untold
