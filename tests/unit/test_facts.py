"""The kind of fact a question asks for, and sentences that give one or only seem to."""

import pytest

from assistant.asked.facts import fact_asked, gives_fact
from assistant.asked.holding import gives_holder
from assistant.understanding.understand import understand


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("How many schools took part?", "count"),
        ("What percentage of schools took part?", "share"),
        ("How much did the audit cost?", "money"),
        ("Which universities took part?", "name"),
        ("Who is the council's lead member?", "holder"),
        ("Who chairs the partnership?", "holder"),
        ("Who leads the session where the board weighs its goals?", "doer"),
        ("Who was left out of the meeting?", None),
        ("When did the hub open?", "date"),
        ("When children go missing, who is told?", None),
        ("By when must the hub open?", "date_to_come"),
        ("Why did the hub open?", "reason"),
        ("Why is the hub called the Nest?", None),
        ("Who evaluated the hub?", "doer"),
        ("What grade did the hub get?", "grade"),
        ("Who has chaired the board since May?", "holder"),
        ("What is the name of the head teacher of Melford School?", "holder"),
        ("How long were the waits?", "duration"),
        ("What is the vacancy rate of social workers?", "figure"),
        ("When do children see a nurse?", None),
        ("How does Leeds compare with other councils?", "comparison"),
        ("Do boys wait longer than girls?", "comparison"),
        ("Was a date given rather than a year?", None),
        ("What share of visits took more than three days?", "share"),
        ("Who is the outsider brought in to help Leeds?", "person"),
        ("Who is the lead agency for neglect?", None),
        ("Did the visits take longer than a week?", None),
        ("Did the visits take longer than a meeting?", "comparison"),
        ("Who is covering for the scrutineer while she is away?", "doer"),
        ("Who stood in for the chair?", "doer"),
        ("Who is the scrutineer?", "holder"),
        ("Who will be the scrutineer?", "holder"),
        ("Who will be the fourth welfare officer?", "person"),
    ],
)
def test_the_wording_shows_the_kind_of_fact(question, fact):
    assert fact_asked(understand(question)) == fact


@pytest.mark.parametrize(
    ("question", "sentence", "gives"),
    [
        ("How many schools took part?", "Over 40 of them sent their returns.", True),
        ("How many schools took part?", "Young people aged 16 and 17 took part.", False),
        ("How many schools took part?", "16- and 17-year-old pupils took part.", False),
        ("How many schools took part?", "12. Schools took part in section 11 audits on 3 May 2021.", False),
        ("How many schools took part?", "Schools answered within 20 days.", False),
        ("How many days did schools take?", "Schools answered within 20 days.", True),
        ("What percentage of schools took part?", "Of the schools, 62% took part.", True),
        ("What percentage of schools took part?", "62% of referrals were late.", False),
        ("What percentage of schools took part?", "All the schools took part.", False),
        ("Who chairs the partnership?", "The partnership is chaired by the head of a school.", True),
        ("Who chairs the partnership?", "Priya Nandakumar, chair of the partnership, reported.", True),
        ("Who chairs the partnership?", "The Safer Harrow Partnership has a new chair.", False),
        ("Who runs the forum for new mothers?", "The named midwife chairs a forum for mothers.", True),
        ("Who leads the forum for new mothers?", "The forum is chaired by the named midwife.", True),
        ("Who leads the forum for new mothers?", "The forum has chairs and tables.", False),
        ("What is the name of the judge?", "Cafcass and the judge trust the Advisory Service.", False),
        ("Who is the scrutineer?", "Scrutiny is by the Panel Impact Subgroup.", False),
        ("Who is the lead member?", "The chief executive and the lead member know the risks.", False),
        ("Which universities took part?", "The Beacon Trust took part.", False),
        ("Which universities took part?", "Two universities, Melford among them, took part.", True),
        ("How many schools took part?", "81% of schools took part.", False),
        ("How many schools took part?", "It could not say how many of the 40 schools took part.", False),
        ("How many schools took part?", "Schools work with children under five.", False),
        ("Which councils took part?", "Other councils took part.", False),
        ("Do boys wait longer than girls?", "Boys wait for 12 weeks, longer than girls.", True),
        ("Do boys wait longer than girls?", "Boys wait longer than they did.", False),
        ("Do boys wait longer than girls?", "Boys and girls wait.", False),
        ("Are waits longer than in other areas?", "Waits are above the national average.", True),
        ("Who evaluated the hub?", "The hub has been independently evaluated.", False),
        ("Who evaluated the hub?", "The hub has been evaluated by a university.", True),
        ("Who evaluated the hub?", "Melford evaluated the hub.", True),
        ("Why did the hub open?", "The hub opened because families waited.", True),
        ("Why did the hub open?", "The hub opened in spring.", False),
        ("How long were the waits?", "Families waited up to three weeks.", True),
        ("How long were the waits?", "The hub opened a year ago.", False),
        ("What grade did the hub get?", "The hub is requires improvement.", True),
        ("What grade did the hub get?", "The hub was visited by inspectors.", False),
        ("When did the hub open?", "The hub should open by 31 May 2024.", False),
        ("When did the hub open?", "The hub opened in spring.", True),
        ("When did the hub open?", "The hub may open to schools.", False),
        ("When will the hub open?", "The hub was planned in March 2024.", False),
        ("When will the hub open?", "The hub is to open in September 2024.", True),
        ("When will the hub open?", "The hub is to open within three months.", True),
        ("When will the hub open?", "Plans are made within 20 weeks.", False),
        ("When will the hub open?", "The hub should open by 31 March 2024.", True),
        ("When is the hub to open?", "The hub should open by 31 May 2024.", True),
        ("When was the hub opened?", "4.3 | Open the hub | Ann Vale | Opened 2 May 2024", True),
        ("What percentage of schools took part?", "Seventeen of 24 schools took part.", True),
        ("What percentage of schools took part?", "Of the 24 schools, 17 took part.", True),
        ("What percentage of schools took part?", "41 schools of 63 took part.", True),
        ("What percentage of schools took part?", "Every one in five schools took part.", True),
        ("What percentage of schools took part?", "Schools taking part (%) | 58 | 63", True),
        ("What percentage of schools took part?", "One of the schools took part in 3 audits.", False),
        ("How many schools took part?", "Only one of them did.", True),
        ("How many schools took part?", "One of them did.", False),
        ("Who is the lay member?", "Colin Stroud (Lay Member) sent apologies.", True),
        ("Who is the lay member?", "A lay member has been appointed.", False),
        ("Who is covering for the lay member?", "The lay member is covered.", False),
        ("Who is covering for the lay member?", "Ann Vale covers for the lay member.", True),
    ],
)
def test_a_sentence_gives_the_fact_or_only_something_like_it(question, sentence, gives):
    asked = understand(question)
    fact = fact_asked(asked)
    assert fact is not None
    assert gives_fact(fact, sentence, asked, "2024-07-12") is gives


def test_what_a_date_is_of_may_stand_in_its_heading():
    asked = understand("When is the next meeting of the subgroup?")
    day = "Thursday 20 November 2025 at 10.00am."
    assert not gives_fact("date_to_come", day, asked, "2025-09-18")
    assert gives_fact("date_to_come", day, asked, "2025-09-18", "Date of next meeting")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Children’s services are led by Ada Lane.", True),
        ("Ada Lane leads the council’s services.", True),
        ("Lead inspector: Rebekah Tucker", False),
        ("The lead member, Bo Reed, chaired.", False),
    ],
)
def test_a_lead_inspector_leads_no_service(sentence, names):
    assert gives_holder(sentence, "leads") is names
