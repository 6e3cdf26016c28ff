"""Found again: what an earlier paper of the area recommended and a later one recommends once more."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.key_questions.dates import dated
from assistant.key_questions.material import Material
from assistant.slices import Slice
from ingest.records import DocumentRecord

LIKELY = 5.7
"""The least score of a pair: with the few requests of one area, chance likeness counts for more."""


@dataclass(frozen=True, slots=True)
class Again:
    """Two requests of two papers: the earlier and the later one, with their documents."""

    earlier: Slice
    later: Slice
    asked_in: DocumentRecord
    found_in: DocumentRecord


def found_again(material: Material) -> list[Again]:
    """The pairs whose later paper falls into the period, the likeliest earlier request for each."""
    from assistant.register.asked_before import asked_before
    from assistant.register.collect import recommendations_of

    papers = [
        record for record in material.own_documents if dated(record) and not material.later.of(record.id)
    ]
    by_id = {record.id: record for record in papers}
    entries = [entry for record in papers for entry in recommendations_of(material.library, record)]
    now = [at for at, entry in enumerate(entries) if material.published_in(entry.document_id) == "in"]
    best: dict[int, tuple[float, int]] = {}
    for pair in asked_before(entries, material.library, now):
        if pair.score >= LIKELY and pair.score > best.get(pair.later, (0.0, 0))[0]:
            best[pair.later] = (pair.score, pair.earlier)
    pairs = [(entries[earlier], entries[later]) for later, (_, earlier) in sorted(best.items())]
    return [
        Again(
            Slice(one.document_id, one.start, one.end),
            Slice(two.document_id, two.start, two.end),
            by_id[one.document_id],
            by_id[two.document_id],
        )
        for one, two in pairs
    ]
