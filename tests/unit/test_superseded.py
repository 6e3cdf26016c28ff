from dataclasses import replace

from assistant.answer import Answer, Citation
from assistant.composition.superseded import with_superseded
from ingest.filters import Filters

REFUSED = Answer("Why?", "not_found", "", "2026-01-01", "v1", (), (), (), (), (), "None.")


def cited(document):
    return Citation(
        1,
        document.id,
        "0" * 64,
        document.source,
        "",
        "",
        None,
        None,
        None,
        "",
        0,
        1,
        "O",
        "text",
        document.superseded_by,
    )


def test_a_refusal_says_that_a_superseded_document_alone_holds_the_answer(library, put):
    old = put("a.txt", "Old.")
    put("a.txt", "New.")
    asked = []

    def ask(filters):
        asked.append(filters.documents)
        return replace(REFUSED, outcome="answered", citations=(cited(library.record(old)),))

    answer = with_superseded(REFUSED, library, Filters(), ask)
    assert asked == [(old,)]
    assert answer.outcome == "not_found"
    assert answer.reason == "Only a version that has been superseded answers this: a.txt (now a.txt)."
    assert [citation.superseded_by for citation in answer.nearest] == [library.record("a.txt").id]


def test_nothing_is_said_where_the_old_version_does_not_answer_either_or_there_is_none(library, put):
    put("a.txt", "Old.")
    assert with_superseded(REFUSED, library, Filters(), lambda _: 1 / 0) is REFUSED
    put("a.txt", "New.")
    assert with_superseded(REFUSED, library, Filters(), lambda _: REFUSED) is REFUSED
    answered = replace(REFUSED, outcome="answered")
    assert with_superseded(answered, library, Filters(), lambda _: 1 / 0) is answered


def test_an_answer_that_lacks_a_part_names_the_superseded_document_that_has_it(library, put):
    old = put("a.txt", "Old.")
    put("a.txt", "New.")
    whole = replace(REFUSED, outcome="answered", citations=(cited(library.record(old)),))
    part = replace(REFUSED, outcome="partly")
    answer = with_superseded(part, library, Filters(), lambda _: whole)
    assert [(gap.what, gap.where) for gap in answer.gaps] == [
        ("Only a version that has been superseded has all of this", "a.txt")
    ]
    assert with_superseded(part, library, Filters(), lambda _: part) is part
