"""The pack's notes and sources as JSON: part of a pack in JSON, and what is kept beside a PDF."""

from __future__ import annotations

from assistant.machine.text import Json
from assistant.pack.document import Note, PackDocument


def notes_object(pack: PackDocument) -> Json:
    """Every note with its quotation and place, and every document with its hash."""
    return {
        "notes_counted": len(pack.notes),
        "notes": [_note(note) for note in pack.notes],
        "sources": [
            {
                "id": source.id,
                "sha256": source.sha256,
                "title": source.title,
                "document": source.document,
                "published": source.published,
                "cited": source.cited,
            }
            for source in pack.sources
        ],
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
