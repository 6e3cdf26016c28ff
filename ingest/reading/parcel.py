"""Parcel: what a reading process hands over, as JSON: nothing in it can run in the process that opens it."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ingest.catalogue.read import blocks_from_json, blocks_to_json
from ingest.document import Document, Page
from ingest.passage import Passage, passage_id
from ingest.places import Places

PLAIN = (
    *("id", "title", "kind", "organisation", "subject", "published", "period"),
    *("label", "source", "path", "sha256", "text", "cleaned"),
)


@dataclass(frozen=True)
class Parcel:
    """A file read: its document, the passages it is cut into, and how many recommendations it makes."""

    document: Document
    passages: tuple[Passage, ...]
    recommendations: int = 0


def packed(parcel: Parcel) -> bytes:
    """The parcel as bytes."""
    document = parcel.document
    places = document.places.to_bytes() if document.places is not None else None
    value = {
        "document": {name: getattr(document, name) for name in PLAIN},
        "pages": [[page.index, page.label, page.start, page.end, page.read_by] for page in document.pages],
        "blocks": blocks_to_json(document.blocks),
        "places": base64.b64encode(places).decode() if places is not None else None,
        "passages": [_passage_values(passage) for passage in parcel.passages],
        "recommendations": parcel.recommendations,
    }
    return json.dumps(value, separators=(",", ":")).encode()


def unpacked(data: bytes) -> Parcel:
    """The inverse of `packed`."""
    value = json.loads(data)
    places = value["places"]
    document = Document(
        **value["document"],
        pages=tuple(Page(*page) for page in value["pages"]),
        blocks=blocks_from_json(value["blocks"]),
        places=Places.from_bytes(base64.b64decode(places)) if places is not None else None,
    )
    passages = tuple(_passage(document, values) for values in value["passages"])
    return Parcel(document, passages, value["recommendations"])


def _passage_values(passage: Passage) -> list[Any]:
    return [
        passage.start,
        passage.end,
        passage.heading_path,
        passage.header,
        passage.page_index,
        passage.page_label,
    ]


def _passage(document: Document, values: Sequence[Any]) -> Passage:
    start, end, heading_path, header, page_index, page_label = values
    return Passage(
        passage_id(document.id, start, end),
        document.id,
        start,
        end,
        document.text[start:end],
        tuple(heading_path),
        header,
        page_index,
        page_label,
    )
