"""Counts by agency and theme, the look-back after twelve months, and the bodies behind owners."""

import pytest

from assistant.actions.action import Action, ActionRegister, Field
from assistant.actions.agencies import Agencies, by_role
from assistant.actions.sift import grouped, sifted
from assistant.actions.summary import by_agency, by_theme, look_backs, months_after
from assistant.answer import Citation


def action(id_, *agencies, document="plan", told=None, **fields):
    progress = (Field("Done", (1,), told),) if told else ()
    given = {"status": "open", "timing": "no_date", "due": None, "evidence": None, "impact": None, **fields}
    return Action(
        id=id_, recommendation_id=None, document_id=document, text=Field("Train", (1,)), owner=None,
        due_words=None, progress=progress, agencies=agencies, **given,
    )  # fmt: skip


def register(*actions):
    citation = Citation(
        n=1, document_id="plan", document_sha256="", document="plan.md", path="", title="", published=None,
        page_index=None, page_label=None, heading="", start=0, end=5, quote="Train",
    )  # fmt: skip
    return ActionRegister("2025-06-30", "1", actions, (citation,))


def test_an_action_of_two_agencies_counts_for_each():
    counts = by_agency([action("a", "Police", "Council"), action("b", "Police", status="done")], "2025-06-30")
    assert [(one.name, len(one.actions), one.having("done")) for one in counts] == [
        ("Police", 2, 1),
        ("Council", 1, 0),
    ]


def test_the_theme_report_counts_what_was_reported_in_the_quarter():
    days = ("2025-05-02", "2025-01-02")
    told = [action(day, told=day, themes=("neglect",)) for day in days]
    assert [(one.name, one.reported) for one in by_theme(told, "2025-06-30")] == [("neglect", 1)]


def test_a_review_is_looked_back_on_when_its_actions_are_reported_twelve_months_later():
    early, late = action("a", document="r", told="2024-08-01"), action("b", document="r", told="2025-06-01")
    (found,) = look_backs(register(early, late), {"r": "2024-05-22"}, [early, late])
    assert (found.due, found.seen) == ("2025-05-22", (late,))


def test_a_review_of_less_than_twelve_months_ago_is_not_yet_looked_back_on():
    one = action("a", document="r")
    assert look_backs(register(one), {"r": "2024-07-22"}, [one]) == []


def test_months_end_with_their_last_day():
    assert [months_after("2025-06-30", -4), months_after("2025-05-31", 1)] == ["2025-02-28", "2025-06-30"]


def test_single_agency_actions_are_those_of_one_body():
    both = register(action("a", "Police"), action("b", "Police", "Council"), action("c"))
    assert [one.id for one in sifted(both, single_agency=True).actions] == ["a"]
    assert grouped(both, "agency") == {"Police": 2, "Council": 1, "no agency named": 1}


def test_a_person_stands_for_the_body_that_the_minutes_put_behind_the_name(library, put):
    put("m.txt", "Present: Hester Pettifer (Wendlemoor Police); Ivor Moss (lay member)", kind="minutes")
    id_ = put("p.txt", "Plan", kind="action_plan", subject="Exmoor")
    bodies = Agencies(library)
    assert bodies.of("Hester Pettifer", id_) == ("Wendlemoor Police",)
    assert bodies.of("Ivor Moss", id_) == ()
    assert bodies.of("The Partnership’s managers and the police", id_)[-1] == "Police"


@pytest.mark.parametrize(
    ("owner", "bodies"),
    [
        ("Director of Children's Services", ("Harrow Council",)),
        ("DCS", ("Harrow Council",)),
        ("Head of Safeguarding", ("Harrow Children’s Social Care",)),
        (
            "Designated Nurse and Detective Superintendent",
            ("Integrated Care Board", "Police"),
        ),
        ("Chief Executive", ()),
        ("Ahead of safeguarding week", ()),
    ],
)
def test_a_role_is_its_body_and_a_role_of_several_bodies_is_nobodys(owner, bodies):
    assert by_role(owner, "Harrow") == bodies
