"""Figures of two papers that disagree, and those of two periods that do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.actions.numbers import SHARE, number
from assistant.contradictions.contradiction import not_compared
from assistant.contradictions.find import find_contradictions
from eval.actions import library_of, results

PAPER = """# {title}

Quenby Safeguarding Children Partnership

Published on {day}

## Findings

{sentence}
"""


@pytest.fixture
def disagreeing(tmp_path):
    """The pairs of quotations that disagree in papers given as (title, day, sentence)."""

    def find(*papers):
        for number_, (title, day, sentence) in enumerate(papers):
            text = PAPER.format(title=title, day=day, sentence=sentence)
            (tmp_path / f"paper{number_}.md").write_text(text, encoding="utf-8")
        with library_of([tmp_path]) as library:
            found = find_contradictions(library, as_of="2025-12-31")
        quotes = {citation.n: citation.quote for citation in found.citations}
        return [{quotes[one.first], quotes[one.second]} for one in found.contradictions]

    return find


def test_a_draft_and_a_final_with_other_figures_disagree(disagreeing):
    said = [f"Of 26 strategy discussions, {n} were attended by a health practitioner." for n in (14, 11)]
    review = "Local child safeguarding practice review: Child Kay"
    draft = (f"Draft: {review}", "5 March 2025", said[0])
    assert disagreeing(draft, (review, "28 April 2025", said[1])) == [set(said)]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Of 26 strategy discussions, 14 were attended.", 14),
        ("Of the 26 discussions, nine were attended.", 9),
        ("Of 31 teams only 9 replied.", 9),
    ],
)
def test_a_share_may_begin_with_its_whole(sentence, part):
    found = SHARE.search(sentence)
    assert number(found["some"]) == part


AUDIT = "Multi-agency audit report, {}"
VOICE = "The voice of the child was recorded in {} of 25 cases."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quarter 1 2025/26", "quarter 2 2025/26"),
        ("Q1 2025-26", "Q2 2025-26"),
        ("April to June 2025", "July to September 2025"),
        ("June 2025", "September 2025"),
    ],
)
def test_papers_whose_titles_name_other_periods_do_not_disagree(disagreeing, one, other):
    papers = [
        (AUDIT.format(one), "4 July 2025", VOICE.format(7)),
        (AUDIT.format(other), "4 October 2025", VOICE.format(19)),
    ]
    assert disagreeing(*papers) == []


def test_papers_whose_titles_name_the_same_quarter_disagree(disagreeing):
    papers = [
        (AUDIT.format("quarter 1 2025/26"), "4 July 2025", VOICE.format(7)),
        ("Neglect in quarter 1 of 2025/26: what audits found", "4 August 2025", VOICE.format(19)),
    ]
    assert disagreeing(*papers) == [{VOICE.format(7), VOICE.format(19)}]


def test_a_paper_that_names_no_period_is_not_held_to_one_of_a_series(disagreeing):
    papers = [
        (AUDIT.format("quarter 1 2025/26"), "4 July 2025", VOICE.format(7)),
        ("Minutes of the audit group", "14 October 2025", VOICE.format(18)),
    ]
    assert disagreeing(*papers) == []


PLAN = """Quenby Safeguarding Children Partnership: action plan
Position at 30 September 2025

Ref,Action,Lead,Due,Completed,Progress
1,Deliver neglect training to 200 practitioners,Ann Ash,31 July 2025,20 July 2025,212 practitioners trained
"""


@pytest.mark.parametrize(
    ("sentence", "falls"),
    [
        ("Neglect training was attended by 187 practitioners by 31 July 2025.", True),
        ("Neglect training was delivered to 187 practitioners.", True),
        ("Neglect training was delivered to 230 practitioners.", False),
        ("Neglect training was attended by 187 practitioners by 30 June 2025.", False),
        ("In August 2025 neglect training was delivered to 40 practitioners.", False),
        ("Training on domestic abuse was delivered to 40 practitioners.", False),
    ],
)
def test_the_count_that_a_plan_reports_cannot_be_lower_later(tmp_path, disagreeing, sentence, falls):
    (tmp_path / "plan.csv").write_text(PLAN, encoding="utf-8")
    found = disagreeing(("Minutes of the executive", "14 October 2025", sentence))
    assert found == ([{"212 practitioners trained", sentence}] if falls else [])


def test_the_next_edition_of_a_plan_goes_on_from_the_one_before(tmp_path, disagreeing):
    head = "Quenby action plan\nPosition at {}\n\nRef,Action,Lead,Due,Progress\n"
    plan = head + "1,Brief hub staff,Ann Ash,31 July 2025,{}\n"
    for day, told in (
        ("2 May 2025", "46 of 48 staff briefed in all the hubs so far"),
        ("1 July 2025", "48 of 48 staff briefed in all the hubs now"),
    ):
        (tmp_path / f"{day}.csv").write_text(plan.format(day, told), encoding="utf-8")
    assert disagreeing() == []


@pytest.mark.parametrize("places", ["12", "1,212"])
def test_two_papers_of_one_year_that_count_the_same_people_disagree(disagreeing, places):
    told = f"{places} practitioners came to the lunchtime sessions on fathers."
    other = "The lunchtime sessions on fathers were attended by 187 practitioners."
    papers = (
        ("Yearly report 2024-25", "5 September 2025", told),
        ("Training in 2024-25", "1 June 2025", other),
    )
    assert disagreeing(*papers) == [{told, other}]


def test_what_an_action_is_to_bring_about_for_all_claims_nothing(disagreeing):
    minutes = "Dr Vale said that health visitors had not been given access to the growth chart."
    action = "Action: Dr Vale to secure access to the growth chart for all health visitors."
    assert disagreeing(("Minutes", "14 September 2025", f"{minutes}\n\n{action}")) == []
    assert (
        disagreeing(
            ("Minutes", "14 September 2025", f"{minutes}\n\nDecision: all health visitors get access.")
        )
        == []
    )


NOT_STARTED = """Quenby Safeguarding Children Partnership: action plan
Position at 2 November 2025

Ref,Action,Lead,By when,Progress
1,Create a parents’ reference group,Business manager,31 July 2026,Not started: no funding agreed
2,Set up a panel for missing children,Business manager,31 July 2026,Not started
"""


@pytest.mark.parametrize(
    ("day", "sentence", "number_"),
    [
        ("5 October 2025", "Our parents' reference group met for the first time in August.", 1),
        ("5 December 2025", "Our parents' reference group met for the first time in November.", 0),
        ("5 October 2025", "Our parents' reference group has not met.", 0),
        ("5 October 2025", "A parents' reference group should be in place when the plan has begun.", 0),
        ("5 October 2025", "The panel met in August.", 0),
    ],
)
def test_what_a_plan_calls_not_started_and_an_earlier_paper_tells_of_disagree(
    disagreeing, tmp_path, day, sentence, number_
):
    (tmp_path / "plan.csv").write_text(NOT_STARTED, encoding="utf-8")
    found = disagreeing(("Newsletter", day, sentence))
    assert found == [{sentence, "Not started: no funding agreed"}] * number_


LAUNCH = "The family hub opened on {}."


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (LAUNCH.format("3 June 2025"), LAUNCH.format("10 June 2025"), True),
        (LAUNCH.format("3 June 2025"), LAUNCH.format("3 June"), False),
        (LAUNCH.format("3 June 2024"), LAUNCH.format("10 June 2025"), False),
        (LAUNCH.format("3 June 2025"), "The toy library opened on 10 June 2025.", False),
        (
            "The deadline for returns of case files is 4 May 2025.",
            "Returns of case files are due by 9 May 2025.",
            True,
        ),
        (
            "The neglect course is on 4 May 2025.",
            "The neglect course has moved from 4 May 2025 to 9 May 2025.",
            False,
        ),
        ("The next meeting is on 4 May 2025.", "The next meeting is on 9 May 2025.", False),
    ],
)
def test_two_days_of_one_event_disagree_unless_it_was_moved(disagreeing, one, other, differ):
    found = disagreeing(("Minutes", "14 September 2025", one), ("Annual report", "4 October 2025", other))
    assert found == ([{one, other}] if differ else [])


SO = "Carers in residential homes understand the form for missing children."
NOT_SO = "Carers in residential homes do not understand the form for missing children."


@pytest.mark.parametrize(
    ("first", "second", "day", "differ"),
    [
        (SO, NOT_SO, "4 December 2025", True),
        (NOT_SO, SO, "4 October 2025", True),
        (NOT_SO, SO, "4 December 2025", False),
        (NOT_SO, f"{SO[:-1]} now.", "4 October 2025", False),
        (SO, f"Some {NOT_SO[0].lower()}{NOT_SO[1:]}", "4 October 2025", False),
        (SO, NOT_SO.replace("form for missing children", "rota of visits"), "4 October 2025", False),
    ],
)
def test_a_finding_turned_round_is_a_disagreement_where_no_time_has_passed(
    disagreeing, first, second, day, differ
):
    found = disagreeing(("Audit of homes", "14 September 2025", first), ("Letter to the board", day, second))
    assert found == ([{first, second}] if differ else [])


@pytest.mark.parametrize("name", ["pendlecombe", "wexcombe", "harlsea", "tarnbrook"])
def test_a_hand_over_is_no_disagreement_and_a_denied_done_is_one(name):
    ((_, findings),) = results([], name)
    assert [one for one in findings if "contradictions" in one.kind and not one.right] == []


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        # Nearly the same words.
        ("The neglect audit looked at 18 children.", "The neglect audit looked at 24 children.", True),
        ("The joint chronology form is complete.", "The joint chronology form is still in draft.", True),
        (
            "The escalation policy is owned by Lorna Tarr.",
            "The escalation policy is owned by Gareth Pell.",
            True,
        ),
        (
            "Nurses took part in 9 of 20 strategy discussions.",
            "Nurses take part in nearly all strategy discussions.",
            True,
        ),
        # Other words for it.
        (
            "The dip sample of bruising referrals read 32 files.",
            "The bruising dip sample examined 28 files.",
            True,
        ),
        (
            "The handbook for kinship carers is finished.",
            "The handbook for kinship carers remains unfinished.",
            True,
        ),
        (
            "The lead for the bereavement pathway is Amina Roe.",
            "Colin Vetch leads on the bereavement pathway.",
            True,
        ),
        (
            "Fathers were seen in 14 of the 16 home visits.",
            "Fathers are seen in few home visits.",
            True,
        ),
        # Another thing, a part of it, another time or what is to be.
        ("The neglect audit looked at 18 children.", "The bruising audit looked at 24 children.", False),
        (
            "The neglect audit looked at 18 children.",
            "The next neglect audit will look at 24 children.",
            False,
        ),
        ("The joint chronology form is still in draft.", "The joint chronology form is complete.", False),
        (
            "The joint chronology form is complete.",
            "The guidance on the joint chronology form is still in draft.",
            False,
        ),
        (
            "The escalation policy is owned by Lorna Tarr.",
            "The escalation policy is now owned by Gareth Pell.",
            False,
        ),
        (
            "The escalation policy is owned by Lorna Tarr.",
            "The supervision policy is owned by Gareth Pell.",
            False,
        ),
        (
            "The escalation policy is owned by Ms Lorna Tarr.",
            "The escalation policy is owned by L Tarr.",
            False,
        ),
        (
            "Nurses took part in 9 of 20 strategy discussions.",
            "Nurses should take part in nearly all strategy discussions.",
            False,
        ),
        (
            "Nurses took part in 19 of 20 strategy discussions.",
            "Nurses take part in nearly all strategy discussions.",
            False,
        ),
        (
            "Nurses took part in 9 of 20 strategy discussions.",
            "Nurses now take part in nearly all strategy discussions.",
            False,
        ),
        (
            "Nurses took part in 9 of 20 strategy discussions.",
            "The police take part in nearly all strategy discussions.",
            False,
        ),
        (
            "In 2023-24 nurses took part in 9 of 20 strategy discussions.",
            "In 2025-26 nurses took part in nearly all strategy discussions.",
            False,
        ),
    ],
)
def test_what_two_papers_of_one_time_say_of_one_thing_excludes_each_other(disagreeing, one, other, differ):
    report = "Annual report 2025 to 2026"
    found = disagreeing(
        ("Minutes of the executive", "14 September 2025", one), (report, "4 October 2025", other)
    )
    assert found == ([{one, other}] if differ else [])


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (
            "7 of the 22 referrals held the views of the parents.",
            "The June 2025 audit of referrals found the views of parents in 17 of the 22 referrals.",
            True,
        ),
        (
            "7 of the 22 referrals held news from the previous area.",
            "The June 2025 audit of referrals found news from the previous area in 17 of the 22 referrals.",
            True,
        ),
        (
            "Feedback had gone to the referrer in 41% of cases.",
            "The June 2025 audit of referrals showed that feedback had gone to the referrer in 58% of cases.",
            True,
        ),
        (
            "Feedback had gone to the referrer in 41% of cases.",
            "The March 2024 audit of referrals said that feedback had gone to the referrer in 58% of cases.",
            False,
        ),
        (
            "Feedback had gone to the referrer in 41% of cases.",
            "In 2025 feedback went to the referrer in 58% of cases.",
            False,
        ),
    ],
)
def test_a_later_paper_that_tells_again_what_an_audit_found_is_held_to_it(disagreeing, one, other, differ):
    audit = ("Multi-agency audit of referrals", "18 June 2025", one)
    told = ("Yearly report 2025-26", "12 November 2025", other)
    assert disagreeing(audit, told) == ([{one, other}] if differ else [])


@pytest.mark.parametrize(("day", "differ"), [("20 June 2025", True), ("20 November 2025", False)])
def test_what_an_other_paper_soon_after_says_some_are_without_denies_that_all_have_it(
    disagreeing, day, differ
):
    every, four = (
        "Every school has a trained designated lead.",
        "Four schools are without a trained designated lead.",
    )
    papers = ("Section 11 summary", "14 March 2025", every), ("Minutes of the executive", day, four)
    assert disagreeing(*papers) == ([{every, four}] if differ else [])


def test_that_there_were_none_in_a_quarter_disagrees_with_its_count(disagreeing):
    table = "| Measure | Q1 2025-26 | Q2 2025-26 |\n|---|---|---|\n| Serious incidents notified | 0 | 2 |"
    none = "No serious incidents were notified in quarter {} of 2025-26."
    scorecard = ("Scorecard", "14 October 2025", table)
    assert len(disagreeing(scorecard, ("Report", "18 October 2025", none.format(2)))) == 1
    assert not disagreeing(scorecard, ("Report", "18 October 2025", none.format(1)))


def test_of_many_statements_in_the_same_words_the_newest_are_compared_and_that_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("assistant.contradictions.newest.MOST_ALIKE", 2)
    for day in (3, 4, 5):
        text = PAPER.format(
            title=f"Minutes of group {day}",
            day=f"{day} May 2025",
            sentence=f"The neglect strategy was launched on {day} March 2025.",
        )
        (tmp_path / f"paper{day}.md").write_text(text, encoding="utf-8")
    with library_of([tmp_path]) as library:
        found = find_contradictions(library, as_of="2025-12-31")
    assert len(found.contradictions) == 1
    assert found.uncompared
    assert not_compared(replace(found, uncompared=1)).endswith("1 older one was left out.")
    assert not_compared(replace(found, uncompared=0)) == ""
