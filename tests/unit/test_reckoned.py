"""What a register answers exactly: counts, the most, the next, the oldest, and what a place comes to."""

from __future__ import annotations

import pytest
from papers import library_with

from assistant.actions.sift import grouped, sifted
from assistant.actions.track import track
from assistant.areas.of_papers import areas_of_subject
from assistant.follow_up.unsearched import unclear
from assistant.listing.actions import actions_answer
from assistant.listing.lists import list_answer
from assistant.listing.reckoned_recommendations import reckoned_recommendations
from assistant.listing.reckoning import in_period, span_of
from assistant.register.register import register_of
from assistant.register.selection import Selection
from corpus import documents_path
from eval.actions import library_of
from eval.reckoned import asked_of
from ingest.filters import Filters

DAY = "2025-06-01"
PAST = ("overdue", "reported_since", "not_reported_since")
MINUTES = """# {title}: minutes of the meeting held on {held}

Fenwold Safeguarding Children Partnership

## Any other business

{last}
"""
LETTER = """# Inspection of Fenwold children's services

Published on 4 March 2024

| Judgement | Grade |
|---|---|
| The experiences of children in care | Good |
| Overall effectiveness | Requires improvement to be good |

## Recommendations

1. Fenwold Council should visit each child in care every six weeks by 31 July 2024.

2. Fenwold Council should train all managers in supervision.
"""


@pytest.fixture(scope="module")
def sample():
    """The sample library, without a model."""
    with library_of([documents_path()]) as library:
        yield library


@pytest.fixture
def fenwold(tmp_path):
    """A library of two sets of minutes and an inspection of one area."""
    minutes = {
        "executive-2025-01.md": ("Executive", "8 January 2025", "Next meeting: 12 March at 10.00."),
        "learning-2025-02.md": ("Learning Group", "5 February 2025", "The next meeting is on 7 May 2025."),
    }
    papers = {
        name: MINUTES.format(title=title, held=held, last=last)
        for name, (title, held, last) in minutes.items()
    }
    with library_with(tmp_path, {**papers, "inspection-2024.md": LETTER}) as library:
        yield library


def listed(text, library, as_of=DAY):
    return list_answer(text, library, Filters(), as_of)


def test_the_dev_half_of_the_gold_is_reckoned_and_its_look_alikes_are_left_to_the_search(sample):
    assert [(one.text, one.said) for one in asked_of(sample, "dev") if not one.right] == []


def test_actions_are_counted_as_their_register_counts_them(sample):
    register = track(sample, as_of=DAY)
    for owner in ("Oona Brockhurst", "Tomasz Dunstable", "Lowmarsh Community Health Trust", "police"):
        theirs = sifted(register, owner=(owner,)).actions
        told = actions_answer(f"How many actions does {owner} own?", sample, Filters(), DAY).verdict
        assert told.startswith(f"{len(theirs)} actions ({owner})")
    for by, asked in (("owner", "Who has"), ("agency", "Which agency has"), ("theme", "Which theme has")):
        late = grouped(sifted(register, status=("open",), timing=PAST), by)
        name = next(name for name in late if not name.startswith(("no ", "nobody")))
        told = actions_answer(f"{asked} the most overdue actions?", sample, Filters(), DAY).verdict
        assert f"{name}, {late[name]} actions" in told


def test_recommendations_are_counted_as_their_register_counts_them(sample):
    def told(text):
        return reckoned_recommendations(text, sample, Filters(), DAY).verdict

    every = register_of(sample).entries
    assert told("How many recommendations have we had?").startswith(f"{len(every)} recommendations in")
    for year in ("2021", "2023", "2024"):
        count = len(register_of(sample, Selection(years=(year,))).entries)
        assert told(f"How many recommendations were made in {year}?").startswith(f"{count} recommendations")
    for group in register_of(sample, by="owner").groups[1:6]:
        text = f"How many recommendations were put to {group.name}?"
        assert told(text).startswith(f"{len(group.entries)} recommendations ({group.name})")


def test_a_place_is_where_they_are_made_and_its_council_whom_they_are_put_to(sample):
    def told(text):
        return reckoned_recommendations(text, sample, Filters(), DAY).verdict

    of_area = register_of(sample, Selection(subject="Aldermere")).entries
    of_council = register_of(sample, Selection(owners=("Aldermere Council",))).entries
    assert told("How many recommendations did Aldermere get?").startswith(f"{len(of_area)} recommendations (")
    put = told("How many recommendations were put to Aldermere Council?")
    assert put.startswith(f"{len(of_council)} recommendations (Aldermere Council)")
    both = told("How many recommendations about neglect were put to Aldermere Council?")
    on_it = sum("neglect" in one.themes for one in of_council)
    assert both.startswith(f"{on_it} recommendations (Aldermere Council, neglect)")


@pytest.mark.parametrize(
    "text",
    [
        "How many actions did the officers take that night?",
        "How many recommendations did the coroner make in Ivy's case?",
        "Which agency held the most overdue assessments?",
        "When is the next audit of neglect due?",
        "How many recommendations were made between the two reviews by the coroner?",
        "How many recommendations did the coroner make about Ivy?",
    ],
)
def test_what_names_anything_that_no_register_knows_is_left_to_the_search(sample, text):
    assert actions_answer(text, sample, Filters(), DAY) is None
    assert reckoned_recommendations(text, sample, Filters(), DAY) is None


def test_a_time_limits_what_is_counted_and_is_told(sample):
    told = actions_answer("How many actions were agreed in 2025?", sample, Filters(), DAY).verdict
    register = track(sample, as_of=DAY)
    days = [register.citations[one.text.citations[0] - 1].published or "" for one in register.actions]
    count = sum(day.startswith("2025") for day in days)
    assert told.startswith(f"{count} actions (2025) set down in")
    early = reckoned_recommendations("How many recommendations have we had?", sample, Filters(), "2021-12-31")
    assert early.verdict.startswith("7 recommendations in 1 paper dated up to 31 December 2021")


def test_a_time_an_owner_and_an_inspection_called_by_its_sort_all_limit(sample):
    due = actions_answer("What is due in June for Tomasz Dunstable?", sample, Filters(), DAY)
    assert due.verdict.startswith("Due from 1 June 2025 to 30 June 2025: 1 action (Tomasz Dunstable)")
    by_then = actions_answer("What is due by June for Tomasz Dunstable?", sample, Filters(), DAY)
    assert by_then.verdict.startswith("Due from 1 June 2025 to 30 June 2025: 1 action (Tomasz Dunstable)")
    made = reckoned_recommendations("How many recommendations did the JTAI make?", sample, Filters(), DAY)
    (inspection,) = (one.id for one in sample.documents() if one.kind == "inspection")
    asked = register_of(sample, Selection(Filters(documents=(inspection,)))).entries
    assert made.verdict.startswith(f"{len(asked)} recommendations (JTAI) in 1 paper")


def test_a_list_that_is_asked_for_is_no_count(sample):
    text = "List the recommendations in the exploitation audit"
    assert reckoned_recommendations(text, sample, Filters(), DAY) is None
    assert listed(text, sample).verdict.startswith("5 recommendations, all that")


def test_what_was_decided_against_is_not_told_as_done(sample):
    answer = actions_answer("How many actions have we agreed?", sample, Filters(), DAY)
    rejected = len(sifted(track(sample, as_of=DAY), status=("rejected",)).actions)
    assert f"; {rejected} decided against." in answer.verdict


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("this quarter", "2025-04-01", "2025-06-30"),
        ("next quarter", "2025-07-01", "2025-09-30"),
        ("next month", "2025-06-01", "2025-06-30"),
        ("the next three months", "2025-05-15", "2025-08-15"),
        ("the next two quarters", "2025-05-15", "2025-11-15"),
        ("this week", "2025-05-12", "2025-05-18"),
        ("next year", "2026-01-01", "2026-12-31"),
        ("the next quarter", "2025-07-01", "2025-09-30"),
        ("this financial year", "2025-04-01", "2026-03-31"),
        ("March", "2026-03-01", "2026-03-31"),
        ("30 April 2026", "2026-04-30", "2026-04-30"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("before September", "2025-05-15", "2025-08-31"),
        ("by the end of next month", "2025-05-15", "2025-06-30"),
        ("this side of Christmas", "2025-05-15", "2025-12-24"),
    ],
)
def test_a_span_is_reckoned_from_the_day_that_is_asked_about(when, first, last):
    assert span_of(when, "2025-05-15") == (first, last)


def test_a_financial_year_begins_in_april():
    assert [
        in_period(day, "2023-24") for day in ("2023-03-31", "2023-04-01", "2024-03-31", "2024-04-01")
    ] == [
        False,
        True,
        True,
        False,
    ]
    assert in_period("2023", "2021/2023")
    assert not in_period(None, "2023")


def test_the_next_meeting_is_one_still_to_come(fenwold):
    answer = listed("When is the next meeting?", fenwold, "2025-02-10")
    assert (
        "2 meetings are announced for 10 February 2025 or later, the next on 12 March 2025" in answer.verdict
    )
    assert "Next meeting: 12 March at 10.00." in answer.statements[0].text
    later = listed("When is our next meeting?", fenwold, "2025-04-01")
    assert [one.quote for one in later.citations] == ["The next meeting is on 7 May 2025."]


@pytest.mark.parametrize(
    ("last", "days"),
    [
        ("The next meeting of the board is on 7 May 2025.", ["7 May 2025"]),
        ("The next executive meeting will be held at 10am on Wednesday 7 May 2025.", ["7 May 2025"]),
        (
            "Dates of next meetings: 7 May 2025, 9 July 2025 and 3 September 2025.",
            ["7 May 2025", "9 July 2025"],
        ),
        ("Future meetings: 7 May 2025", ["7 May 2025"]),
        ("The group meets again on 7 May 2025.", ["7 May 2025"]),
        ("The next meeting of the board considered the audit of 7 May 2025.", []),
        ("Next steps before the meeting on 7 May 2025 were agreed.", []),
    ],
)
def test_the_day_of_a_meeting_is_read_however_it_is_announced(tmp_path, last, days):
    held = MINUTES.format(title="Executive", held="8 January 2025", last=last)
    (tmp_path / "minutes.md").write_text(held, encoding="utf-8")
    with library_of([tmp_path]) as library:
        told = [listed("When is the next meeting?", library, day) for day in ("2025-02-10", "2025-06-01")]
    assert [day for day, one in zip(days, told, strict=False) if day not in one.verdict] == []
    assert [one.outcome for one in told][: len(days) or 1] == (["answered"] * len(days) or ["not_found"])


def test_a_meeting_that_is_past_is_not_told_as_the_next(fenwold):
    answer = listed("When does the Executive next meet?", fenwold, "2025-04-01")
    assert answer.verdict == (
        "No paper announces a meeting on 1 April 2025 or later; "
        "the last that one announced was for 12 March 2025."
    )
    assert listed("When is the next Executive?", fenwold, "2025-04-01").verdict == answer.verdict
    ours, board = (f"When is {whose}?" for whose in ("our next meeting", "the next board"))
    assert listed(board, fenwold, "2025-04-01").verdict == listed(ours, fenwold, "2025-04-01").verdict
    assert listed("When is the next meeting of the housing panel?", fenwold, "2025-04-01") is None
    assert listed("When is the next housing panel?", fenwold, "2025-04-01") is None
    before = listed("When is the next meeting?", fenwold, "2024-06-01")
    assert before.reason == "No paper dated up to 1 June 2024 announces the day of a next meeting."


def test_a_place_is_told_by_its_grades_what_is_asked_of_it_and_its_actions(fenwold):
    answer = listed("How is Fenwold doing?", fenwold, "2025-04-01")
    said = [one.text for one in answer.statements]
    assert answer.verdict.startswith("On Fenwold the library holds 3 papers, the newest “Learning Group")
    assert "On 1 April 2025 it has 1 open action in the register (1 past due)." in answer.verdict
    assert said[0] == "Grade, 4 March 2024: “Overall effectiveness | Requires improvement to be good”"
    assert any(one.startswith("Asked for, 4 March 2024: “Fenwold Council should visit") for one in said)


def test_a_grade_of_the_whole_that_a_row_says_in_a_sentence_comes_first(tmp_path):
    rows = ("| Services in Fenwold require improvement | | |", "| 1. Help and protection | | Inadequate |")
    text = LETTER.replace(
        "| Judgement | Grade |\n|---|---|\n", "\n".join(("| | | |", "|---|---|---|", *rows, ""))
    )
    (tmp_path / "inspection-2015.md").write_text(text, encoding="utf-8")
    with library_of([tmp_path]) as library:
        said = [one.text for one in listed("How is Fenwold doing?", library).statements]
    assert said[0] == "Grade, 4 March 2024: “Services in Fenwold require improvement”"
    assert said[1].endswith("Inadequate”")


def test_one_area_is_not_another_of_which_its_name_is_a_part():
    assert areas_of_subject("York", ["york", "north yorkshire"]) == {"york"}
    assert areas_of_subject("Southend", ["southend-on-sea"]) == {"southend-on-sea"}


def test_what_is_no_place_is_told_by_no_papers_of_one(fenwold):
    assert listed("How is supervision doing?", fenwold) is None
    assert "On Fenwold the library" in listed("How are we doing?", fenwold).verdict
    assert listed("Tell me about the board", fenwold) is None
    assert listed("How are children in Fenwold doing?", fenwold) is None


def test_there_may_only_say_that_something_is(sample):
    assert unclear("How many actions are there?", sample, DAY) is None
    assert unclear("Who was there?", sample, DAY) is not None
