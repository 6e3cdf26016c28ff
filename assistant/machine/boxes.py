"""Marked words → the JSON of the machine interface, described by `schemas/boxes.schema.json`."""

from __future__ import annotations

from assistant.machine.text import Json
from assistant.pages.marked import Marked, MarkedPage
from prompts.load import load_data


def boxes_object(marked: Marked) -> Json:
    """The words and their boxes as fractions of the page, so that any size of picture will do."""
    return {
        "document_id": marked.document_id,
        "document_sha256": marked.sha256,
        "start": marked.start,
        "end": marked.end,
        "quote": marked.quote,
        "pages": [_page(page) for page in marked.pages],
        "note": marked.note,
        "reason": load_data("pages.yaml")[marked.note] if marked.note else "",
    }


def _page(marked: MarkedPage) -> Json:
    return {
        "page_index": marked.page.index,
        "page_label": marked.page.label,
        "read_by": marked.page.read_by,
        "width": round(marked.width, 2),
        "height": round(marked.height, 2),
        "boxes": [
            {
                "left": round(box.left / marked.width, 5),
                "top": round(box.top / marked.height, 5),
                "right": round(box.right / marked.width, 5),
                "bottom": round(box.bottom / marked.height, 5),
            }
            for box in marked.boxes
        ],
    }
