"""Actions followed through plans, minutes and later papers, on small papers written to a folder."""

from __future__ import annotations

import pytest

from assistant.actions.track import track
from eval.actions import library_of

PLAN = """Quenby Safeguarding Children Partnership: action plan
Position at 30 April 2024

Ref,Recommendation,Action,Lead,By when,Progress
1,Thresholds are understood,Publish a threshold guide,Business manager,31 July 2024,{progress}
"""
REPORT = """# Quenby Safeguarding Children Partnership: yearly report

Published on 17 September 2024

{sentence}
"""


@pytest.fixture
def tracked(tmp_path):
    """The actions of papers given as `name=text`, judged at the end of 2024."""

    def follow(as_of="2024-12-31", **papers):
        paths = []
        for name, text in papers.items():
            path = tmp_path / name.replace("__", ".")
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        with library_of(paths) as library:
            return track(library, as_of=as_of)

    return follow


def plan(progress):
    return PLAN.format(progress=progress)


def report(sentence):
    return REPORT.format(sentence=sentence)


def test_every_field_is_the_exact_slice_of_its_document(tracked):
    register = tracked(plan__csv=plan("Complete. Guide issued 4 March 2024"))
    action = register.actions[0]
    assert (
        action.text.text
        == register.citations[action.text.citations[0] - 1].quote
        == "Publish a threshold guide"
    )
    assert action.due == "2024-07-31"
    assert action.owner
    assert action.owner.text == "Business manager"


@pytest.mark.parametrize(
    ("progress", "status", "timing"),
    [
        ("Complete. Guide issued 4 March 2024", "done", "on_time"),
        ("Guide issued 4 June 2024", "open", "not_reported_since"),
        ("In draft", "open", "not_reported_since"),
        (
            "Complete in December 2023. Dip sample found it quoted in 22 of 25",
            "evidenced",
            "on_time",
        ),
        ("Superseded by action 4", "rejected", "no_date"),
        ("Already in place before the review", "already_done", "no_date"),
        ("Draft complete", "open", "not_reported_since"),
    ],
)
def test_a_progress_cell_is_read_by_its_words(tracked, progress, status, timing):
    action = tracked(plan__csv=plan(progress)).actions[0]
    assert (action.status, action.timing) == (status, timing)


def test_silence_after_the_due_day_is_not_called_overdue(tracked):
    assert tracked(plan__csv=plan("On track")).actions[0].timing == "not_reported_since"


def test_a_later_paper_that_says_it_is_not_done_makes_it_overdue(tracked):
    papers = {
        "plan__csv": plan("On track"),
        "report__md": report("The threshold guide has not been issued."),
    }
    assert tracked(**papers).actions[0].timing == "overdue"


def test_before_its_day_an_action_is_due_later(tracked):
    assert tracked("2024-06-15", plan__csv=plan("On track")).actions[0].timing == "due_later"


def test_papers_of_another_area_report_on_nothing_here(tracked):
    other = report("The threshold guide has not been issued.").replace("Quenby", "Varleigh")
    more = plan("").replace("Quenby", "Varleigh").replace("Publish a threshold guide", "Hold a conference")
    register = tracked(plan__csv=plan("On track"), report__md=other, more__csv=more)
    assert register.actions[0].timing == "not_reported_since"


def test_figures_before_and_after_show_impact(tracked):
    sentence = "Referrals that quote the threshold guide have risen from 9 to 41."
    papers = {"plan__csv": plan("Complete. Guide issued 4 March 2024"), "report__md": report(sentence)}
    action = tracked(**papers).actions[0]
    assert action.status == "impact_shown"
    assert action.impact
    assert action.impact.text == sentence


def test_a_bullet_is_no_part_of_what_a_report_says(tracked):
    said = "The threshold guide has not been issued."
    text = f"Quenby Safeguarding Children Partnership\n\nPublished on 17 September 2024\n\n• {said}\n"
    assert tracked(plan__csv=plan("On track"), report__txt=text).actions[0].latest.text == said
