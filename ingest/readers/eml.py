"""Read e-mail: subject, the headers that say who and when, and the body; attachments are
counted, not read.
"""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from ingest.draft import Draft, DraftBlock, Metadata, Strand
from ingest.errors import ReadError
from ingest.readers.html import read_html_text
from ingest.readers.text import read_text_string

_HEADERS = ("From", "To", "Cc", "Date")


def read_eml(data: bytes, name: str) -> Draft:
    """The draft of a message (RFC 5322). Raises ReadError where it cannot be parsed."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        subject = _header(message, "Subject")
        blocks = [DraftBlock("heading", Strand(subject), 1)] if subject else []
        for key in _HEADERS:
            if value := _header(message, key):
                blocks.append(DraftBlock("paragraph", Strand(f"{key}: {value}")))
        blocks += _body(message)
        attached = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
    except (LookupError, ValueError, AttributeError, TypeError, KeyError) as error:
        raise ReadError(
            f"{name} is not a readable e-mail: {error}.", "Save it again as EML or as text."
        ) from error
    dropped = {"attachment": attached} if attached else {}
    return Draft(blocks, metadata=Metadata(subject or None, created=_date(message)), dropped=dropped)


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
    try:
        text = part.get_content()
    except (LookupError, UnicodeError, KeyError):
        payload = part.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if part.get_content_type() == "text/html":
        return read_html_text(text).blocks if text.strip() else []
    return read_text_string(text).blocks


def _date(message: EmailMessage) -> str | None:
    """The date on which it was sent, as an ISO date."""
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None
