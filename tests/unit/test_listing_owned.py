"""Questions for the actions of one plan, of one owner, and for whether one thing is done."""

from __future__ import annotations

import pytest
from papers import library_with

from assistant.actions.sift import names_body, sifted
from assistant.actions.track import track
from assistant.listing.actions import actions_answer
from assistant.listing.actions_asked import form_of
from eval.actions import library_of
from ingest.filters import Filters

WREN = """Ferring Safeguarding Children Partnership: plan after the review of Wren
Position at 4 June 2024

Ref,Action,Lead,Due,Progress
2.1,Hire a play therapist for the clinic,"Lena Orr, Ferring ICB",31 January 2024,Not started
2.2,Quiet room at the clinic,"Piet Voss, Ferring Police",29 February 2024,Complete
2.3,Leaflet about Wren,Lena Orr,31 March 2024,Complete
"""
LIVE = """Ferring Safeguarding Children Partnership: live tracker
Updated 2 July 2024

ID,Source,Action,Owner,Deadline,Update
K1,Board,Bench by the skate park,Piet Voss,,Two evening walks a week since May
K2,Board,Talk about Wren to the choir,Rhona Quill,31 August 2024,
K3,Board,Mend the front step,,31 May 2024,Nobody has it
"""
REPORT = """# Ferring Safeguarding Children Partnership: how the plan for Wren stands

Date of report: 4 June 2024

Of the three actions in the plan two are complete and one has not started.
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    papers = {"wren.csv": WREN, "live.csv": LIVE, "report.md": REPORT}
    with library_with(tmp_path_factory.mktemp("plans"), papers) as library:
        yield library


def said(held, text):
    answer = actions_answer(text, held, Filters(), "2024-07-31")
    return answer and " / ".join([answer.verdict, *(one.text for one in answer.statements)])


@pytest.mark.parametrize(
    ("text", "state", "words"),
    [
        ("list everything Lena Orr has to do", "any", "Lena Orr"),
        ("what does Lena Orr still have to do", "open", "Lena Orr"),
        ("what has the police promised to do", "promised", "the police"),
        ("has the quiet room been finished yet", "whether", "the quiet room"),
    ],
)
def test_forms_of_questions_name_an_owner_or_a_thing(text, state, words):
    form = form_of(text)
    assert (form.state, form.words) == (state, words)


@pytest.mark.parametrize(
    "text", ["what do children have to do with it", "how was the plan made", "who is Lena Orr"]
)
def test_other_questions_have_no_such_form(text):
    assert form_of(text) is None


def test_a_plan_is_known_by_its_name_and_not_by_who_else_speaks_of_it(held):
    told = said(held, "How many of the Wren actions are done?")
    assert "2 actions (Wren)" in told
    assert "choir" not in told


def test_an_owner_and_the_body_behind_are_known(held):
    told = said(held, "what does Lena Orr still have to do?")
    assert "play therapist" in told
    assert "Leaflet" not in told
    assert "Bench" in said(held, "what has the police promised to do?")
    assert "play therapist" in said(held, "what is overdue for the ICB?")


def test_what_a_group_nobody_leads_an_action_for_has_to_do_is_left_to_the_search(held):
    assert said(held, "what do lodgers have to do?") is None
    assert said(held, "what does the police have to do?") is None


def test_whether_one_thing_is_done_is_told_with_its_last_word(held):
    told = said(held, "has the play therapist been hired and started?")
    assert told is None or "Overdue" in told
    assert "Overdue" in said(held, "has the play therapist for the clinic been started?")
    assert said(held, "has the clinic been finished?") is None


def test_what_is_due_by_a_day_to_come_is_listed(held):
    assert "choir" in said(held, "what is due before September?")
    assert said(held, "what is due before the next meeting?") is None


def test_what_a_plan_shows_in_a_colour_is_listed_by_its_newest_paper(tmp_path):
    for name, day, first, second in (("old", "4 June", "R", "G"), ("new", "9 July", "A", "Red")):
        text = (
            f"Ferring Safeguarding Children Partnership: lamp plan\nPosition at {day} 2024\n\n"
            "Ref,Action,Lead,Due,Progress,RAG\n"
            f"1,Order 30 lamps,Lena Orr,31 August 2024,Ordered some,{first}\n"
            f"2,Paint the long corridor,Piet Voss,31 August 2024,Half,{second}\n"
        )
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    with library_of([tmp_path]) as library:
        told = said(library, "what is red on the lamp plan?")
        assert "long corridor" in told
        assert "30 lamps" not in told
        assert said(library, "what is purple?") is None


def test_being_done_is_not_done(held):
    told = said(held, "is anything being done about the skate park?")
    assert "Two evening walks" in told
    assert "Two evening walks" in said(held, "has anything been done about the skate park?")
    assert said(held, "is anything being done about this?") is None


def test_an_action_without_an_owner_and_one_not_begun_are_found(held):
    assert "front step" in said(held, "which actions have no owner?")
    assert "play therapist" in said(held, "which actions has nobody started?")


def test_a_body_is_known_by_its_short_form_and_its_sort(held):
    assert names_body("ICB", "Ferring Integrated Care Board")
    assert names_body("health", "Ferring Integrated Care Board")
    assert not names_body("ICB", "Ferring Police")
    register = track(held, as_of="2024-07-31")
    assert [one.number for one in sifted(register, agency=["ICB"]).actions] == ["2.1", "2.3"]


def test_no_icb_is_made_of_an_nhs_trust():
    from assistant.register.bodies import agencies_in

    assert agencies_in("Ferring Community Health NHS Trust") == ("Ferring Community Health NHS Trust",)
    assert agencies_in("NHS Ferring") == ("Ferring Integrated Care Board",)
