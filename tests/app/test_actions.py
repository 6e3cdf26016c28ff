"""`scrutiny actions` over a fake library: what it prints, filters and refuses."""

import json
from dataclasses import replace

import jsonschema
import pytest

from assistant.actions.sift import counts, grouped, overdue_besides, sifted, silent_besides
from assistant.actions.track import track
from assistant.contradictions.find import find_contradictions
from assistant.machine.actions import actions_object, contradictions_object
from assistant.machine.text import schema_of
from assistant.render.actions import action_paragraphs
from eval.actions import GOLD, library_of


@pytest.fixture(scope="module")
def register():
    with library_of([GOLD / "elmwick"]) as library:
        yield track(library, as_of="2024-12-15")


def test_the_register_fits_its_schema(register):
    jsonschema.Draft202012Validator(schema_of("actions")).validate(actions_object(register, "owner"))


def test_contradictions_fit_their_schema_and_are_the_same_each_time():
    with library_of([GOLD / "disagreements"]) as library:
        found = [contradictions_object(find_contradictions(library, as_of="2025-11-30")) for _ in range(2)]
    jsonschema.Draft202012Validator(schema_of("contradictions")).validate(found[0])
    assert found[0]["contradictions"]
    assert json.dumps(found[0]) == json.dumps(found[1])


def test_filters_keep_what_passes_all_of_them_and_the_counts_follow(register):
    kept = sifted(register, status=["open"], timing=["overdue"])
    assert [action.number for action in kept.actions] == ["A3"]
    assert counts(kept)["status"]["open"] == 1
    assert grouped(register, "owner")["Named Doctor"] == 2


def test_a_dip_sample_can_be_drawn_again(register):
    draw = [action.id for action in sifted(register, dip_sample=3).actions]
    assert len(draw) == 3
    assert draw == [action.id for action in sifted(register, dip_sample=3).actions]


def test_a_listing_of_overdue_actions_says_how_many_are_due_without_a_report(register):
    silent = sifted(register, timing=["not_reported_since"]).actions
    none = replace(register, actions=())
    told = " ".join(one.text for one in action_paragraphs(none, silent=len(silent)))
    assert f"Past due without a later report: {len(silent)} action" in told
    assert "scrutiny actions --timing not_reported_since" in told
    assert "none" not in told
    assert "Past due" not in " ".join(one.text for one in action_paragraphs(register))


def test_a_listing_of_those_done_late_says_that_overdue_is_another_thing(register):
    late = sifted(register, timing=["late"])
    overdue = len(sifted(register, timing=["overdue"]).actions)
    assert overdue_besides(register, timing=["late"]) == overdue
    assert overdue_besides(register, timing=["late", "overdue"]) is None
    assert overdue_besides(register, timing=[]) is None
    told = " ".join(one.text for one in action_paragraphs(late, overdue=overdue))
    assert f"Overdue: {overdue} action" in told
    assert "scrutiny actions --timing overdue" in told


def test_the_silent_ones_are_counted_only_where_overdue_ones_are_asked_for_without_them(register):
    silent = len(sifted(register, timing=["not_reported_since"]).actions)
    assert silent_besides(register, timing=["overdue"]) == silent
    assert silent_besides(register, timing=["overdue", "not_reported_since"]) == 0
    assert silent_besides(register, timing=[]) == 0
    assert silent_besides(register, timing=["overdue"], owner=["nobody of that name"]) == 0


def test_a_status_that_does_not_exist_is_a_usage_error(scrutiny):
    assert scrutiny("actions", "--status", "finished").code == 2
