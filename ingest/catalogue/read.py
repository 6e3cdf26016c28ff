"""Reading the catalogue: the list of documents, whole documents, passages."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from ingest.document import Block, Document, Page
from ingest.errors import NotFoundError
from ingest.passage import Passage
from ingest.places import Places
from ingest.records import DocumentRecord

T = TypeVar("T")

RECORDS = """
SELECT id, title, kind, organisation, subject, published, period, label, source, path, sha256,
  (SELECT count(*) FROM pages WHERE document_id = documents.id),
  (SELECT count(*) FROM passages WHERE document_id = documents.id),
  (SELECT json_group_array(page_index) FROM
    (SELECT page_index FROM pages WHERE document_id = documents.id AND read_by = 'unread' ORDER BY ordinal)),
  recommendations, superseded_by, added, removed
FROM documents ORDER BY coalesce(published, ''), source, id
"""
ONE = RECORDS.replace("ORDER BY coalesce(published, ''), source, id", "WHERE id = ?")
FIELDS = tuple(field.name for field in fields(DocumentRecord))
DESCRIBED = (
    "title", "kind", "organisation", "subject", "published", "period", "label", "source", "path", "sha256",
)  # fmt: skip
DOCUMENT = f"""
SELECT {", ".join(DESCRIBED)}, cleaned, text, blocks, places
FROM documents JOIN contents ON contents.document_id = documents.id
WHERE documents.id = ? AND removed IS NULL
"""  # noqa: S608 - names of this file only
TEXT = """
SELECT text FROM documents JOIN contents ON contents.document_id = documents.id
WHERE documents.id = ? AND removed IS NULL
"""
PASSAGES = """
SELECT id, document_id, start, "end", text, heading_path, header, page_index, page_label
FROM passages WHERE id IN (SELECT value FROM json_each(?))
  AND (SELECT removed FROM documents WHERE documents.id = document_id) IS NULL
"""
PASSAGES_STORED = """
SELECT id, document_id, start, "end", text, heading_path, header, page_index, page_label
FROM passages WHERE document_id = ? ORDER BY ordinal
"""
PASSAGES_OF = PASSAGES_STORED.replace(
    "ORDER", "AND (SELECT removed FROM documents WHERE documents.id = document_id) IS NULL ORDER"
)
PAGES = """
SELECT page_index, label, start, "end", read_by FROM pages WHERE document_id = ? ORDER BY ordinal
"""


def meta(connection: sqlite3.Connection, key: str) -> str | None:
    """One of the library's own facts, by name."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def records(connection: sqlite3.Connection) -> list[DocumentRecord]:
    """Every document, superseded ones included, by (published or "", source); those removed are not told of.

    What a removed document had superseded counts as superseded by that one's own successor, if by any.
    """
    rows = [(_record(*told), removed) for *told, removed in connection.execute(RECORDS)]
    successors = {record.id: record.superseded_by for record, removed in rows if removed}
    return [_without(record, successors) for record, removed in rows if not removed]


def removed(connection: sqlite3.Connection) -> list[DocumentRecord]:
    """The documents that were removed and not erased."""
    return [_record(*told) for *told, removed in connection.execute(RECORDS) if removed]


def entry(connection: sqlite3.Connection, document_id: str) -> tuple[DocumentRecord, bool]:
    """One document as it is stored, and whether it was removed: no other is read for it. NotFoundError."""
    *told, removed = _row_of(connection, ONE, document_id)
    return _record(*told), removed is not None


def removed_ids(connection: sqlite3.Connection) -> list[str]:
    """The ids of the documents that were removed and not erased."""
    return [id_ for (id_,) in connection.execute("SELECT id FROM documents WHERE removed IS NOT NULL")]


def known(connection: sqlite3.Connection, sha256: str) -> str | None:
    """The id of the document made from these bytes, also where it was removed."""
    row = connection.execute("SELECT id FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    return str(row[0]) if row else None


def document_at(connection: sqlite3.Connection, origin: str) -> str | None:
    """The id of the document last read from this path."""
    row = connection.execute("SELECT document_id FROM paths WHERE origin = ?", (origin,)).fetchone()
    return str(row[0]) if row else None


def document(connection: sqlite3.Connection, document_id: str) -> Document:
    """The whole document. NotFoundError if it is not (or no longer) there."""
    *described, cleaned, text, blocks, places = _row_of(connection, DOCUMENT, document_id)
    return Document(
        id=document_id,
        **dict(zip(DESCRIBED, described, strict=True)),
        text=text,
        pages=pages(connection, document_id),
        blocks=blocks_from_json(blocks),
        places=Places.from_bytes(places) if places is not None else None,
        cleaned=json.loads(cleaned),
    )


def text(connection: sqlite3.Connection, document_id: str) -> str:
    """The document's text alone, for whoever needs no places. NotFoundError if it is not there."""
    return str(_row_of(connection, TEXT, document_id)[0])


def _row_of(connection: sqlite3.Connection, query: str, document_id: str) -> tuple[Any, ...]:
    """What a query tells of a document. NotFoundError."""
    row: tuple[Any, ...] | None = connection.execute(query, (document_id,)).fetchone()
    if row is None:
        raise NotFoundError(
            f"There is no document {document_id} in the library.",
            "`scrutiny documents` lists those there are.",
        )
    return row


def passages(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Passage]:
    """The passages with these ids, in the order asked. NotFoundError if one is no longer there."""
    found = {row[0]: _passage(row) for row in connection.execute(PASSAGES, (json.dumps(list(ids)),))}
    return in_order(found, ids)


def in_order(found: Mapping[str, T], ids: Sequence[str]) -> list[T]:
    """What was found of passages, by their ids, in the order asked. NotFoundError if one is missing."""
    missing = [passage for passage in ids if passage not in found]
    if missing:
        raise NotFoundError(
            f"Passage {missing[0]} is not in the library.", "The library has changed; ask again."
        )
    return [found[passage] for passage in ids]


def passages_of(connection: sqlite3.Connection, document_id: str) -> list[Passage]:
    """A document's passages in reading order; none where there is no such document."""
    return [_passage(row) for row in connection.execute(PASSAGES_OF, (document_id,))]


def passages_stored(connection: sqlite3.Connection, document_id: str) -> list[Passage]:
    """A document's passages in reading order, also where it was removed."""
    return [_passage(row) for row in connection.execute(PASSAGES_STORED, (document_id,))]


def blocks_to_json(blocks: Sequence[Block]) -> str:
    """Blocks as a compact list of lists, one a block, fields in the order of the class."""
    rows = [[b.kind, b.start, b.end, b.level, b.marker, b.table, b.cells] for b in blocks]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def blocks_from_json(data: str) -> tuple[Block, ...]:
    """The inverse of `blocks_to_json`."""
    return tuple(
        Block(kind, start, end, level, marker, table, tuple((cell[0], cell[1]) for cell in cells))
        for kind, start, end, level, marker, table, cells in json.loads(data)
    )


def pages(connection: sqlite3.Connection, document_id: str) -> tuple[Page, ...]:
    """A document's pages in reading order; none where its format has none."""
    return tuple(Page(*row) for row in connection.execute(PAGES, (document_id,)))


def _without(record: DocumentRecord, removed: Mapping[str, str | None]) -> DocumentRecord:
    """The record, superseded by the next version that was not removed."""
    newer = record.superseded_by
    while newer is not None and newer in removed:
        newer = removed[newer]
    return record if newer == record.superseded_by else replace(record, superseded_by=newer)


def _record(*row: Any) -> DocumentRecord:
    *counted, unread, recommendations, superseded_by, added = row
    values = (*counted, recommendations, tuple(json.loads(unread)), superseded_by, added)
    named = dict(zip(FIELDS, values, strict=True))
    return DocumentRecord(**named)


def _passage(row: tuple[str, str, int, int, str, str, str, int | None, str | None]) -> Passage:
    id_, document_id, start, end, text, heading_path, header, page_index, page_label = row
    path = tuple(json.loads(heading_path))
    return Passage(id_, document_id, start, end, text, path, header, page_index, page_label)
