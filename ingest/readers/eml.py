"""Read e-mail: subject, the headers that say who and when, the body, and the messages and documents attached
to it; what cannot be read of these is named.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator, Sequence
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime

from ingest.draft import Draft, DraftBlock, Metadata, Strand
from ingest.errors import ReadError
from ingest.quoted_mail import headed, marked, runs
from ingest.readers.attachments import attached, joined
from ingest.readers.decode import decode
from ingest.readers.html import read_html_text
from ingest.readers.text import read_text_string
from ingest.unread import ATTACHMENTS_UNREAD

_HEADERS = ("From", "To", "Cc", "Date")
_LONGEST_HEADER = 2_000
_MOST_ATTACHMENTS = 500
_DEEPEST = 5
"""Messages within messages that are read."""


class _Bounded(email.policy.EmailPolicy):
    """Cuts headers longer than anyone writes: the library takes time by the square of their length."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(list(sourcelines))
        return name, value[:_LONGEST_HEADER]


def read_eml(data: bytes, name: str) -> Draft:
    """The draft of a message (RFC 5322). Raises ReadError where it cannot be parsed."""
    try:
        message = email.message_from_bytes(data, policy=_Bounded())
        assert isinstance(message, EmailMessage)
        draft, unread = _message(message, 1)
        subject = _header(message, "Subject")
        created = _date(message)
    except (LookupError, ValueError, AttributeError, TypeError, KeyError, RecursionError) as error:
        raise ReadError(
            f"{name} is not a readable e-mail: {error}.", "Save it again as EML or as text."
        ) from error
    dropped = {"attachment": unread} if unread else {}
    return Draft(draft.blocks, draft.pages, Metadata(subject or None, created=created), dropped)


def _message(message: EmailMessage, depth: int) -> tuple[Draft, int]:
    """A message with those attached to it, and how many attachments were not read."""
    subject = _header(message, "Subject")
    blocks = [DraftBlock("heading", Strand(subject), depth)] if subject else []
    for key in _HEADERS:
        if value := _header(message, key):
            blocks.append(DraftBlock("paragraph", Strand(f"{key}: {value}")))
    names: list[str] = []
    inner: list[tuple[str, Draft]] = []
    unread = 0
    for attachment in _attachments(message):
        name = " ".join((attachment.get_filename() or attachment.get_content_type()).split())
        found, more = _attached(attachment, name, depth)
        inner, unread = [*inner, (f"text of {name}", found)], unread + more
        if not found.blocks:
            names.append(name)
    unread += len(names)
    if names:
        shown = ", ".join(names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
        blocks.append(DraftBlock("paragraph", Strand(f"{ATTACHMENTS_UNREAD}{shown}")))
    own = joined([("", Draft(blocks)), ("", Draft(_body(message)))])
    return joined([("message", own), *inner]), unread


def _attached(attachment: Message, name: str, depth: int) -> tuple[Draft, int]:
    """What is in an attachment, nothing where it cannot be read, and how many within it were not read."""
    if depth >= _DEEPEST or attachment.get_content_maintype() == "image":
        return Draft(), 0
    held = attachment.get_payload() if attachment.get_content_type() == "message/rfc822" else None
    if isinstance(held, list) and held and isinstance(held[0], EmailMessage):
        return _message(held[0], depth + 1)
    data = attachment.get_payload(decode=True)
    if not isinstance(data, bytes) or not data:
        return Draft(), 0
    found = attached(data, name, depth + 1)
    return (found, 0) if found.blocks else _message_in(data, name, depth + 1)


def _message_in(data: bytes, name: str, depth: int) -> tuple[Draft, int]:
    """A message that is attached as a file."""
    if not name.lower().endswith(".eml"):
        return Draft(), 0
    message = email.message_from_bytes(data, policy=_Bounded())
    return _message(message, depth) if isinstance(message, EmailMessage) else (Draft(), 0)


def _attachments(message: EmailMessage) -> Iterator[Message]:
    """The attachments, so many of them as are looked at."""
    if message.is_multipart():
        yield from list(message.iter_attachments())[:_MOST_ATTACHMENTS]


def _header(message: EmailMessage, key: str) -> str:
    """A header on one line; "" where it is missing or broken."""
    try:
        return " ".join(str(message.get(key, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""


def _body(message: EmailMessage) -> list[DraftBlock]:
    """The blocks of the body, plain text before HTML."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return []
    payload = part.get_payload(decode=True)
    text = (
        decode(payload, part.get_content_charset()) if isinstance(payload, bytes) else str(part.get_payload())
    )
    if part.get_content_type() == "text/html":
        return headed(read_html_text(text).blocks) if text.strip() else []
    found = [(marks, read_text_string(part).blocks) for marks, part in runs(text) if part.strip()]
    return headed([marked(block, marks) for marks, blocks in found for block in blocks])


def _date(message: EmailMessage) -> str | None:
    """The date on which it was sent, as an ISO date."""
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None
