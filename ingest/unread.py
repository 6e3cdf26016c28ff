"""Unread: what a user is told of pages whose words could not be read."""

from __future__ import annotations

from ingest.document import Document
from ingest.ocr.models import INSTALL, available


def unread_note(document: Document) -> str:
    """Which pages, by their printed labels, could not be read, and the next step; "" where there are none."""
    labels = [document.pages[at].label for at in document.unread_pages]
    if not labels:
        return ""
    named = f"page{'s' if len(labels) > 1 else ''} {', '.join(labels)}"
    if not available():
        return f"no text layer on {named}. {INSTALL}"
    return f"no words could be read on {named}"
