"""Which sentences give a fact of the very thing that is asked about."""

from dataclasses import replace

import numpy as np
import pytest
from found import evidence

from assistant.asked.facts import fact_asked
from assistant.asked.given import given
from assistant.evidence import Evidence
from assistant.ordering.by_fact import fact_first
from assistant.retrieval.found import Found
from assistant.retrieval.match import Match
from assistant.understanding.understand import understand
from ingest.passage import Passage


def giving(question, *sentences):
    asked = understand(question)
    return [one.quote for one in given(fact_asked(asked), asked, [evidence(text) for text in sentences])]


@pytest.mark.parametrize(
    ("question", "other", "right"),
    [
        ("How many school nurses left?", "Over 300 pupils were seen.", "Four of the nurses left."),
        ("How many school nurses left?", "Nurses saw 300 pupils in a year.", "No nurses left."),
        ("How long were the sentences?", "It took a week to meet.", "The sentences were of six years."),
        ("What share of parents came?", "62% of staff came.", "Half of the parents came."),
    ],
)
def test_where_a_sentence_names_the_thing_a_figure_of_something_else_is_none(question, other, right):
    nurses = "The nurses, parents and sentences were spoken of."
    assert giving(question, other, nurses) == []
    assert right in giving(question, other, nurses, right)


@pytest.mark.parametrize("body", ["domestic abuse steering group", "knife and youth violence network"])
def test_who_holds_another_post_does_not_hold_the_one_that_is_asked_about(body):
    asked = f"Who chairs the {body}?"
    told = f"The {body} has met."
    assert giving(asked, "Derek Benson, chair of the county board.", told) == []
    right = f"Derek Benson, chair of the {body}."
    assert giving(asked, right, told) == [right]


def test_the_chair_of_another_body_is_none_though_no_sentence_speaks_of_the_one_asked_about():
    told = "Sarah Baker, chair of the safeguarding board."
    assert giving("Who chairs the youth crime group?", told) == []
    assert giving("Who chairs the safeguarding board?", told) == [told]


def test_the_chair_of_the_very_body_stands_before_one_of_another_however_near():
    other, right = (
        evidence("Alan Caton, chair of the safeguarding board."),
        evidence("The youth offending board is chaired by the chief executive."),
    )
    assert fact_first(understand("Who chairs the youth offending board?"), [other, right])[0] is right


def test_a_body_with_its_short_form_is_nobody():
    body = "The North London Integrated Care Board (ICB) became responsible for health services in Enfield."
    assert giving("Who is the designated doctor in Enfield?", body) == []


@pytest.mark.parametrize(
    ("question", "other", "right"),
    [
        (
            "Who was Ivy's health visitor?",
            "The health visitor did not meet Lee.",
            "Her health visitor, Ann Lee, came.",
        ),
        ("Who was Ivy's father?", "Dawn’s father came.", "Her father, called Marc, lived elsewhere."),
        (
            "Who is the lay member?",
            "The lay member saw four services in Hollins.",
            "Lay member | Magnus Fenwright | 6",
        ),
    ],
)
def test_a_name_in_a_sentence_about_somebody_is_not_yet_theirs(question, other, right):
    assert giving(question, other) == []
    assert giving(question, other, right) == [right]


def test_where_no_sentence_names_the_thing_any_count_will_do():
    assert giving("How many youngsters had no roof?", "29 care leavers sofa-surf.") == [
        "29 care leavers sofa-surf."
    ]


def test_so_many_of_so_many_counts_what_one_of_them_is_called():
    told = "The child was seen alone in 14 of 24."
    assert giving("How many children were seen alone?", told, "Children like it.") == [told]
    single = "There is only one apprenticeship."
    assert giving("How many apprenticeships are there?", single, "Apprenticeships are liked.") == [single]


def test_how_many_of_them_is_answered_with_a_share_of_them():
    told = "Over 40% of pupils are absent."
    assert giving("How many of Leeds's pupils are absent?", told, "Pupils learn.") == [told]
    assert giving("How many pupils are absent?", told, "Pupils learn.") == []


def test_a_count_in_a_sentence_on_other_things_than_the_best_is_no_answer():
    question = "How many disclosures did schools make after the training?"
    best = "Disclosures in schools after training are told of."
    assert giving(question, best, "11 children were seen.") == []


def test_a_figure_has_to_stand_with_nearly_all_that_it_is_asked_of():
    question = "What is the vacancy rate of social workers in the assessment service?"
    other = "The vacancy rate of nurses is 31%."
    assert giving(question, other) == [other]
    assert giving(question, other, "Social workers are happy in the assessment service.") == []


def test_what_only_says_more_of_a_thing_that_is_named_is_not_lost():
    question = "What is the average length of a child protection plan?"
    answer = "The average length of a plan is 11 months."
    assert giving(question, answer, "Child protection is good.") == [answer]


@pytest.mark.parametrize(("closeness", "told"), [(0.5, True), (0.4, False)])
def test_what_something_led_to_is_a_reason_only_beside_the_thing_asked_about(closeness, told):
    asked = understand("Why did staff leave?")
    best, led = evidence("Staff left."), evidence("This has led to staff leaving.", closeness)
    assert bool(given("reason", asked, [best, led])) == told


def test_a_day_in_a_sentence_on_other_things_than_the_best_is_no_answer():
    question = "When did the improvement board meet?"
    best = "The improvement board is strong."
    assert giving(question, best, "The director was appointed in May 2021.") == []
    met = "The board of the improvement plan met in May 2021."
    assert giving(question, best, met) == [met]


@pytest.mark.parametrize(("closeness", "counted"), [(0.5, True), (0.4, False)])
def test_a_value_much_farther_from_the_question_than_the_closest_sentence_is_of_something_else(
    closeness, counted
):
    asked = understand("How many staff came?")
    found = given("count", asked, [evidence("It was full."), evidence("40 came to tea.", closeness)])
    assert bool(found) == counted


def test_a_count_within_a_body_has_to_stand_by_it():
    asked = "How many young people are on the scrutiny panel?"
    assert giving(asked, "294 young people were in care.") == []
    on_panel = "Nine young people sit on the scrutiny panel."
    assert giving(asked, on_panel) == [on_panel]


def test_what_should_be_counts_nothing_that_was():
    should = "The trust should see ten fathers."
    assert giving("How many fathers has the trust seen?", should) == []
    assert giving("How many fathers should the trust see?", should) == [should]


def first(question, *sentences):
    asked = understand(question)
    return [one.quote for one in fact_first(asked, [evidence(text) for text in sentences])]


def test_the_row_that_counts_what_is_asked_about_stands_first_and_other_rows_are_left_out():
    contacts, carers = "Contacts | 31 | 44", "Carers approved | 12 | 15"
    said = "Carers were glad of the visits."
    assert first("How many carers were approved?", contacts, said, carers) == [carers, said]
    assert first("How many pupils left?", contacts, said) == [contacts, said]


def test_a_cause_stands_before_what_is_only_like_the_question():
    asked, cause = "The board asked about the delay.", "The guide is late because the author left."
    assert first("Why is the guide late?", asked, cause) == [cause, asked]
    assert first("When is the guide due?", asked, cause) == [asked, cause]


def test_what_somebody_does_something_for_stands_before_nothing():
    asked, purpose = "The board asked about the delay.", "Visits are weekly so that families trust the team."
    assert first("Why is the guide late?", asked, purpose) == [asked, purpose]


def test_a_share_of_what_the_sentence_before_names():
    text = "Every foster carer should be seen within a month. It is 41% now. It is 9% of the budget."
    found = Found(Passage("p", "d", 0, len(text), text), 1.0, 0.5, 0.0, 1.0)
    at = text.index("It is 41")
    share = Evidence(found, at, at + len("It is 41% now."), 0.4, 0.4)
    named = understand("What percentage of foster carers are seen within a month?")
    other = understand("What percentage of nurses had a check?")
    assert given("share", named, [evidence("Foster carers are seen."), share]) == [share]
    assert given("share", other, [evidence("Nurses had a check."), share]) == []


def test_more_of_the_thing_itself_and_not_of_something_near_it():
    budget, cost = "The budget is £90,000.", "Costs are higher than the year before."
    assert giving("Has the budget gone up?", budget, cost) == []
    assert giving("Has the budget gone up?", budget, "The budget went up by a tenth.") != []


def test_what_was_discussed_is_no_discussion():
    told = "Of 22 meetings on a plan a nurse attended nine."
    assert giving("What share of discussions did nurses attend?", told, "It was discussed in May.") == [told]


def test_how_many_there_may_be_is_told_by_a_limit_and_how_many_there_were_is_not():
    limit = "No report should make more than six recommendations."
    assert giving("How many recommendations may a report make?", limit) == [limit]
    assert giving("How many recommendations did the report make?", limit) == []


def newest(question, *sentences, home=("Melford",)):
    """What stands first of sentences, each of a paper of the month after the one before it."""
    asked = replace(understand(question), home=home)
    told = [evidence(text) for text in sentences]
    told = [replace(item, published=f"2026-0{month}-01") for month, item in enumerate(told, 1)]
    return fact_first(asked, told)[0].quote


def test_of_figures_of_today_the_newest_papers_goes_first():
    five, two = "Five of the twelve nurse posts are empty.", "Two of the nurse posts are still empty."
    row = "Children on a protection plan | 195 | 234"
    said = "There were 212 children on a protection plan."
    assert newest("How many nurse posts are empty?", five, two) == two
    assert newest("How many children are on a protection plan?", said, row) == row
    assert newest("How many nurse posts were empty?", five, two) == five
    assert newest("How many nurse posts are empty?", five, two, home=()) == five
    assert newest("How many nurse posts are empty?", five, "Two of the posts for midwives are empty.") == five


def test_who_goes_from_a_post_does_not_hold_it_today():
    goes, holds = "Dr Ann Sharma steps down as chair of the audit group.", "Tom Reed chairs the audit group."
    assert newest("Who chairs the audit group?", goes, holds) == holds
    assert newest("Who chaired the audit group when it began?", goes, holds) == goes
    others = "The audit group met in May."
    assert newest("Who chairs the audit group?", goes, others) == others


def test_a_day_to_come_is_of_all_that_is_named_where_that_is_little():
    asked = understand("When will the neglect strategy be reviewed?")
    unlike = Match(np.zeros((2, 1), np.float32), np.ones(2), ("neglect", "strategy"), np.array([[0, 1]]))

    def told(*sentences):
        items = [evidence(text) for text in sentences]
        items = [replace(item, found=replace(item.found, match=unlike)) for item in items]
        return [item.quote for item in given("date_to_come", asked, items)]

    trained, met = "All will be trained in neglect by December 2030.", "The strategy is a good one."
    assert told(trained, met) == []
    assert told(trained, met, right := "The neglect strategy is looked at again by May 2030.") == [right]


def test_one_rate_is_not_another():
    assert giving("What is the vacancy rate for nurses?", "The turnover rate for nurses is 15%.") == []
    assert giving("What is the vacancy rate for nurses?", right := "Nurse vacancies are at 15%.") == [right]


def test_what_we_pay_is_a_sum():
    assert fact_asked(understand("What do we pay foster carers?")) == "money"


@pytest.mark.parametrize("count", ["41,300 children under 18", "611 pupils below 16", "300 people over 65"])
def test_those_below_an_age_are_counted(count):
    noun = count.split()[1]
    told = f"The city has {count}, one in four of them poor."
    assert giving(f"How many {noun} live in the city?", told) == [told]


def test_the_verb_of_the_question_is_not_what_a_share_is_asked_of():
    told = "Of the money the council pays 54% and the police 15%."
    assert giving("What share of the money comes from the police?", told) == [told]
