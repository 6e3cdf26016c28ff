"""Whose work a statement speaks of, of what time, and how much of it one side shows."""

from functools import partial

import pytest
from ledgers import sides

GOOD_AUDITS = "The audit programme is comprehensive and shows leaders the quality of practice."


@pytest.fixture
def report(told):
    """Adds an inspection of Exmoor of March 2024."""
    return partial(told, "report.txt", kind="inspection", published="2024-03-01")


def test_a_chapter_ends_the_list_of_what_needs_to_improve(library, report):
    chapter = "The impact of leaders on social work practice with children: requires improvement to be good."
    report("# What needs to improve", "The quality of assessments.", chapter, GOOD_AUDITS)
    assert sides(library, "themes") == ([GOOD_AUDITS], [])


def test_what_a_worker_advises_on_one_child_was_not_asked_by_a_review(library, report):
    report("Social workers make proportionate recommendations about next steps, which are acted on promptly.")
    assert sides(library, "action") == ([], [])


def test_a_judgement_of_the_past_is_no_blame_today(library, report):
    said = "Services have improved since the inspection in 2017, when they were judged to be inadequate."
    report(said)
    assert sides(library, "action") == ([said], [])


def test_what_leaders_mean_to_do_for_children_is_no_difference_made(library, report):
    report("Senior leaders are highly committed to improving outcomes for children.")
    assert sides(library, "impact") == ([], [])


def test_they_are_those_whom_the_sentence_before_named(library, report):
    before = "The care leavers in the forum are confident."
    after = "They influence the services and the strategy of the council through regular consultation."
    report(f"{before} {after}")
    assert sides(library, "feedback")[0] == [f"{before} {after}"]


def test_a_sentence_shown_before_the_next_does_not_stand_alone_beside_it(library, report):
    first = "Regular consultation with children helps the board to improve its services."
    second = "This ensures that children’s views influence the priorities of the board."
    report(f"{first} {second}")
    assert sides(library, "feedback")[0] == [f"{first} {second}"]


def test_only_so_many_strengths_are_named_and_no_fault_among_them(library, report):
    listed = [f"Children have strong support from team {number}." for number in range(9)]
    report("# Key strengths", *listed, "However, support for children from the last team is weak.")
    praise, blame = sides(library, "good_practice")
    assert (len(praise), blame) == (6, [])


def test_what_no_later_paper_could_report_on_is_not_held_against_anybody(library, report):
    report("# Recommendations", "Exmoor Council should review its audits by 30 June 2024.")
    assert sides(library, "action")[1] == []
