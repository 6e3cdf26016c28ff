"""The newest word on an action, in whatever paper it stands, closes it or says how far it is."""

from __future__ import annotations

import pytest
from papers import actions_told, by_keyword

from assistant.actions.reading import read_report

MINUTES = """# Quenby Safeguarding Children Partnership: minutes of the executive

Date of meeting: 10 July 2024

## Action log

| Ref | Action | Owner | Due | Status | Update |
|---|---|---|---|---|---|
| 4.3 | Fill the vacant specialist midwife post | Dr Ada Pell | 31 July 2024 | Open | Advertised twice |
| 4.4 | Re-audit 20 strategy discussions | Ann Ash | 31 July 2024 | Open | |
"""
PLAN = """Quenby Safeguarding Children Partnership: action plan
Position at 31 August 2024

Ref,Action,Lead,By when,RAG,Progress
1,Recruit a specialist midwife,"Dr Ada Pell, ICB",31 July 2024,Red,No appointment
2,Start an evening advice line,Ann Ash,31 July 2024,Green,Line running since 3 June 2024
"""
MAIL = """From: Ada Pell <ada.pell@quenby.example>
To: Sam Pike <sam.pike@quenby.example>
Subject: Midwife: Quenby Safeguarding Children Partnership
Date: Mon, 02 Sep 2024 09:12:00 +0000

We have now appointed: Joan Wye starts as specialist midwife on 4 November 2024.
"""
AUDIT = """# Quenby Safeguarding Children Partnership: audit of strategy discussions

Published on 28 September 2024

## Multi-agency audit: strategy discussions

Of 24 strategy discussions looked at, 17 were held within 24 hours.
"""


@pytest.fixture
def told(tmp_path):
    """The actions of papers given as `name=text` at the end of 2024, by their words."""

    def follow(**papers):
        return actions_told(tmp_path, by_keyword(papers))

    return follow


def test_an_e_mail_that_says_somebody_is_appointed_closes_the_vacant_post(told):
    actions = told(minutes__md=MINUTES, plan__csv=PLAN, mail__eml=MAIL)
    post = actions["Fill the vacant specialist midwife post"]
    assert (post.status, post.timing) == ("done", "late")
    assert post.latest is not None
    assert post.latest.text.startswith("We have now appointed")


def test_to_fill_a_post_and_to_recruit_for_it_is_one_action(told):
    actions = told(minutes__md=MINUTES, plan__csv=PLAN)
    assert "Recruit a specialist midwife" not in actions
    assert actions["Fill the vacant specialist midwife post"].latest.text == "No appointment"


def test_what_has_been_running_since_a_day_gone_by_is_done(told):
    line = told(plan__csv=PLAN)["Start an evening advice line"]
    assert (line.status, line.timing) == ("done", "on_time")
    assert read_report("Line running since 3 June 2025", "2024-08-31").state != "done"


def test_what_an_audit_counted_is_no_word_on_the_next_audit(told):
    again = told(minutes__md=MINUTES, audit__md=AUDIT)["Re-audit 20 strategy discussions"]
    assert again.timing == "not_reported_since"


def test_what_was_cancelled_is_no_rejection_of_an_action_on_what_to_do_when_it_is(told):
    plan = (
        PLAN
        + "3,Find cover for ferry visits when sailings are cancelled,Ann Ash,31 July 2024,Amber,In draft\n"
    )
    mail = (
        MAIL[: MAIL.index("We have")]
        + "Between May and August 44 ferry sailings and visits were cancelled.\n"
    )
    actions = told(plan__csv=plan, mail__eml=mail.replace("Subject: Midwife", "Subject: Cover"))
    assert actions["Find cover for ferry visits when sailings are cancelled"].status == "open"


def test_a_post_that_has_stood_empty_since_before_it_was_asked_for_was_not_filled(told):
    later = (
        "# Quenby Safeguarding Children Partnership: minutes of the executive\n\n"
        "Date of meeting: 4 December 2024\n\n"
        "The specialist midwife post has stood empty since May 2023 and has never been filled.\n"
    )
    plan = PLAN.replace("Red,No appointment", "Green,Complete. Post filled in July 2024")
    action = told(minutes__md=MINUTES, plan__csv=plan, later__md=later)[
        "Fill the vacant specialist midwife post"
    ]
    assert (action.status, action.disputed is not None) == ("open", True)
    assert action.latest.text == "Complete. Post filled in July 2024"


def test_posts_both_filled_in_a_month_and_one_of_them_never_filled_are_told_as_a_dispute(told):
    action = "Fill the two vacant specialist midwife posts"
    row = f"1,{action},Ada Pell,31 July 2024,Green,Complete. Both posts filled in July 2024\n"
    found = told(
        minutes__md=MINUTES.replace("Fill the vacant specialist midwife post", action),
        plan__csv=PLAN[: PLAN.index("1,")].replace("31 August", "31 October") + row,
        later__md=MINUTES[: MINUTES.index("## ")].replace("10 July", "2 September")
        + "One of the two specialist midwife posts has never been filled.\n",
    )[action]
    assert (found.status, found.disputed is not None) == ("open", True)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("In the year three rapid reviews were completed.", "open"),
        ("It is now agreed how families are told about rapid reviews; the leaflet is complete.", "done"),
    ],
)
def test_a_report_on_the_matter_alone_closes_no_action_of_few_telling_words(told, sentence, status):
    text = "Agree how families are told about rapid reviews"
    plan = MINUTES.replace("Re-audit 20 strategy discussions", text)
    head = "# Quenby Safeguarding Children Partnership: yearly report\n\nPublished on 2 December 2024\n\n"
    assert told(minutes__md=plan, yearly__md=head + sentence)[text].status == status
