"""Finding the one document that a person means by an id, a path or a file name."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from operator import attrgetter

from ingest.errors import NotFoundError
from ingest.records import DocumentRecord

SHORTEST_PREFIX = 4

by_path = attrgetter("path", "id")


def find(everything: Sequence[DocumentRecord], asked: str) -> DocumentRecord:
    """The document whose id, path or file name is `asked`, or whose id begins with it.

    Of several versions of a file it is the current one. NotFoundError, with the names that come close,
    where there is none or more than one.
    """
    found = [record for record in everything if asked in (record.id, record.path, record.source)]
    if not found and len(asked) >= SHORTEST_PREFIX:
        found = [record for record in everything if record.id.startswith(asked.lower())]
    current = [record for record in found if record.superseded_by is None] or found
    if len(current) == 1:
        return current[0]
    if current:
        listed = ", ".join(f"{record.path} ({record.id})" for record in sorted(current, key=by_path)[:5])
        raise NotFoundError(f"“{asked}” could be any of: {listed}.", "Give the id.")
    names = sorted({record.source for record in everything} | {record.path for record in everything})
    close = difflib.get_close_matches(asked, names, n=3)
    hint = f"Did you mean {' or '.join(close)}?" if close else "`scrutiny documents` lists their names."
    raise NotFoundError(f"There is no document “{asked}” in the library.", hint)
