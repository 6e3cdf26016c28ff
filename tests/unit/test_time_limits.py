"""The days to which a question is limited, and what is answered within them."""

from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation, Statement
from assistant.comparison.of_time import of_time, with_nearest
from assistant.understanding.time_limits import days_of, limit_in, times_in
from eval.actions import library_of
from ingest.filters import CURRENT


@pytest.fixture
def papers(library, put):
    put("a.txt", "One.", title="Review of Jo", kind="review", published="2022-05-18")
    put("b.txt", "Two.", title="Annual report 2022-23", kind="annual_report", published="2023-09-27")
    put("c.txt", "Three.", title="Minutes", kind="minutes", published="2024-03-13")
    put("d.txt", "Four.", title="Inspection of Melford", kind="inspection", published="2024-06-12")
    return library


@pytest.mark.parametrize(
    ("text", "first", "last", "rest"),
    [
        ("What was said between 2022 and 2023?", "2022-01-01", "2023-12-31", "What was said?"),
        ("What was said from January to June 2024?", "2024-01-01", "2024-06-30", "What was said?"),
        ("What was said before March 2024?", "", "2024-02-29", "What was said?"),
        ("What was said since March 2024?", "2024-03-01", "", "What was said?"),
        ("What was said before the review of Jo?", "", "2022-05-17", "What was said?"),
        ("What was said since the annual report 2022-23?", "2023-09-28", "", "What was said?"),
        ("Before the review of Jo, what was said?", "", "2022-05-17", "what was said?"),
    ],
)
def test_words_of_a_question_limit_it_to_days(papers, text, first, last, rest):
    limit = limit_in(text, papers.documents())
    assert (limit.first, limit.last, limit.rest) == (first, last, rest)


@pytest.mark.parametrize(
    "text",
    [
        "What did the annual report 2022-23 say?",
        "How has it changed between 2022 and 2024?",
        "How many days before the meeting are papers sent?",
        "What happened before the baby was born?",
        "Who is aged between 10 and 12?",
        "What was said in 2023?",
        "What is due by March 2025?",
    ],
)
def test_other_times_limit_nothing(papers, text):
    assert limit_in(text, papers.documents()) is None


def test_a_year_alone_limits_where_it_was_told_from_today(papers):
    limit = limit_in("What was said in 2023?", papers.documents(), in_year=True)
    assert (limit.first, limit.last, limit.name) == ("2023-01-01", "2023-12-31", "2023")


def test_days_are_read_however_they_are_written():
    assert days_of("2023-24") == days_of("2023/24") == ("2023-04-01", "2024-03-31")
    assert days_of("2023-11") == ("2023-11-01", "2023-11-30")
    assert days_of("March", "June 2024") == ("2024-03-01", "2024-03-31")
    assert days_of("the end of May 2024") == ("2024-05-01", "2024-05-31")
    assert days_of("nothing") is None
    assert list(times_in("In 2022 it was 4, on 8 May 2024 five.")) == [
        ("2022-01-01", "2022-12-31"),
        ("2024-05-08", "2024-05-08"),
    ]


def cited(library, source, quote, header=""):
    (record,) = [one for one in library.documents() if one.source == source]
    return Citation(
        1, record.id, "", source, "", "", None, None, None, "", 0, len(quote), quote, header=header
    )


def answer(*citations):
    told = [Citation(**{**_fields(one), "n": n}) for n, one in enumerate(citations, 1)]
    said = tuple(Statement(one.quote, (one.n,)) for one in told)
    outcome = "answered" if said else "not_found"
    return Answer("", outcome, "", "2026-12-02", "v1", said, tuple(told))


def _fields(one):
    return {name: getattr(one, name) for name in Citation.__dataclass_fields__}


def asked(library, text, *answers, undated=""):
    """The answer, and what was asked of which papers."""
    put, told = [], iter(answers)

    def ask(question, filters):
        names = {one.id: one.source for one in library.documents()}
        put.append((question, tuple(sorted(names[id_] for id_ in filters.documents))))
        return next(told)

    limit = limit_in(text, library.documents(), in_year=bool(undated))
    return of_time(limit, text, undated, CURRENT, library, ask, "2026-12-02"), put


def test_papers_of_the_time_are_asked_first_and_alone(papers):
    found = answer(cited(papers, "b.txt", "It was 40."))
    told, put = asked(papers, "What was said between 2023 and 2024?", found)
    assert told == found
    assert put == [("What was said?", ("b.txt", "c.txt", "d.txt"))]


def test_what_another_paper_tells_of_the_time_has_to_name_it(papers):
    told, put = asked(
        papers,
        "What was said between 2018 and 2020?",
        answer(cited(papers, "a.txt", "In 2019 it was 40."), cited(papers, "c.txt", "It was 50.")),
    )
    assert [one.text for one in told.statements] == ["In 2019 it was 40."]
    assert [one.n for one in told.citations] == [1]
    assert put == [("What was said between 2018 and 2020?", ())]


def test_where_nothing_is_of_the_time_the_refusal_names_it_and_the_paper_next_to_it(papers):
    told, _ = asked(papers, "What was said since May 2026?")
    assert told.outcome == "not_found"
    assert told.reason == (
        "No paper here is of the time since May 2026; the nearest is “Inspection of Melford”, 12 June 2024."
    )


def test_a_refusal_says_that_no_paper_is_of_the_month_that_is_asked_of(papers):
    refused, records = replace(answer(), reason="No."), papers.documents()
    told = with_nearest(refused, "How many came in March 2022?", records)
    assert told.reason == "No. No paper here is of March 2022; the nearest is “Review of Jo”, 18 May 2022."
    assert with_nearest(refused, "How many came in March 2024?", records) == refused
    assert with_nearest(refused, "How many came by March 2022?", records) == refused


def test_papers_of_the_time_that_tell_nothing_are_told(papers):
    told, _ = asked(papers, "What was said since March 2024?", answer())
    assert told.reason == "The papers here of the time since March 2024 (2 papers) tell nothing of this."


def test_what_was_before_may_be_told_by_any_paper(papers):
    found = answer(cited(papers, "c.txt", "It was 40."))
    told, put = asked(papers, "What was said before the review of Jo?", found)
    assert (told, put) == (found, [("What was said before the review of Jo?", ())])


def test_a_row_is_of_the_time_in_its_column_of_dates(papers):
    header = "Date | Challenge"
    rows = [cited(papers, "d.txt", row, header) for row in ("8 May 2024 | Why?", "2 May 2023 | Who?")]
    told, _ = asked(papers, "What was asked since March 2024?", answer(*rows))
    assert [one.text for one in told.statements] == ["8 May 2024 | Why?"]
    assert told.verdict == "Of the time since March 2024 the documents say this in 1 statement."


def test_a_figure_of_the_last_year_may_be_that_of_an_older_paper_and_this_is_said(papers):
    found = answer(cited(papers, "d.txt", "Forty came in the last year."))
    told, put = asked(papers, "How many came in 2025?", answer(), found, undated="How many came last year?")
    assert put[-1] == ("How many came last year?", ())
    assert told.outcome == "partly"
    assert told.gaps[-1].what == (
        "A figure of 2025: what is quoted is of another; the nearest is “Inspection of Melford”, 12 June 2024"
    )


def test_what_happened_in_a_month_is_told_by_its_days_and_by_no_day_to_come(tmp_path):
    plan = "It is to be sent by 31 March 2024. It will be read by six teams in March 2024."
    (tmp_path / "plan.md").write_text(f"# Plan\nPublished 10 January 2024\n\n## What\n{plan}\n")
    told = "All six teams met in March 2024 for the first time. Forty came to the talk in May 2024."
    (tmp_path / "report.md").write_text(f"# Report\nPublished 25 September 2024\n\n## What\n{told}\n")
    with library_of([tmp_path]) as library:
        told, put_to = asked(library, "What happened in March 2024?")
        assert [one.text for one in told.statements] == [
            "Report, 2024-09-25: “All six teams met in March 2024 for the first time.”"
        ]
        assert put_to == []
        assert asked(library, "What happened in March 2019?")[0].reason == (
            "No paper here is of March 2019; the nearest is “Plan”, 10 January 2024."
        )
