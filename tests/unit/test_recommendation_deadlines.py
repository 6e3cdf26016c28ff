"""By when this action is due: not how fast a service should be, nor how often data comes."""

import pytest

from assistant.check.assess import assess
from ingest.recommendations.context import Context
from ingest.recommendations.context_deadline import find_context_deadline
from ingest.recommendations.dates import find_deadline

PUBLISHED = "2027-05-14"
DUE = {
    "Publish the plan by 3 August 2027.": ("by 3 August 2027", "date", "2027-08-03"),
    "Publish the plan by Friday 6 August 2027.": ("by Friday 6 August 2027", "date", "2027-08-06"),
    "Publish the plan before the end of 2028.": ("before the end of 2028", "date", "2028-12-31"),
    "Publish the plan by end Q3 2027/28.": ("by end Q3 2027/28", "date", "2027-12-31"),
    "Publish the plan by 30 Sept 2027.": ("by 30 Sept 2027", "date", "2027-09-30"),
    "Publish the plan by end Sept 2027.": ("by end Sept 2027", "date", "2027-09-30"),
    "Publish the plan by 31-Aug-27.": ("by 31-Aug-27", "date", "2027-08-31"),
    "Publish the plan by end Q3 27/28.": ("by end Q3 27/28", "date", "2027-12-31"),
    "Publish the plan by the end of March 2028.": ("by the end of March 2028", "date", "2028-03-31"),
    "Publish the plan by 31 March.": ("by 31 March", "date", "2028-03-31"),
    "Publish the plan by the end of the summer term.": (
        "by the end of the summer term",
        "date",
        "2027-07-31",
    ),
    "Publish the plan by 03/08/2027.": ("by 03/08/2027", "date", "2027-08-03"),
    "Publish the plan within six months.": ("within six months", "period", "2027-11-14"),
    "Publish the plan within 12 weeks of this report.": (
        "within 12 weeks of this report",
        "period",
        "2027-08-06",
    ),
    "Publish it within three months of the conclusion of the exercise.": (
        "within three months of the conclusion of the exercise",
        "period",
        None,
    ),
    "Publish the plan immediately.": ("immediately", "immediate", PUBLISHED),
    "Adopt the form with immediate effect.": ("with immediate effect", "immediate", PUBLISHED),
    "The board should take immediate action to comply.": ("immediate", "immediate", PUBLISHED),
    "Urgently implement the tool.": ("Urgently", "soft", None),
    "Implement the tool as soon as possible.": ("as soon as possible", "soft", None),
    "Accelerate the roll-out of the tool.": ("Accelerate", "soft", None),
    "Hold an exercise at least every three years.": ("at least every three years", "recurring", None),
    "Publish each summer what changed.": ("each summer", "recurring", None),
    "Report to the board annually.": ("annually", "recurring", None),
    "The trust should report the figure to the board in April 2028.": ("in April 2028", "date", "2028-04-30"),
    "Repeat the survey of carers in the autumn of 2027.": ("in the autumn of 2027", "date", "2027-12-31"),
    "The chair should report on what changed to partners on 3 May 2028.": (
        "on 3 May 2028",
        "date",
        "2028-05-03",
    ),
    "Publish the results of the audit in June 2028 and tell all.": (
        "in June 2028",
        "date",
        "2028-06-30",
    ),
    "Bring the totals to the March 2028 board.": ("to the March 2028 board", "date", "2028-03-31"),
    "Present the audit at the July 2027 executive group.": (
        "at the July 2027 executive group",
        "date",
        "2027-07-31",
    ),
}
NOT_DUE = [
    "Ensure that assessments are completed within 28 days of a child becoming looked after.",
    "Ensure that all adopters are added to the register within three months of approval.",
    "Improve the quarterly performance reports.",
    "Review cases closed since March 2026.",
    "Ensure that plans are specific and measurable, with clear timescales.",
    "Ensure that children are seen promptly and in a timely way.",
    "Improve the annual report.",
    "Act on the findings of the audit in April 2026.",
    "Share the learning from the case that was closed in May 2026.",
    "Carry out the actions agreed in March 2028.",
    "Prepare staff for the duties that come into force in April 2028.",
    "Publish the paper presented to the March 2027 board.",
    "Follow the guidance published on 3 May 2028.",
    "Ensure that all referrals receive a response within 24 hours.",
    "Ensure that children are placed as soon as possible.",
]


@pytest.mark.parametrize(("text", "wanted"), DUE.items())
def test_a_deadline_is_found_with_its_kind_and_worked_out(text, wanted):
    found = find_deadline(text, PUBLISHED)
    assert found is not None
    assert (found.text, found.type, found.date) == wanted
    assert text[found.span[0] : found.span[1]] == found.text


@pytest.mark.parametrize("text", NOT_DUE)
def test_times_of_the_service_the_data_or_the_sample_are_no_deadline(text):
    assert find_deadline(text, PUBLISHED) is None


def test_without_a_date_of_the_document_only_a_plain_act_is_due_in_a_month():
    assert find_deadline("Publish its strategy in April 2028.").date == "2028-04-30"
    assert find_deadline("The ICB should report the number of practices to the board in April 2028.")
    assert find_deadline("Publish a paper on the findings of the inspection in April 2028.") is None


def test_where_the_document_gives_no_date_of_its_own_a_period_stays_a_period():
    undated = Context(headings=("Within three months:",), published=PUBLISHED, undated=True)
    assert find_context_deadline(undated).date is None
    assert assess("Publish the plan within six months.", undated).deadline.date is None
    assert assess("Publish the plan by May 2028.", undated).deadline.date == "2028-05-31"


def test_working_days_skip_the_weekend():
    assert find_deadline("Reply within 5 working days.", "2027-05-14").date == "2027-05-21"


def test_an_impossible_day_has_no_date():
    assert find_deadline("Reply by 31 February 2027.", None).date is None


@pytest.mark.parametrize(
    ("context", "wanted"),
    [
        (Context(deadline="Q3 2027/28", published=PUBLISHED), ("Q3 2027/28", "2027-12-31", "table")),
        (Context(deadline="46569", published=PUBLISHED), ("46569", "2027-07-01", "table")),
        (Context(deadline="31-Aug-27", published=PUBLISHED), ("31-Aug-27", "2027-08-31", "table")),
        (Context(deadline="Aug-27", published=PUBLISHED), ("Aug-27", "2027-08-31", "table")),
        (Context(deadline="01-09-2027", published=PUBLISHED), ("01-09-2027", "2027-09-01", "table")),
        (Context(deadline="TBC"), None),
        (
            Context(headings=("Recommendations", "Within three months:"), published=PUBLISHED),
            ("Within three months", "2027-08-14", "heading"),
        ),
        (Context(headings=("Immediately:",), published=PUBLISHED), ("Immediately", PUBLISHED, "heading")),
        (Context(lead_in="By May 2028 the council should:"), ("By May 2028", "2028-05-31", "lead_in")),
        (Context(headings=("Report of May 2026",)), None),
    ],
)
def test_the_context_gives_a_deadline_from_column_heading_or_lead_in(context, wanted):
    found = find_context_deadline(context)
    assert (found and (found.text, found.date, found.source)) == wanted


@pytest.mark.parametrize(
    ("words", "kind", "date"),
    [
        ("by Easter 2028", "date", "2028-04-16"),
        ("by Christmas", "date", "2027-12-25"),
        ("by the start of the autumn term 2027", "date", "2027-09-10"),
        ("before the start of the next financial year", "date", "2028-04-10"),
        ("within the 2027/28 financial year", "date", "2028-03-31"),
        ("by close of business on Friday 2 July 2027", "date", "2027-07-02"),
        ("ahead of the September 2027", "date", "2027-09-30"),
        ("at its November meeting", "date", "2027-11-30"),
        ("by the next Board meeting", "period", None),
        ("in the next session", "period", None),
        ("within a fortnight", "period", "2027-05-28"),
        ("in six months’ time", "period", "2027-11-14"),
        ("during the next six months", "period", "2027-11-14"),
        ("twice yearly", "recurring", None),
    ],
)
def test_a_council_has_other_calendars_than_the_year(words, kind, date):
    found = find_deadline(f"The council should publish its plan {words}.", PUBLISHED)
    assert found is not None
    assert (found.text, found.type, found.date) == (words, kind, date)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Leaders should act swiftly to fill vacancies.", "swiftly"),
        ("The council should promptly publish it.", "promptly"),
    ],
)
def test_the_pace_of_the_action_itself_is_a_soft_deadline(text, words):
    assert find_deadline(text, PUBLISHED).text == words


@pytest.mark.parametrize(
    "text",
    [
        "Initial health assessments should be completed within 20 working days.",
        "The board should seek assurance that every interview happens within five working days of sentence.",
        "The panel should reply to requests within 15 days.",
        "Reduce the time that children wait to within 14 months.",
        "The service should respond promptly to children who go missing.",
        "The council should set up a fund of £9,000 which any school can draw on within two days.",
    ],
)
def test_a_limit_that_each_case_runs_against_is_no_deadline(text):
    assert find_deadline(text, PUBLISHED) is None
