"""Read Outlook messages ([MS-OXMSG]): their headers, their body and what is attached to them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from email.utils import format_datetime

from ingest.draft import Draft, DraftBlock
from ingest.errors import ReadError
from ingest.readers.compound import Compound, Path
from ingest.readers.html.read import read_html
from ingest.readers.mail.eml import day_of, headers_of
from ingest.readers.mail.mail import MOST_ATTACHMENTS, Attachment, Mail, draft_of, plain_body
from ingest.readers.mail.properties import Properties
from ingest.readers.rtf.read import read_rtf

# The numbers by which the properties read here are known ([MS-OXPROPS]).
_SUBJECT, _HEAD = 0x0037, 0x007D
_BODY, _HTML, _PACKED_RTF = 0x1000, 0x1013, 0x1009
_SENT, _DELIVERED = 0x0039, 0x0E06
_SENDERS = ((0x0C1A, 0x5D01, 0x0C1F), (0x0042, 0x5D02, 0x0065))
"""(name, SMTP address, address) of who sent it, and of the person in whose name."""
_RECIPIENT = (0x3001, 0x39FE, 0x3003)
_RECIPIENT_KIND = 0x0C15
_SHOWN_TO = {"To": 0x0E04, "Cc": 0x0E03}
_KINDS = {1: "To", 2: "Cc"}
_FILE_DATA, _FILE_NAMES = 0x3701, (0x3707, 0x3704, 0x3001, 0x370E)
_LONGEST_HEADER = 2_000
_MOST_RECIPIENTS = 500

_PACKED_HEAD = 16
_PACKED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096
_MOST = 32 * 1024 * 1024
_BEFORE = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans "
    rb"SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What counts as written before the text begins."""


def read_msg(data: bytes, name: str) -> Draft:
    """The draft of an Outlook message. Raises ReadError where it is damaged."""
    return draft_of(mail_of(data, name))


def mail_of(data: bytes, name: str) -> Mail:
    """The message in a file's bytes. Raises ReadError where it is damaged."""
    return _mail(Compound(data, name), ())


def _mail(file: Compound, folder: Path) -> Mail:
    """The message in a folder of the file."""
    own = Properties(file, folder)
    headers = _headers(file, own)
    return Mail(
        " ".join(own.text(_SUBJECT).split()),
        headers,
        day_of(headers.get("Date", "")),
        _body(own, file.name),
        _attachments(file, own),
    )


def _headers(file: Compound, own: Properties) -> dict[str, str]:
    """Who and when: the headers it was sent with, and what Outlook keeps beside them where it has none."""
    sent = own.time(_SENT) or own.time(_DELIVERED)
    kept = {"From": _sender(own), **_recipients(file, own), "Date": format_datetime(sent) if sent else ""}
    found = {**kept, **headers_of(own.text(_HEAD))}
    return {key: " ".join(value.split())[:_LONGEST_HEADER] for key, value in found.items() if value.strip()}


def _sender(own: Properties) -> str:
    return next((found for numbers in _SENDERS if (found := _person(own, *numbers))), "")


def _recipients(file: Compound, own: Properties) -> dict[str, str]:
    """The people it went to, with their addresses, by header; the names that Outlook shows where unknown."""
    found: dict[str, list[str]] = {"To": [], "Cc": []}
    for folder in own.folders("__recip_version1.0_#")[:_MOST_RECIPIENTS]:
        person = Properties(file, folder)
        if header := _KINDS.get(person.number(_RECIPIENT_KIND)):
            found[header].append(_person(person, *_RECIPIENT))
    return {
        header: ", ".join(filter(None, people)) or own.text(_SHOWN_TO[header])
        for header, people in found.items()
    }


def _person(of: Properties, name: int, smtp: int, address: int) -> str:
    """“Jo Smith <jo@example.org>”; addresses within an Exchange server tell a reader nothing."""
    called = of.text(name).strip().strip("'")
    at = next((found for number in (smtp, address) if "@" in (found := of.text(number).strip())), "")
    return f"{called} <{at}>" if called and at and called != at else called or at


def _body(own: Properties, name: str) -> list[DraftBlock]:
    """The blocks of the body: plain text before HTML, and rich text where there is neither."""
    if (text := own.text(_BODY)).strip():
        return plain_body(text)
    if (page := own.data(_HTML)).strip():
        return read_html(page, name).blocks
    try:
        return read_rtf(unpacked(own.data(_PACKED_RTF)), name).blocks
    except ReadError:
        return []


def _attachments(file: Compound, own: Properties) -> Iterator[Attachment]:
    """The attachments, so many of them as are looked at."""
    for folder in own.folders("__attach_version1.0_#")[:MOST_ATTACHMENTS]:
        part = Properties(file, folder)
        name = next((found for number in _FILE_NAMES if (found := " ".join(part.text(number).split()))), "")
        message = part.object(_FILE_DATA)
        mail = _mail(file, message) if message else None
        yield Attachment(name or "attachment", part.data(_FILE_DATA) if not message else b"", mail)


def unpacked(data: bytes) -> bytes:
    """The rich text; nothing where it is damaged, or longer than anyone writes."""
    if len(data) < _PACKED_HEAD:
        return b""
    size, kind = struct.unpack("<I4s", data[4:12])
    if kind == _PLAIN:
        return data[_PACKED_HEAD : _PACKED_HEAD + size]
    if kind != _PACKED or size > _MOST:
        return b""
    window = bytearray(_BEFORE.ljust(_WINDOW, b"\x00"))
    at, written = _PACKED_HEAD, len(_BEFORE)
    text = bytearray()
    while at < len(data) and len(text) < size:
        flags = data[at]
        at += 1
        for bit in range(8):
            if flags >> bit & 1:
                if at + 2 > len(data):
                    return bytes(text)
                reference = int.from_bytes(data[at : at + 2], "big")
                at += 2
                start, length = reference >> 4, (reference & 0xF) + 2
                if start == written % _WINDOW:
                    return bytes(text)
                found = range(start, start + length)
            elif at < len(data):
                window[written % _WINDOW] = data[at]
                found, at = range(written, written + 1), at + 1
            else:
                return bytes(text)
            for place in found:
                byte = window[place % _WINDOW]
                window[written % _WINDOW] = byte
                text.append(byte)
                written += 1
    return bytes(text[:size])
