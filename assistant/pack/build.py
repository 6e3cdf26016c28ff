"""Build: the material of one library → the pack, the same for every format."""

from __future__ import annotations

from collections import Counter

from assistant.in_words import filled, version_in_words
from assistant.pack.document import Block, Note, PackDocument, Source
from assistant.pack.material import PackMaterial
from assistant.pack.notes import Notes
from assistant.pack.parts.actions import actions_blocks
from assistant.pack.parts.board import board
from assistant.pack.parts.disagreements import disagreement_blocks
from assistant.pack.parts.log import log_blocks
from assistant.pack.parts.question import question_blocks
from assistant.pack.parts.smart import smart_blocks
from assistant.pack.parts.sources import reading_blocks, source_of, sources_blocks, unread_blocks
from assistant.pack.shown import LENGTH, day_words, period_words, shown
from assistant.pack.wording import wording


def build(material: PackMaterial) -> PackDocument:
    """The pack. The same material gives the same pack."""
    length = _id_length([record.id for record in material.documents])
    notes = Notes(length)
    blocks: list[Block] = board(material, notes)
    for number, ledger in enumerate(material.ledgers, 1):
        blocks += question_blocks(number, ledger, material, notes)
    blocks += actions_blocks(material, notes)
    blocks += disagreement_blocks(material, notes)
    blocks += smart_blocks(material, notes)
    blocks += log_blocks(material, notes)
    blocks += unread_blocks(material)
    sources = _sources(material, notes.all(), length)
    blocks += sources_blocks(sources, material.subject)
    blocks += reading_blocks(len(notes.all()))
    return PackDocument(
        title=wording("title"),
        subject=shown(material.subject) or shown(material.framework),
        marking=shown(material.marking),
        facts=_facts(material),
        statement=wording("statement"),
        blocks=tuple(blocks),
        notes=notes.all(),
        sources=sources,
        as_of=material.as_of,
        library_version=material.library_version,
    )


def _facts(material: PackMaterial) -> tuple[tuple[str, str], ...]:
    names = wording("facts")
    values = {
        "framework": shown(material.framework),
        "period": period_words(material.period),
        "as_of": day_words(material.as_of),
        "documents": _documents(material),
        "version": shown(version_in_words(material.library_version)),
    }
    return tuple((names[name], value) for name, value in values.items() if value)


def _documents(material: PackMaterial) -> str:
    """How many documents the library holds, and how many of them its ledgers weigh."""
    weighed, every = max((ledger.weighed for ledger in material.ledgers), default=0), len(material.documents)
    if not weighed or weighed == every:
        return str(every)
    return filled(wording("weighed"), weighed=weighed, every=every)


def _sources(material: PackMaterial, notes: tuple[Note, ...], length: int) -> tuple[Source, ...]:
    places = [place for note in notes for place in (note.place, *(also for also, _ in note.also))]
    cited = Counter(place.reference.partition(":")[0] for place in places)
    times = {record: cited[record.id[:length]] for record in material.documents}
    return tuple(
        source_of(record, length, number)
        for record, number in times.items()
        if number or record.id not in material.others
    )


def _id_length(ids: list[str]) -> int:
    length = LENGTH
    while len({one[:length] for one in ids}) < len(ids):
        length += 1
    return length
