"""A draft beside its final is noticed by what both call themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.actions.track import track
from assistant.answer import Answer
from assistant.composition.superseded import with_drafts
from assistant.evidence import Evidence
from assistant.listing.actions import actions_answer
from assistant.ordering.by_paper import finals_first
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from eval.actions import library_of
from ingest.earlier_versions import earlier_versions
from ingest.filters import CURRENT
from ingest.passage import Passage
from tests.unit.test_superseded import REFUSED, cited


def named(library):
    found = earlier_versions(library.documents())
    return {library.record(id_).source: final.source for id_, final in found.items()}


def test_a_paper_that_calls_itself_a_draft_is_asked_about_beside_the_one_of_its_title(library, put):
    put("return_v0.2.txt", "One.", title="Yearly return 2023-24 (draft for comment)", kind="section_11")
    put("return.txt", "Two.", title="Yearly return 2023-24", kind="section_11")
    put("older.txt", "Three.", title="Yearly return 2022-23", kind="section_11")
    assert named(library) == {"return_v0.2.txt": "return.txt"}


@pytest.mark.parametrize(
    "title",
    [
        "Review: Idris (DRAFT v4, for the panel only)",
        "Review: Idris [not for publication]",
        "DRAFT Review: Idris - not for release",
        "Review: Idris - draft 3 May 2024",
        "Review: Idris, draft of May 2024",
        "Draft v0.2 (03.05.24) Review: Idris",
    ],
)
def test_what_stands_in_brackets_with_the_word_draft_and_its_day_are_no_part_of_a_title(library, put, title):
    put("early.txt", "One.", title=title, kind="lcspr")
    put("late.txt", "Two.", title="Review: Idris", kind="lcspr")
    put("other.txt", "Three.", title="Review: Idris (overview)", kind="lcspr")
    assert named(library) == {"early.txt": "late.txt"}


def test_a_draft_and_a_final_of_other_days_are_one_paper_and_two_meetings_are_two(library, put):
    put("early.txt", "One.", title="Audit of neglect: draft 3 May 2024", kind="audit")
    put("late.txt", "Two.", title="Audit of neglect: final, 12 June 2024", kind="audit")
    put("may.txt", "Three.", title="Draft minutes of the board, 3 May 2024", kind="minutes")
    put("june.txt", "Four.", title="Minutes of the board, 7 June 2024", kind="minutes")
    assert named(library) == {"early.txt": "late.txt"}


def test_two_papers_of_one_title_that_call_themselves_nothing_are_two_papers(library, put):
    put("a.txt", "One.", title="Minutes of the board", kind="minutes")
    put("b.txt", "Two.", title="Minutes of the board", kind="minutes")
    put("draft minutes.txt", "Three.", title="Minutes of the board", kind="minutes")
    assert named(library) == {}


def test_an_answer_that_quotes_a_draft_says_so_and_how_to_leave_it_out(library, put):
    draft = put("old plan.txt", "One.", title="Business plan for Exmoor", kind="business_plan")
    put("plan.txt", "Two.", title="Business plan for Exmoor", kind="business_plan")
    answer: Answer = replace(REFUSED, outcome="answered", citations=(cited(library.record(draft)),))
    (gap,) = with_drafts(answer, library).gaps
    assert "old plan.txt looks like an earlier version of plan.txt" in gap.what
    assert gap.where.startswith(f"scrutiny supersede {draft[:8]}")
    assert not gap.searched
    assert with_drafts(REFUSED, library) is REFUSED


def test_a_final_answers_before_its_draft_unless_the_draft_is_asked_for(library, put):
    put("budget draft.txt", "The budget was £40.", title="Yearly return 2023-24 (draft)", kind="section_11")
    put("budget.txt", "The budget was £50.", title="Yearly return 2023-24", kind="section_11")
    records = {record.id: record for record in library.documents()}
    ranked = sorted((told_by(id_) for id_ in records), key=lambda item: records[paper_of(item)].source)
    draft, final = ranked
    assert finals_first(understand("What was the budget?"), ranked, records) == [final, draft]
    assert finals_first(understand("What does the draft say of the budget?"), ranked, records) == ranked
    assert finals_first(
        understand("What was the budget?"), [draft], {paper_of(draft): records[paper_of(draft)]}
    ) == [draft]


def told_by(id_):
    passage = Passage(id_, id_, 0, 19, "The budget was £40.")
    return Evidence(Found(passage, 1.0, 0.5, 1.0, 1.0), 0, 19, passage.text, 0.5, 0.5)


def paper_of(item):
    return item.found.passage.document_id


PLAN = """# Ferring: exploitation action plan

Date: {day}

| No. | Action | Owner | Due |
|---|---|---|---|
| 1 | {action} | Lena Orr | 31 July 2026 |
"""


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("Train taxi drivers", "Train licensed drivers and hotel staff"), ["Train licensed drivers"]),
        (("Train taxi drivers", ""), ["Train taxi drivers"]),
    ],
)
def test_an_action_of_a_draft_is_not_counted_beside_its_final_s(tmp_path, texts, told):
    for name, day, action in zip(("draft", "final"), ("2 March 2026", "30 March 2026"), texts, strict=True):
        text = PLAN.format(day=day, action=action) if action else "# Ferring: exploitation action plan\n"
        (tmp_path / f"plan {name}.md").write_text(text, encoding="utf-8")
    with library_of([tmp_path]) as library:
        register = track(library, as_of="2026-06-01")
        asked = actions_answer("Which actions are open?", library, CURRENT, "2026-06-01")
    assert [one.text.text[: len(told[0])] for one in register.actions] == told
    said = [] if told == ["Train taxi drivers"] else register.left_out
    assert [gap.what for gap in asked.gaps] == said == register.left_out
    assert said == [] or "plan draft.md are not counted: plan final.md" in said[0]
