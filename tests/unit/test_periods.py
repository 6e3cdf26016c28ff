"""The month, financial year or part of a year that a question names."""

from datetime import date

import pytest

from assistant.evidence import Evidence
from assistant.ordering.by_time import of_time_first
from assistant.refusal.case import Case
from assistant.refusal.lacking import explain
from assistant.refusal.rules import no_period
from assistant.refusal.signals import measure
from assistant.retrieval.found import Found
from assistant.sentences.unmet import unmet
from assistant.understanding.periods import in_month, months_at, of_another, parts_in, periods_in
from assistant.understanding.plain_filters import plain_filters
from assistant.understanding.relative import told_by_date
from assistant.understanding.understand import understand
from ingest.filters import CURRENT
from ingest.passage import Passage


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("What was spent in 25-26?", ("2025-26",)),
        ("What was spent in 2025/26?", ("2025-26",)),
        ("What was spent in 2025 to 2026?", ("2025-26",)),
        ("What did the audit of march 2024 find?", ("March 2024",)),
        ("Who is 16-18?", ()),
        ("How many of 16-17 year olds came?", ()),
        ("How many aged 15 to 16 came?", ()),
        ("What was due on 5 May 2024?", ("May 2024",)),
    ],
)
def test_months_and_financial_years_are_read_however_they_are_written(text, periods):
    assert periods_in(text) == periods


def test_a_text_that_names_another_period_alone_is_of_another():
    assert of_another("May 2026", ["It met in May 2025."])
    assert not of_another("May 2026", ["It met in May 2025 and May 2026."])
    assert not of_another("May 2026", ["It was sent in June 2026."])
    assert of_another("May 2026", ["It was sent."], "2026-06-18", met=True)
    assert not of_another("May 2026", ["It was sent."], "2026-06-18")
    assert not of_another("May 2026", ["It was sent in May 2025."], "2026-05-18")
    assert not of_another("May 2026", ["It was agreed on 3 May 2026."], "2026-06-18", met=True)
    assert of_another("2026-27", ["It was £4,000.", "Report 2025-26"])
    assert not of_another("2026-27", ["It was £4,000 in 2026-27.", "Report 2025-26"])
    assert not of_another("2026-27", ["It was £4,000."])


def test_a_year_within_a_period_is_asked_for_once():
    assert understand("What was spent in 2025-26 and in 2021?").times == ("2025-26", "2021")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("What did the minutes of quarter 2 say?", ("Q2",)),
        ("How many came in the second quarter of 2025?", ("Q2",)),
        ("What was agreed in the autumn?", ("autumn",)),
        ("How many came in autumn term 2025?", ("autumn",)),
        ("How many were seen in the first half of the year?", ("first half of the year",)),
        ("Did plans spring up, and was a quarter of them late?", ()),
    ],
)
def test_the_parts_of_a_year_are_read_however_they_are_written(text, parts):
    assert parts_in(text) == parts


def test_a_text_that_names_another_part_of_a_year_is_of_another():
    assert of_another("Q2", ["Twelve came.", "Minutes, quarter 1 2026-27"])
    assert not of_another("Q2", ["Twelve came.", "Q1 | Q2 | Q3"])
    assert not of_another("Q2", ["Twelve came.", "Minutes of the group"], "2026-10-01")
    assert of_another("Q2", ["Twelve came.", "Minutes of the group"], "2026-10-01", met=True)
    assert of_another("autumn", ["Twelve came in the spring."])
    assert of_another("second half of the year", ["In the first half of 2026 twelve came."])


def test_a_period_that_is_only_compared_with_is_not_that_of_a_sentence():
    assert not of_another("2025-26", ["The panel heard 61 cases, up from 45 in 2024-25.", "Report 2025-26"])
    assert of_another("2025-26", ["The panel heard 45 cases in 2024-25.", "Report 2025-26"])
    assert not of_another("Q2", ["Twelve came, down from 20 in quarter 1.", "Minutes, quarter 2"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("How many came last quarter?", "How many came in Q2 2026-27?"),
        ("How many came in quarter 2 this year?", "How many came in quarter 2 in 2026-27?"),
        ("How many came in Q2 of last year?", "How many came in Q2 in 2025-26?"),
        ("How many came this year?", "How many came in 2026?"),
        ("How many came last year?", "How many came in 2025?"),
        ("What is in last year's report?", "What is in last year's report?"),
        ("What fell in the first half of this year?", "What fell in the first half of this year?"),
        ("What was found in the last six months?", "What was found since June 2026?"),
        ("What was found over the past year?", "What was found since December 2025?"),
        ("What was agreed at last month's meeting?", "What was agreed at the meeting of November 2026?"),
        ("What was the last month of the pilot?", "What was the last month of the pilot?"),
        ("What was spent in this financial year?", "What was spent in 2026-27?"),
        ("What was spent last financial year?", "What was spent in 2025-26?"),
        ("Who came last month?", "Who came in November 2026?"),
        ("What was agreed since April?", "What was agreed since April 2026?"),
        ("What was agreed since December?", "What was agreed since December 2026?"),
        ("What was agreed since April 2024?", "What was agreed since April 2024?"),
        ("What fell in the last quarter of 2024?", "What fell in the last quarter of 2024?"),
    ],
)
def test_a_period_told_from_today_is_named(text, told):
    assert told_by_date(text, date(2026, 12, 2)) == told


def test_the_last_quarter_of_a_day_in_april_is_of_the_year_before():
    assert told_by_date("Who came last quarter?", date(2026, 4, 2)) == "Who came in Q4 2025-26?"


def said(quote, closeness, missing):
    passage = Passage("p", "d", 0, len(quote), quote)
    found = Found(passage, 1.0, 0.5, 0.0, 1.0)
    return Evidence(found, 0, len(quote), closeness, closeness, missing)


def test_what_is_of_the_period_stands_first_where_it_is_near_and_else_nothing_is_told():
    asked = understand("How many came in quarter 2?")
    first, second = said("Forty came.", 0.9, ("Q2",)), said("Twenty came.", 0.85, ())
    far = said("Nobody was asked.", 0.2, ())
    assert of_time_first(asked, [first, second]) == [second, first]
    assert no_period(Case(asked, [], [second, first], str.isalpha)) is None
    assert of_time_first(asked, [first, far]) == [first, far]
    undated = understand("How many came in 2025-26?")
    other, silent = said("Forty came.", 0.9, ("2025-26",)), said("Twenty came.", 0.85, ("2025",))
    assert of_time_first(undated, [other, silent]) == [other, silent]
    assert no_period(Case(asked, [], [first, far], str.isalpha)) == ("other_period", ("Q2",))


def test_the_paper_of_another_quarter_speaks_against_none_that_fits():
    asked = understand("How many came in quarter 2 of 2025-26?")
    fits, sister = said("Twenty came.", 0.8, ()), said("Forty came.", 0.8, ("Q2",))
    other = said("Thirty came.", 0.8, ("2025-26",))
    scopes = [measure(asked, [fits.found], [fits, one], str.isalpha).scope for one in (fits, sister, other)]
    assert scopes == [1.0, 1.0, 0.5]
    named = ("other_period", ("Q2 2025-26",))
    assert no_period(Case(asked, [], [sister], str.isalpha)) == named


def test_a_refusal_names_the_month_that_is_asked_for_as_a_whole():
    asked = understand("How many came in September 2026?")
    case = Case(
        asked, [], [said("Forty came.", 0.9, ("2026",)), said("Ten.", 0.8, ("September",))], str.isalpha
    )
    assert (case.missing, explain(case)) == (("September 2026",), "other_period")


def test_since_a_month_limits_the_papers(library, put):
    put("march.txt", "One.", title="Minutes", published="2026-03-11")
    put("may.txt", "Two.", title="Minutes", published="2026-05-11")
    text, filters = plain_filters("What was agreed since April 2026?", library.documents(), CURRENT)
    assert (text, filters.since) == ("What was agreed?", "2026-04")


def test_a_sentence_with_its_own_year_is_not_of_the_year_in_the_title(library, put):
    text = "In the second half of 2025 it was 271 families."
    put("dashboard.txt", text, title="Early help dashboard 2026", published="2026-07-08")
    (record,) = library.documents()
    passage = Passage("p", record.id, 0, len(text), text)
    asked = understand("How many families began in the second half of 2026?")
    assert unmet(asked, text, passage, record) == ("2026",)
    asked = understand("How many families began in the second half of 2025?")
    assert unmet(asked, text, passage, record) == ()


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("What happened in March 2024?", ("March 2024",)),
        ("How many were in care at 31 March 2024?", ("March 2024",)),
        ("What did the minutes of early May 2024 say?", ("May 2024",)),
        ("Has it gone up since March 2024?", ()),
        ("What changed after the training in August 2023?", ()),
        ("What is due by the end of March 2025?", ()),
        ("How many rose in the year to March 2014?", ()),
    ],
)
def test_the_month_in_which_something_was_is_told_from_one_since_or_by_which(text, months):
    assert months_at(text) == months


def test_what_was_in_a_month_is_told_by_its_own_words_then_by_what_stands_round_it_then_by_its_paper():
    def march(told, round_it="", published=None, covered=None):
        return in_month("March 2024", told, round_it, published, covered)

    assert march("At 31/03/2024 it was 40.")
    assert march("In March it was 40.", published="2024-09-25")
    assert march("It was 40.", "In March 2024 they were counted.")
    assert not march("In May 2024 it was 40.", "In March 2024 they were counted.")
    assert not march("In March it was 40.", published="2026-09-25")
    assert march("It was 40.", published="2024-03-13")
    assert not march("It was 40.", published="2024-09-13")
    assert not march("It was 40.")
    assert march("It was 40.", published="2024-03-13", covered="2024-02-04/2024-02-08")
    assert not march("It was 40.", published="2024-03-13", covered="2022/23")


def test_a_row_is_of_the_month_in_its_column_of_dates(library, put):
    header, row = "No. | Date | Challenge | By", "7 | 8 May 2024 | Where is it? | 1 March 2024"
    put("log.txt", f"{header}\n{row}", title="Log", published="2024-03-20")
    (record,) = library.documents()
    passage = Passage("p", record.id, 0, len(row), row, header=header)
    assert unmet(understand("What was asked in May 2024?"), row, passage, record) == ()
    assert unmet(understand("What was asked in March 2024?"), row, passage, record) == ("March 2024",)


def test_the_words_for_a_part_of_a_year_are_none_that_are_asked_about():
    asked = understand("How many missing episodes were there in quarter 3?")
    assert asked.things == ("episodes",)
    assert asked.named == {"quarter", "3"}
