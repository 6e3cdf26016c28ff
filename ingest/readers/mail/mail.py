"""Mail: a message, whatever file it came in: subject, the headers that say who and when, the body, and the
messages and documents attached to it; what cannot be read of these is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module

from ingest.detect import detect
from ingest.draft import Draft, DraftBlock, Metadata, Strand
from ingest.errors import ReadError
from ingest.quoted_mail import headed, marked, runs
from ingest.readers.mail.attachments import attached, joined
from ingest.readers.text import read_text_string
from ingest.unread import ATTACHMENTS_UNREAD

HEADERS = ("From", "To", "Cc", "Date")
MOST_ATTACHMENTS = 500
_DEEPEST = 5
"""Messages within messages that are read."""
_READERS = {"eml": ("ingest.readers.mail.eml", "mail_of"), "msg": ("ingest.readers.mail.msg", "mail_of")}
"""Formats of messages, and the function that opens one: (bytes, name) → Mail."""


@dataclass(frozen=True)
class Attachment:
    """What is sent with a message: a file's bytes (none for a picture), or a message as `mail`."""

    name: str
    data: bytes = b""
    mail: Mail | None = None


@dataclass(frozen=True)
class Mail:
    """One message. `headers` holds those of HEADERS that it has; `sent` is an ISO date.

    `attachments` may be gone through once, and reads them one by one.
    """

    subject: str
    headers: dict[str, str]
    sent: str | None
    body: list[DraftBlock]
    attachments: Iterable[Attachment]


def draft_of(mail: Mail) -> Draft:
    """The draft of a message with all that is attached to it."""
    draft, unread = _message(mail, 1)
    dropped = {"attachment": unread} if unread else {}
    return Draft(draft.blocks, draft.pages, Metadata(mail.subject or None, created=mail.sent), dropped)


def plain_body(text: str) -> list[DraftBlock]:
    """The blocks of a body in plain text, with what it quotes marked as such."""
    found = [(marks, read_text_string(part).blocks) for marks, part in runs(text) if part.strip()]
    return [marked(block, marks) for marks, blocks in found for block in blocks]


def _message(mail: Mail, depth: int) -> tuple[Draft, int]:
    """A message with those attached to it, and how many attachments were not read."""
    blocks = [DraftBlock("heading", Strand(mail.subject), depth)] if mail.subject else []
    for key in HEADERS:
        if value := mail.headers.get(key):
            blocks.append(DraftBlock("paragraph", Strand(f"{key}: {value}")))
    names: list[str] = []
    inner: list[tuple[str, Draft]] = []
    unread = 0
    for attachment in mail.attachments:
        found, more = _attached(attachment, depth) if depth < _DEEPEST else (Draft(), 0)
        inner, unread = [*inner, (f"text of {attachment.name}", found)], unread + more
        if not found.blocks:
            names.append(attachment.name)
    unread += len(names)
    if names:
        shown = ", ".join(names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
        blocks.append(DraftBlock("paragraph", Strand(f"{ATTACHMENTS_UNREAD}{shown}")))
    own = joined([("", Draft(blocks)), ("", Draft(headed(mail.body)))])
    return joined([("message", own), *inner]), unread


def _attached(attachment: Attachment, depth: int) -> tuple[Draft, int]:
    """What is in an attachment, nothing where it cannot be read, and how many within it were not read."""
    if attachment.mail is not None:
        return _message(attachment.mail, depth + 1)
    if not attachment.data:
        return Draft(), 0
    found = attached(attachment.data, attachment.name, depth + 1)
    return (found, 0) if found.blocks else _message_in(attachment, depth + 1)


def _message_in(attachment: Attachment, depth: int) -> tuple[Draft, int]:
    """A message that is attached as a file."""
    try:
        form = detect(attachment.data, attachment.name)
        if form not in _READERS:
            return Draft(), 0
        module, function = _READERS[form]
        opened: Callable[[bytes, str], Mail] = getattr(import_module(module), function)
        return _message(opened(attachment.data, attachment.name), depth)
    except ReadError:
        return Draft(), 0
