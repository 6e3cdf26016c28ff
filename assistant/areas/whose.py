"""Whose: which documents of a library are the subject's, another's, several areas', or of no known area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.areas.chosen_subject import Subject, area_name, is_about, times_named
from assistant.areas.letterhead import area_of_letter
from assistant.areas.shared_names import areas_by_names
from assistant.areas.subjects import is_national
from ingest.library import Library
from ingest.records import DocumentRecord

OWN = ("subject", "mixed")
"""Of the subject, wholly or in part."""

LEAST = 2
"""So often a document names an area that is its own; once may be in passing."""


def whose(library: Library, records: Sequence[DocumentRecord], subject: Subject) -> dict[str, str]:
    """Of each document by id: "subject", "other", "mixed" or "unknown".

    Where a library holds papers of one area, or of none, those that name no area are that area's. Where it
    holds those of several, the text itself has to tell, or the names that it shares with one area's papers.
    """
    found = {
        record.id: "subject" if is_about(record, subject) else "other"
        for record in records
        if area_name(record.subject)
    }
    alone = "other" not in found.values()
    sides = {area_name(record.subject): found[record.id] for record in records if record.id in found}
    for record in records:
        if record.id not in found:
            text = library.text(record.id)
            named = times_named(text, subject) if subject.name else (0, 0)
            found[record.id] = _in_a_library_of_one(*named) if alone else _among_several(record, *named)
            if not alone and found[record.id] in ("mixed", "unknown"):
                found[record.id] = sides.get(area_of_letter(text, sides), found[record.id])
    return found | _by_names(library, records, subject, found)


def _in_a_library_of_one(own: int, other: int) -> str:
    if own > 2 * other or own == other == 0:
        return "subject"
    return "mixed" if own else "other"


def _among_several(record: DocumentRecord, own: int, other: int) -> str:
    if own >= LEAST and own > 2 * other:
        return "subject"
    if own:
        return "mixed"
    if other >= LEAST:
        return "other"
    return "subject" if is_national(record) else "unknown"


def _by_names(
    library: Library, records: Sequence[DocumentRecord], subject: Subject, found: Mapping[str, str]
) -> dict[str, str]:
    """The documents of unknown area that the names in them place."""
    unknown = [record.id for record in records if found[record.id] == "unknown"]
    known = {
        record.id: subject.name if found[record.id] == "subject" else area_name(record.subject)
        for record in records
        if area_name(record.subject)
    }
    placed = areas_by_names(library, known, unknown)
    return {id_: "subject" if area == subject.name else "other" for id_, area in placed.items() if area}
