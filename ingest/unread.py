"""Unread: what a user is told of what could not be read of a document: pages, papers sent with a message."""

from __future__ import annotations

from pathlib import PurePath

from ingest.discover import ARCHIVES, DOCUMENTS
from ingest.document import Document
from ingest.ocr.models import INSTALL, available

ATTACHMENTS_UNREAD = "Attachments (not read): "
"""Begins the line of a message that names them."""

LEFT_OUT = " left out)"
"""Ends the label of a sheet of which something is hidden."""


def unread_note(document: Document) -> str:
    """What could not be read, and the next step; "" where all of it was."""
    return "; ".join(
        filter(None, (_pages(document), _attachments(document), _comments(document), _hidden(document)))
    )


def _pages(document: Document) -> str:
    """Which pages, by their printed labels."""
    labels = [document.pages[at].label for at in document.unread_pages]
    if not labels:
        return ""
    named = f"page{'s' if len(labels) > 1 else ''} {', '.join(labels)}"
    if not available():
        return f"no text layer on {named}. {INSTALL}"
    return f"no words could be read on {named}"


def _attachments(document: Document) -> str:
    """Which papers, but logos and invitations."""
    if not document.cleaned.get("attachment"):
        return ""
    lines = [line for line in document.text.split("\n") if line.startswith(ATTACHMENTS_UNREAD)]
    names = [name for line in lines for name in line.removeprefix(ATTACHMENTS_UNREAD).split(", ")]
    papers = [name for name in names if PurePath(name).suffix.lower() in DOCUMENTS | ARCHIVES]
    if not papers:
        return ""
    return (
        f"not read with it: {', '.join(papers)}. Save them from the message and ingest them, to be told why"
    )


def _comments(document: Document) -> str:
    """How many notes that readers stuck on a PDF's pages."""
    count = document.cleaned.get("comment", 0)
    if not count:
        return ""
    told = "1 comment on its pages is" if count == 1 else f"{count} comments on its pages are"
    return f"{told} not read. Where they matter, print it with its comments to a new PDF and ingest that"


def _hidden(document: Document) -> str:
    """Which sheets of a workbook have something hidden, and what."""
    sheets = [page.label for page in document.pages if page.label.endswith(LEFT_OUT)]
    if not sheets:
        return ""
    return f"not read, being hidden: {', '.join(sheets)}. Where it matters, unhide it, save and ingest again"
