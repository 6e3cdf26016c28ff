"""Read e-mail as it is sent (RFC 5322): its headers, its body and what is attached to it."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator, Sequence
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime

from ingest.draft import Draft, DraftBlock
from ingest.errors import ReadError
from ingest.readers.decode import decode
from ingest.readers.html.read import read_html_text
from ingest.readers.mail.mail import HEADERS, MOST_ATTACHMENTS, Attachment, Mail, draft_of, plain_body

_LONGEST_HEADER = 2_000


class _Bounded(email.policy.EmailPolicy):
    """Cuts headers longer than anyone writes: the library takes time by the square of their length."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(list(sourcelines))
        return name, value[:_LONGEST_HEADER]


def read_eml(data: bytes, name: str) -> Draft:
    """The draft of a message. Raises ReadError where it cannot be parsed."""
    try:
        return draft_of(mail_of(data, name))
    except (LookupError, ValueError, AttributeError, TypeError, KeyError, RecursionError) as error:
        raise ReadError(
            f"{name} is not a readable e-mail: {error}.", "Save it again as EML or as text."
        ) from error


def mail_of(data: bytes, name: str) -> Mail:
    """The message in a file's bytes."""
    del name
    message = email.message_from_bytes(data, policy=_Bounded())
    assert isinstance(message, EmailMessage)
    return _mail(message)


def headers_of(text: str) -> dict[str, str]:
    """The headers of HEADERS in those of a message alone."""
    message = email.message_from_string(text, policy=_Bounded())
    return _headers(message) if isinstance(message, EmailMessage) else {}


def day_of(date: str) -> str | None:
    """The ISO date of a date header; None where it is none."""
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _mail(message: EmailMessage) -> Mail:
    headers = _headers(message)
    return Mail(
        _header(message, "Subject"),
        headers,
        day_of(headers.get("Date", "")),
        _body(message),
        _attachments(message),
    )


def _headers(message: EmailMessage) -> dict[str, str]:
    return {key: value for key in HEADERS if (value := _header(message, key))}


def _attachments(message: EmailMessage) -> Iterator[Attachment]:
    """The attachments, so many of them as are looked at."""
    found = list(message.iter_attachments())[:MOST_ATTACHMENTS] if message.is_multipart() else []
    for part in found:
        yield _attachment(part)


def _attachment(part: Message) -> Attachment:
    name = " ".join((part.get_filename() or part.get_content_type()).split())
    held = part.get_payload() if part.get_content_type() == "message/rfc822" else None
    if isinstance(held, list) and held and isinstance(held[0], EmailMessage):
        return Attachment(name, mail=_mail(held[0]))
    data = part.get_payload(decode=True) if part.get_content_maintype() != "image" else None
    return Attachment(name, data if isinstance(data, bytes) else b"")


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
    if part.get_content_type() != "text/html":
        return plain_body(text)
    return read_html_text(text).blocks if text.strip() else []
