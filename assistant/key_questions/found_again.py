"""Found again: what an earlier paper of the area recommended and a later one recommends once more."""

from __future__ import annotations

from assistant.key_questions.dates import dated
from assistant.key_questions.material import Material
from assistant.register.entry import Entry

LIKELY = 9.9
"""The least score of a pair: with the few requests of one area, chance likeness counts for more."""


def found_again(material: Material) -> list[tuple[Entry, Entry]]:
    """Earlier and later, where the later paper falls into the period; the likeliest earlier one for each."""
    from assistant.register.asked_before import asked_before
    from assistant.register.collect import recommendations_of

    papers = [
        record for record in material.own_documents if dated(record) and not material.later.of(record.id)
    ]
    entries = [entry for record in papers for entry in recommendations_of(material.library, record)]
    now = [at for at, entry in enumerate(entries) if material.published_in(entry.document_id) == "in"]
    best: dict[int, tuple[float, int]] = {}
    for pair in asked_before(entries, material.library, now):
        if pair.score >= LIKELY and pair.score > best.get(pair.later, (0.0, 0))[0]:
            best[pair.later] = (pair.score, pair.earlier)
    return [(entries[earlier], entries[later]) for later, (_, earlier) in sorted(best.items())]
