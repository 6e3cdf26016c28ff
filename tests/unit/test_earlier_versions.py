"""A draft beside its final is noticed by what both call themselves."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer
from assistant.composition.superseded import with_drafts
from ingest.earlier_versions import earlier_versions
from tests.unit.test_superseded import REFUSED, cited


def named(library):
    found = earlier_versions(library.documents())
    return {library.record(id_).source: final.source for id_, final in found.items()}


def test_a_paper_that_calls_itself_a_draft_is_asked_about_beside_the_one_of_its_title(library, put):
    put("return_v0.2.txt", "One.", title="Yearly return 2023-24 (draft for comment)", kind="section_11")
    put("return.txt", "Two.", title="Yearly return 2023-24", kind="section_11")
    put("older.txt", "Three.", title="Yearly return 2022-23", kind="section_11")
    assert named(library) == {"return_v0.2.txt": "return.txt"}


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
