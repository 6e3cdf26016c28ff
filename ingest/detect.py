"""Detect: which format a file is, by what it contains; its name only settles what the bytes leave open."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import Literal

from ingest.errors import EmptyFileError, EncryptedError, UnknownFormatError
from ingest.text_like import is_text

Format = Literal[
    "pdf",
    "docx",
    "xlsx",
    "pptx",
    "odt",
    "ods",
    "rtf",
    "html",
    "markdown",
    "text",
    "csv",
    "eml",
    "msg",
    "image",
]

TEXTS: frozenset[Format] = frozenset({"html", "markdown", "text", "csv", "eml"})
"""The formats that can be read line by line."""

_OFFICE_PARTS: tuple[tuple[str, Format], ...] = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OPEN_KINDS: tuple[tuple[bytes, Format], ...] = ((b"text", "odt"), (b"spreadsheet", "ods"))
"""What the first part of an OpenDocument file says it is; a template's says so after these words."""
_TEXT_SUFFIXES: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "csv",
    ".tsv": "csv",
    ".eml": "eml",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS: tuple[tuple[str, str, str], ...] = (
    ("EncryptedPackage", "is protected with a password", "Save a copy without the password and add that."),
    ("WordDocument", "is an old Word file (.doc)", "Open it in Word or LibreOffice and save it as DOCX."),
    ("Workbook", "is an old Excel file (.xls)", "Open it in Excel or LibreOffice and save it as XLSX."),
    ("PowerPoint Document", "is an old PowerPoint file (.ppt)", "Open it and save it as PPTX."),
)
"""What the folder of an OLE file names, what it then is, and what to do."""
_OUTLOOK = "__properties_version1.0"
"""What the folder of an Outlook message names."""
_ZIP_KINDS: tuple[tuple[str, str, str], ...] = (
    (
        "content.xml",
        "is an OpenDocument presentation or drawing (.odp, .odg)",
        "Open it and save it as PPTX or PDF.",
    ),
    ("Index/", "is an Apple Pages, Numbers or Keynote file", "Open it and export it as DOCX, XLSX or PDF."),
    ("META-INF/container.xml", "is an e-book (EPUB)", "Convert it to HTML or PDF."),
)
_PICTURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
)
_RTF = b"{\\rtf"
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MAIL_HEADER = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|X-[\w-]+): ?.*$",
    re.I,
)
_SAVE_AS = "Save it as DOCX, XLSX, PPTX, ODT, PDF, HTML, Markdown, CSV or plain text and add it again."


def detect(data: bytes, name: str) -> Format:
    """The format of a file's bytes.

    Raises EmptyFileError where there is nothing in it and UnknownFormatError where no reader fits; the
    message says what the file seems to be.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise EmptyFileError(f"{name} is empty.", "Check that it was saved or copied completely.")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _office_format(data, name)
    if data.startswith(_OLE):
        return _compound_format(data, name)
    if data.lstrip(b" \t\r\n").startswith(_RTF):
        return "rtf"
    if data.startswith(_PICTURES) and not is_text(data):
        return "image"
    return _text_format(data, name)


def _office_format(data: bytes, name: str) -> Format:
    """Which Office format a ZIP archive holds, by the names of its parts."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()[:6_000]
            kind = _open_kind(archive) if "mimetype" in names else None
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        message = f"{name} is a damaged Office file or archive ({error})."
        raise UnknownFormatError(message, "Open and save it again in the program that made it.") from error
    for folder, found in _OFFICE_PARTS:
        if "[Content_Types].xml" in names and any(part.startswith(folder) for part in names):
            return found
    if kind:
        return kind
    for part, what, step in _ZIP_KINDS:
        if any(one.startswith(part) for one in names):
            raise UnknownFormatError(f"{name} {what}.", step)
    raise UnknownFormatError(
        f"{name} is a ZIP archive, not a document.", "Unpack it and add the files in it."
    )


def _open_kind(archive: zipfile.ZipFile) -> Format | None:
    """Which OpenDocument format an archive says it holds; None where it is no text or workbook."""
    with archive.open("mimetype") as part:
        stated = part.read(len(_OPEN_DOCUMENT) + 20)
    kind = stated.removeprefix(_OPEN_DOCUMENT)
    return next((form for word, form in _OPEN_KINDS if kind != stated and kind.startswith(word)), None)


def _compound_format(data: bytes, name: str) -> Format:
    """An Outlook message, or an error that says which old Office file it is, by the names in its folder.

    Where the folder cannot be read they are looked for in the bytes.
    """
    from ingest.readers.compound import names_in

    inside = names_in(data)

    def holds(part: str) -> bool:
        return part in inside if inside else part.encode("utf-16-le") in data

    for part, what, step in _OLE_KINDS:
        if holds(part):
            error = EncryptedError if part == "EncryptedPackage" else UnknownFormatError
            raise error(f"{name} {what}.", step)
    if holds(_OUTLOOK):
        return "msg"
    raise UnknownFormatError(f"{name} is a password-protected or old Office file.", _SAVE_AS)


def _text_format(data: bytes, name: str) -> Format:
    """Which kind of text it is, if it is any."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".pdf":
        raise UnknownFormatError(
            f"{name} is not a PDF inside, whatever its name says.", "Export it again as PDF."
        )
    if not is_text(data):
        raise UnknownFormatError(f"{name} is in a binary format that is not known here.", _SAVE_AS)
    if _HTML_START.match(data[:4096].lstrip(b"\xef\xbb\xbf")):
        return "html"
    if suffix in _TEXT_SUFFIXES:
        return _TEXT_SUFFIXES[suffix]
    return "eml" if _looks_like_mail(data) else "text"


def _looks_like_mail(data: bytes) -> bool:
    """Three or more mail headers in the first lines, the first line among them."""
    lines = data[:4096].splitlines()[:15]
    return (
        bool(lines)
        and bool(_MAIL_HEADER.match(lines[0]))
        and sum(bool(_MAIL_HEADER.match(line)) for line in lines) >= 3
    )
