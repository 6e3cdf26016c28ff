"""What was kept beside a PDF when it was written, and the notes of a pack in JSON."""

from __future__ import annotations

import json
from typing import Any

from assistant.pack.document import Note, Place
from assistant.pack.shown import note_text
from assistant.pack.verify.shown import ShownPack, ShownQuote
from ingest.errors import ReadError


def read_kept(data: bytes, name: str) -> ShownPack:
    """The notes of a pack in JSON, or of a PDF's sidecar. ReadError where it is neither."""
    kept = kept_of(data, name)
    try:
        notes = [_note(one) for one in kept["notes"]]
        hashes = frozenset(str(source["sha256"]) for source in kept["sources"])
        counted = int(kept["notes_counted"])
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise ReadError(f"{name} holds no notes of a pack.", "Give the pack as it was written.") from error
    quotes = tuple(ShownQuote(note.quote, note.n) for note in notes if note.in_text)
    return ShownPack(quotes, {note.n: note_text(note) for note in notes}, hashes, counted)


def kept_of(data: bytes, name: str) -> dict[str, Any]:
    """The file's JSON object. ReadError where it is none."""
    try:
        kept = json.loads(data.decode("utf-8"))
    except ValueError as error:
        raise ReadError(f"{name} is no JSON: {error}.", "Give the pack as it was written.") from error
    if not isinstance(kept, dict):
        raise ReadError(f"{name} is no pack.", "Give the pack as it was written.")
    return kept


def _note(one: dict[str, Any]) -> Note:
    place = Place(str(one["place"]), str(one["reference"]))
    also = tuple((Place(str(a["place"]), str(a["reference"])), bool(a["same_words"])) for a in one["also"])
    return Note(int(one["n"]), str(one["quote"]), bool(one["in_text"]), place, also)
