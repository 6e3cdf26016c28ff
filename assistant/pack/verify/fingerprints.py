"""Fingerprints: short hashes of a pack's paragraphs, kept in the file, by which a later edit is seen.

They hold no words, so that what is taken out of a pack before it is circulated is gone. They show that
a paragraph was changed, not by whom; who writes them anew is found out where he quotes falsely, not else.
"""

from __future__ import annotations

import hashlib
import io
import zipfile

from assistant.pack.verify.read_docx import FINGERPRINTS, read_docx
from assistant.pack.verify.read_html import read_html
from assistant.pack.verify.read_markdown import read_markdown
from assistant.pack.verify.shown import ShownPack

LENGTH = 8
"""Hexadecimal digits of one: a change goes unseen once in four thousand million times."""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
PART = "customXml/item1.xml"
PARTS = {
    "customXml/itemProps1.xml": f'<ds:datastoreItem xmlns:ds="{OFFICE}/customXml"'
    ' ds:itemID="{5C2D9A54-6B1F-4E0A-9F51-3B0C6D1E7A10}"/>',
    "customXml/_rels/item1.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1"'
    f' Type="{OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>',
}
"""What programs that edit documents want beside a part that is not theirs, so that they keep it."""

NAMED = {
    "word/_rels/document.xml.rels": (
        "</Relationships>",
        f'<Relationship Id="rFingerprints" Type="{OFFICE}/relationships/customXml" Target="../{PART}"/>',
    ),
    "[Content_Types].xml": (
        "</Types>",
        '<Override PartName="/customXml/itemProps1.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
    ),
}
"""Where the parts are named: before the end of which part, and how."""


def fingerprints_of(pack: ShownPack) -> tuple[str, ...]:
    """Those of the paragraphs as they are shown, in order."""
    owns = (paragraph.own(pack.notes) for paragraph in pack.paragraphs or ())
    return tuple(hashlib.sha256(own.encode("utf-8")).hexdigest()[:LENGTH] for own in owns)


def fingerprinted(data: bytes, form: str) -> bytes:
    """A pack (docx, html or md) with the fingerprints of what it shows; no reader sees them."""
    if form == "docx":
        return _docx(data, " ".join(fingerprints_of(read_docx(data, "The pack"))))
    if form == "html":
        kept = " ".join(fingerprints_of(read_html(data, "The pack")))
        return data.replace(b"</head>", f'<meta name="fingerprints" content="{kept}">\n</head>'.encode(), 1)
    kept = " ".join(fingerprints_of(read_markdown(data, "The pack")))
    return data + f"\n<!-- fingerprints: {kept} -->\n".encode()


def _docx(data: bytes, kept: str) -> bytes:
    """A part of its own, which Word and LibreOffice keep when they save the document."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(made, "w") as archive:
        for entry in given.infolist():
            end, named = NAMED.get(entry.filename, ("", ""))
            content = given.read(entry)
            archive.writestr(
                entry, content.replace(end.encode(), f"{named}{end}".encode()) if end else content
            )
        for name, text in {
            **PARTS,
            PART: f'<fingerprints xmlns="{FINGERPRINTS}">{kept}</fingerprints>',
        }.items():
            entry = zipfile.ZipInfo(name, given.infolist()[0].date_time)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, given.infolist()[0].create_system
            archive.writestr(entry, HEAD + text)
    return made.getvalue()
