"""Of papers about one place the newest stands first."""

from dataclasses import replace

from assistant.composition.age import newest_first
from assistant.evidence import Evidence
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from ingest.library import DocumentRecord
from ingest.passage import Passage


def record(name, subject):
    return DocumentRecord(
        name, name, "audit", None, subject, None, None, "", name, name, "", 1, 1, 0, (), None, ""
    )


def said(document, published, score, kind_fits=False):
    passage = Passage(document, document, 0, 5, "Audit")
    found = Found(passage, 1.0, 0.5, 0.0, 1.0, kind_fits=kind_fits)
    return Evidence(found, 0, 5, score, score, published=published)


OLD, NEW = said("a", "2019-01-01", 1.0), said("b", "2023-01-01", 0.95)
ONE_PLACE = [record("a", "Melford"), record("b", "Melford")]


def order(text, *items, records=ONE_PLACE):
    groups = newest_first(
        understand(text, {"Melford"}), [[item] for item in items], {one.id: one for one in records}
    )
    return [group[0].found.passage.document_id for group in groups]


def test_the_newest_of_near_equals_stands_first():
    assert order("Are Melford's audits regular?", OLD, NEW) == ["b", "a"]


def test_what_is_clearly_better_stays_first_however_old():
    assert order("Are Melford's audits regular?", OLD, replace(NEW, score=0.5)) == ["a", "b"]


def test_the_past_and_other_places_keep_their_order():
    assert order("Were Melford's audits regular?", OLD, NEW) == ["a", "b"]
    assert order("Are Melford's audits regular in 2019?", OLD, NEW) == ["a", "b"]
    places = [record("a", "Melford"), record("b", "Thornholt")]
    assert order("Are Melford's audits regular?", OLD, NEW, records=places) == ["a", "b"]


def test_where_no_place_is_named_the_order_stays():
    assert order("Are audits regular?", OLD, NEW) == ["a", "b"]


def test_a_paper_of_the_kind_asked_for_stays_before_others():
    assert order("Does Melford's audit say so?", said("a", "2019-01-01", 1.0, kind_fits=True), NEW) == [
        "a",
        "b",
    ]
