"""The five letters on the hard cases of the rubric, alone and with context."""

import pytest

from assistant.check.assess import assess
from assistant.check.assessment import LETTERS
from assistant.check.reading import Reading
from assistant.check.signs import SIGNS
from ingest.recommendations.context import Context
from ingest.recommendations.words import vocabulary

LEVELS = {
    ("Ensure that all young people are adequately safeguarded.", "specific"): 0,
    ("Strengthen the board's scrutiny of early help.", "specific"): 1,
    ("Consider the need for a neglect strategy.", "specific"): 1,
    ("Introduce a challenge log to record issues.", "specific"): 2,
    ("Increase challenge between partners.", "measurable"): 0,
    ("Improve the timeliness of care proceedings.", "measurable"): 1,
    ("Develop a communication strategy.", "measurable"): 1,
    ("Publish an action plan.", "measurable"): 2,
    ("Make sure that each school has a named lead for fathers.", "measurable"): 2,
    ("The trust should ensure that all wards have a written protocol.", "measurable"): 2,
    ("Make sure that each school has a named lead for fathers.", "specific"): 2,
    ("The trust should make sure that staff feel able to ask, and report the share who do.", "measurable"): 1,
    ("Ensure that all children have a good start in life.", "measurable"): 0,
    ("The board should agree how it will measure the effect of its strategy.", "specific"): 2,
    ("There should be a named lead for private fostering.", "specific"): 2,
    ("The panel should compare its use of placements with its neighbours’.", "specific"): 2,
    ("The voice of the child must be heard.", "specific"): 0,
    ("Thought should be given to a joint panel.", "specific"): 1,
    ("Safeguarding leads should meet every term.", "measurable"): 2,
    ("Ensure that no child waits longer than 20 days.", "measurable"): 2,
    ("Withdraw the advice of 2019.", "measurable"): 2,
    ("Dip-sample ten summaries.", "measurable"): 2,
    ("End the national shortage of staff.", "achievable"): 0,
    ("Work with schools to improve attendance.", "achievable"): 1,
    ("Review workforce capacity.", "achievable"): 2,
    ("Recruit twenty social workers.", "achievable"): 1,
    ("Review the membership of the panel.", "achievable"): 2,
    ("Strengthen the voice of the board.", "achievable"): None,
    ("Update the plan to ensure that it is outcome focused.", "relevant"): 1,
    ("Log concerns so that themes can be seen.", "relevant"): 2,
    ("Share lists with the aim of finding missing children sooner.", "relevant"): 2,
    ("Lower caseloads to facilitate good practice.", "relevant"): 2,
    ("Publish the plan.", "time_bound"): 0,
    ("Urgently publish the plan.", "time_bound"): 1,
    ("All agencies to ensure robust information sharing going forward.", "specific"): 1,
    ("All agencies to ensure robust information sharing going forward.", "measurable"): 0,
    ("All agencies to ensure robust information sharing going forward.", "achievable"): 1,
    ("Improve the sharing of information between schools and the police.", "measurable"): 0,
    ("Review the information held on each child.", "achievable"): 2,
    ("Bring supervision figures to the next meeting", "specific"): 2,
    ("Bring supervision figures to the next meeting", "measurable"): 2,
    ("Take the findings of the audit to the executive group in March 2027.", "specific"): 2,
    ("Bring partners together to challenge each other.", "specific"): 1,
    ("Present a united front to the public.", "measurable"): 1,
    ("Publish the plan with immediate effect.", "time_bound"): 2,
    ("Ensure that plans for children are specific and measurable, with clear timescales.", "time_bound"): 0,
}


@pytest.mark.parametrize(("case", "level"), LEVELS.items())
def test_a_letter_has_the_level_of_the_rubric(case, level):
    text, letter = case
    assert assess(text).criteria[letter].level == level


def test_a_recommendation_is_smart_when_three_letters_are_met():
    found = assess("The board should publish its annual report by 30 September 2027.")
    assert found.smart
    assert found.owner.text == "The board"


def test_the_context_can_make_it_smart():
    context = Context(
        headings=("Within three months:",), lead_in="The council should:", published="2027-05-14"
    )
    found = assess("Publish the annual report.", context)
    assert (found.smart, found.smart_with_context) == (False, True)
    assert found.context_deadline.date == "2027-08-14"
    assert not {"SM501", "SM601"} & {finding.code for finding in found.findings}


def test_a_day_that_had_gone_when_the_paper_came_out_is_no_deadline():
    for day, smart in (("31 March 2024", False), ("31 March 2026", True)):
        found = assess(f"The board should publish its annual report by {day}.", Context(published="2025-08"))
        assert (found.smart, found.smart_with_context) == (smart, smart)
        assert ("SM503" in {finding.code for finding in found.findings}) is not smart


def test_a_column_of_due_dates_gives_the_deadline_and_not_how_fast_the_work_is_to_be():
    found = assess("Allocate all cases within 3 working days", Context(deadline="31 December 2025"))
    assert (found.due.text, found.due.date) == ("31 December 2025", "2025-12-31")
    assert "31 December 2025" in found.criteria_with_context["time_bound"].reason
    assert assess("Allocate all cases within 3 working days", Context(deadline="TBC")).due.type == "period"


def test_what_is_only_to_be_considered_is_no_measure():
    found = assess("Schools should consider promoting the role of grandparents.")
    assert found.criteria["measurable"].level == 1
    assert found.measure is None


def test_a_measure_in_the_table_counts_with_context():
    found = assess("Strengthen supervision.", Context(measure="90 % supervised monthly"))
    assert found.criteria["measurable"].level == 0
    assert found.criteria_with_context["measurable"].level == 2


@pytest.mark.parametrize(
    "text", ["", "?", "Publish the plan.", "The plan", "the " * 400, "‘", "ensure", "We recommend that"]
)
def test_spans_lie_within_the_text_and_every_letter_has_a_reason(text):
    found = assess(text)
    for letter in LETTERS:
        criterion = found.criteria[letter]
        assert criterion.reason
        assert criterion.span is None or 0 <= criterion.span[0] < criterion.span[1] <= len(text)
    assert all(0 <= one.start <= one.end <= len(text) for one in found.findings)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Ensure that visits are recorded.", "hard_state"),
        ("Ensure that children are supported.", "soft_state"),
        ("Ensure that all plans include timescales.", "act_ensured"),
        ("Establish more effective links with housing.", "compares"),
    ],
)
def test_a_sign_of_state_is_told_by_its_words(text, sign):
    names = ("hard_state", "soft_state", "act_ensured", "compares")
    assert [name for name in names if SIGNS[name](Reading(text))] == [sign]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Ensure that the minutes are circulated.", "seen_ensured"),
        ("The provision of personal assistants for care leavers", "nominal_act"),
        ("Ensure that plans say by whom.", "contents_named"),
        ("Ensure that robust checks are made.", "stressed_quality"),
        ("Ensure that the annual report is published.", "delivered_once"),
        ("Relaunch the escalation procedure.", "yes_no_act"),
        ("Review the cases of children without a worker.", "cases_examined"),
        ("Accelerate the work on the dataset.", "hastens"),
        ("Bring the totals to each meeting of the board.", "brought_before"),
        ("This should be put in place.", "points_back"),
        ("Improve plans through monthly audits.", "instrument"),
        ("Ensure that all children are kept safe.", "only_a_wish"),
        ("Ask the last school for its file.", "concrete_act"),
        ("Receptionists to use the words “was not brought”.", "words_named"),
        ("Ensure that no child is left behind.", "only_a_wish"),
        ("Ensure that no child waits in a police cell.", "seen_ensured"),
        ("The trust to see to it that no ward relies on one nurse.", "seen_ensured"),
        ("Leaders need to promote a culture of curiosity across the workforce.", "only_a_wish"),
    ],
)
def test_a_sign_of_a_result_is_told_by_its_words(text, sign):
    assert SIGNS[sign](Reading(text))
    assert not SIGNS[sign](Reading("Strengthen leadership."))


@pytest.mark.parametrize("letter", ["specific", "measurable"])
def test_every_line_of_the_levels_names_known_signs_and_the_last_one_fits_always(letter):
    *lines, last = vocabulary("levels")[letter]
    named = [sign for line in lines for sign in (*line["when"], *line.get("unless", ()), line.get("words"))]
    assert set(named) - {None} <= set(SIGNS)
    assert set(last) == {"level", "reason"}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The council should review the cases of children without a social worker.", 2),
        ("Ensure that letters say what is expected, by whom and by when.", 2),
        ("Ensure that supervision is recorded.", 1),
        ("Strengthen leadership across the partnership.", 0),
    ],
)
def test_what_could_be_looked_at_is_measurable(text, level):
    assert assess(text).criteria["measurable"].level == level
