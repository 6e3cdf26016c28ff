"""The pack in JSON: the ledgers and logs as the machine interface gives them, with the notes of the pack.

The notes and sources alone are kept beside a PDF.
"""

from __future__ import annotations

from assistant.machine.journal import challenges_object, evidence_object
from assistant.machine.ledgers import ledger_object
from assistant.machine.text import Json, fields_of, to_json
from assistant.pack.document import Note, PackDocument
from assistant.pack.material import PackMaterial


def pack_object(pack: PackDocument, material: PackMaterial) -> Json:
    """All that the pack holds, as data."""
    return {
        "title": pack.title,
        "subject": pack.subject,
        "framework": material.framework,
        "period": material.period,
        "marking": pack.marking,
        "as_of": pack.as_of,
        "library_version": pack.library_version,
        "questions": [ledger_object(ledger) for ledger in material.ledgers],
        "challenges": challenges_object(material.challenges),
        "judgements": evidence_object(material.judgements),
        "unread": [
            {
                "document": reading.document.source,
                "unread_pages": list(reading.unread),
                "recognised_pages": list(reading.recognised),
            }
            for reading in material.readings
            if reading.unread or reading.recognised
        ],
        **notes_object(pack),
    }


def pack_json(pack: PackDocument, material: PackMaterial) -> bytes:
    """The same as the bytes of a file."""
    return (to_json(pack_object(pack, material), indent=2) + "\n").encode("utf-8")


def notes_object(pack: PackDocument) -> Json:
    """Every note with its quotation and place, and every document with its hash."""
    return {
        "notes_counted": len(pack.notes),
        "notes": [_note(note) for note in pack.notes],
        "sources": [fields_of(source) for source in pack.sources],
    }


def _note(note: Note) -> Json:
    return {
        "n": note.n,
        "quote": note.quote,
        "in_text": note.in_text,
        "place": note.place.words,
        "reference": note.place.reference,
        "also": [
            {"place": place.words, "reference": place.reference, "same_words": alike}
            for place, alike in note.also
        ],
    }
