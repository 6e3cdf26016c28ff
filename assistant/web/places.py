"""What pages tell of the library: its areas, and the pages that nobody could read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from assistant.api.caller import Caller
from ingest.errors import NoLibraryError
from ingest.filters import CURRENT, Filters
from ingest.records import DocumentRecord


def records(caller: Caller, filters: Filters = CURRENT) -> list[DocumentRecord]:
    """The documents that the visitor may see; none where there is no library yet."""
    try:
        return caller.assistant.documents(filters)
    except NoLibraryError:
        return []


def subjects(caller: Caller) -> list[str]:
    """The areas that documents are about, that of most documents first."""
    found = Counter(record.subject for record in records(caller) if record.subject)
    return sorted((name for name in found if name), key=lambda name: (-found[name], name))


def unread_in(caller: Caller, documents: Collection[str]) -> list[DocumentRecord]:
    """Those of the named documents that have pages without readable text."""
    return [record for record in records(caller) if record.unread_pages and record.id in documents]


def pages_named(unread: Collection[int]) -> str:
    """0-based page indexes as a reader counts them: "pages 2, 3 and 7"."""
    numbers = [str(index + 1) for index in sorted(unread)]
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    return f"pages {', '.join(numbers[:-1])} and {numbers[-1]}"
