"""The first reading of many documents, shared out: the same facts, and no harm where a process fails."""

import pytest

from assistant.key_questions import read_ahead as step
from assistant.key_questions.questions import ledgers
from ingest import near_copies
from ingest.document import Block

SAID = "In year {}, children’s views influence the board’s plans and services."


@pytest.fixture
def papers(library, put):
    """Six inspections of Exmoor of one paragraph each."""
    for year in range(2018, 2024):
        text = SAID.format(year)
        put(
            f"{year}.txt",
            text,
            blocks=(Block("paragraph", 0, len(text)),),
            kind="inspection",
            subject="Exmoor",
            published=f"{year}-03-01",
        )
    return library


def kept(library):
    """Every file of derived facts by its name, as bytes."""
    return {file.name: file.read_bytes() for file in (library.folder / "derived").iterdir()}


def read(library, **options):
    records = library.documents()
    step.read_ahead(library, records, {record.id for record in records}, **options)


def test_it_keeps_the_same_bytes_whatever_the_number_of_processes(papers, monkeypatch):
    read(papers, processes=3, least=1)
    monkeypatch.setattr(near_copies, "_sketches", {})  # as in a process that has read nothing
    shared = kept(papers)
    for file in (papers.folder / "derived").iterdir():
        file.unlink()
    ids = [record.id for record in papers.documents()]
    step.read_part(papers, ids, ids, ())
    assert shared == kept(papers)
    assert len([name for name in shared if name.endswith(".statements.json")]) == 6


def test_reading_in_leaves_nothing_to_be_worked_out_and_tells_how_far_it_is(papers, monkeypatch):
    told = []
    monkeypatch.setattr(step, "EACH", 2)
    step.read_in(papers, told.append, processes=3)
    names = [name.split(".", 1)[1] for name in kept(papers)]
    assert {name: names.count(name) for name in names} == dict.fromkeys(
        ("sketch.json", "statements.json", "actions.json", "recommendations.json", "claims.json"), 6
    )
    assert [(one.phase, one.done, one.total) for one in told] == [("ledgers", 3, 6), ("ledgers", 6, 6)]
    step.read_in(papers, told.append)
    assert len(told) == 2  # nothing is read again


def test_a_document_that_cannot_be_read_so_stops_no_other(papers, monkeypatch):
    first = papers.documents()[0].id
    reading = step.kept_statements

    def fail(library, record, known):
        if record.id == first:
            raise RecursionError
        return reading(library, record, known)

    monkeypatch.setattr(step, "kept_statements", fail)
    step.read_in(papers, lambda _: None, processes=1)
    assert len([name for name in kept(papers) if name.endswith(".claims.json")]) == 5


def test_a_helper_that_fails_leaves_its_part_to_be_read_later(papers, monkeypatch):
    monkeypatch.setattr(step, "CHILD", "no.such.module")
    read(papers, processes=2, least=1)
    assert len([name for name in kept(papers) if name.endswith(".statements.json")]) == 3
    (found,) = ledgers(papers, ["feedback"], subject="Exmoor", as_of="2026-01-01")
    assert len(found.for_) + len(found.earlier) == 6


def test_few_documents_start_no_process(papers, monkeypatch):
    def refuse(asked):
        raise AssertionError("a process was started")

    monkeypatch.setattr(step, "_start", refuse)
    read(papers, processes=4)
    read(papers, processes=1, least=1)
    assert not (papers.folder / "derived").exists()


def test_what_is_kept_already_is_not_read_again(papers, monkeypatch):
    read(papers, processes=2, least=1)
    monkeypatch.setattr(step, "_start", None)
    read(papers, processes=2, least=1)
