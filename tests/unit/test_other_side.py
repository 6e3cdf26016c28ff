"""An answer that quotes one side of a known disagreement quotes the other with it."""

import pytest
from unit.disagreeing import write_papers

from assistant.answer import Answer, Statement
from assistant.composition.other_side import with_other_sides
from assistant.contradictions import known
from assistant.slices import Citations, Slice
from eval.actions import library_of
from ingest.filters import CURRENT, Filters
from ingest.library_view import LibraryView

DAY = "2026-01-01"
CLAIM, COUNT = "The briefing has reached every front-line team", "Of 31 front-line teams 9 had returned"


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    write_papers(folder)
    with library_of([folder]) as library:
        yield library


def answer(library, *quoted):
    citations = Citations(library)
    for source, words in quoted:
        record = library.record(source)
        start = library.text(record.id).index(words)
        citations.number(Slice(record.id, start, start + len(words)))
    cited = citations.all()
    said = tuple(Statement(f"“{one.quote}”", (one.n,)) for one in cited)
    return Answer(
        question="Why?",
        outcome="answered",
        verdict="One paper says so.",
        statements=said,
        citations=cited,
        as_of=DAY,
        library_version="v",
    )


def test_the_other_side_stands_last_and_the_verdict_tells_of_it(library):
    told = with_other_sides(answer(library, ("report.md", CLAIM)), library, CURRENT, DAY)
    assert told.statements[-1].text.startswith(f"Disagrees with [1]: “{COUNT}")
    assert told.citations[told.statements[-1].citations[0] - 1].document == "minutes.md"
    assert told.verdict == ("One paper says so. One statement known to disagree with this is quoted last.")


def test_of_two_that_are_quoted_the_verdict_tells_that_they_disagree(library):
    both = answer(library, ("report.md", "Annual report"), ("minutes.md", COUNT), ("report.md", CLAIM))
    told = with_other_sides(both, library, CURRENT, DAY)
    assert told.statements == both.statements
    assert told.verdict.endswith("[2] and [3] are known to disagree.")


def test_nothing_is_added_to_what_is_on_no_side_or_where_the_other_may_not_be_seen(library):
    claim, title = answer(library, ("report.md", CLAIM)), answer(library, ("report.md", "Annual report"))
    only = Filters(documents=(library.record("report.md").id,))
    assert with_other_sides(title, library, CURRENT, DAY) == title
    assert with_other_sides(claim, library, only, DAY) == claim
    assert with_other_sides(claim, library, CURRENT, "2024-10-01") == claim
    library.edit(library.record("minutes.md").id, label="confidential")
    try:
        seen = LibraryView(library, ["standard"])
        assert with_other_sides(claim, seen, CURRENT, DAY) == claim
        assert with_other_sides(claim, library, CURRENT, DAY) != claim
    finally:
        library.edit(library.record("minutes.md").id, label="standard")


def test_papers_are_compared_once_a_state_and_an_answer_stands_without(library, monkeypatch):
    pairs = known.known_pairs(library)
    assert len(pairs) == 1

    def fails(*_, **__):
        raise RuntimeError("compared again")

    monkeypatch.setattr(known, "find_contradictions", fails)
    assert known.known_pairs(library) == pairs
    library.edit(library.record("minutes.md").id, title="Minutes")
    assert known.known_pairs(library) == []
    claim = answer(library, ("report.md", CLAIM))
    assert with_other_sides(claim, library, CURRENT, DAY) == claim
