"""Fingerprints: short hashes of a pack's paragraphs, kept in the file, by which a later edit is seen.

They hold no words, so that what is taken out of a pack before it is circulated is gone. They show that
a paragraph was changed, not by whom; who rewrites them too is found out by the sources alone.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

from assistant.pack.verify.read_docx import FINGERPRINTS, read_docx
from assistant.pack.verify.read_html import read_html
from assistant.pack.verify.read_markdown import read_markdown
from assistant.pack.verify.shown import ShownPack

LENGTH = 8
"""Hexadecimal digits of one: a change goes unseen once in four thousand million times."""

PART = "customXml/item1.xml"
RELATIONS = "word/_rels/document.xml.rels"
RELATION = (
    '<Relationship Id="rFingerprints" Target="../customXml/item1.xml"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"/>'
)


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
    """A part of its own, which Word keeps when it saves the document."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(made, "w") as archive:
        for entry in given.infolist():
            content = given.read(entry)
            if entry.filename == RELATIONS:
                content = re.sub(rb"(?=</Relationships>)", RELATION.encode(), content)
            archive.writestr(entry, content)
        part = zipfile.ZipInfo(PART, given.infolist()[0].date_time)
        part.compress_type, part.create_system = zipfile.ZIP_DEFLATED, 3
        archive.writestr(part, f'<fingerprints xmlns="{FINGERPRINTS}">{kept}</fingerprints>')
    return made.getvalue()
