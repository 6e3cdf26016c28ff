"""Heard actions: what the register of actions says was done about what children and families asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.actions.sources import Sources
from assistant.actions.terms import kinds_of_report, terms_of
from assistant.key_questions.dates import dated
from assistant.key_questions.material import Material
from assistant.key_questions.said import Said
from assistant.slices import Slice
from ingest.records import DocumentRecord
from prompts import load_data

DONE = ("done", "evidenced", "impact_shown")
NAMED = 2
"""So many words of a paper's name must stand in an action for it to be about who speaks there."""


def heard_actions(material: Material) -> Iterator[Said]:
    """The latest report, or else the row, of each action that is done and whose source, or whose own words,
    name a paper in which children or families speak.
    """
    from assistant.actions.track import track

    papers = [record for record in material.own_documents if _speaks(record, material)]
    if not papers:
        return
    called = Sources((one.id, _name(one), dated(one)) for one in material.own_documents)
    register = track(material.library, as_of=material.as_of, subject=material.subject.name or None)
    places = {one.n: Slice.of(one) for one in register.citations}
    for action in register.actions:
        fields = [field for field in (action.standing, action.text) if field]
        said = [one for field in fields if (one := material.said_at(places[field.citations[0]]))]
        if said and action.status in DONE and _answers(action.text.text, said, papers, called):
            yield said[0]


def _speaks(record: DocumentRecord, material: Material) -> bool:
    """Is most of a paper in the words of children, families or staff?"""
    said = material.by_document.get(record.id, ())
    return 2 * sum(one.basis == "voice" for one in said) > len(said)


def _answers(text: str, said: Sequence[Said], papers: Sequence[DocumentRecord], called: Sources) -> bool:
    asked_by = re.compile("|".join(load_data("actions/columns.yaml")["requested_by"]))
    sources = [
        cell for one in said for name, cell in one.columns().items() if cell and asked_by.fullmatch(name)
    ]
    speaking = {paper.id for paper in papers}
    if any(called.meant(source) and called.meant(source) <= speaking for source in sources):
        return True
    return any(
        len(terms_of(text) & (terms_of(_name(paper)) - kinds_of_report())) >= NAMED for paper in papers
    )


def _name(record: DocumentRecord) -> str:
    return f"{record.title} {record.source}".replace("_", " ").replace(".", " ").replace("-", " ")
