"""Write: a pack to files, the format told from each file's name."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.machine.text import to_json
from assistant.pack.document import PackDocument
from assistant.pack.json_pack import notes_object
from assistant.pack.material import PackMaterial
from assistant.write_file import write_file
from ingest.errors import UsageError

FORMATS = {".docx": "docx", ".pdf": "pdf", ".html": "html", ".htm": "html", ".md": "md", ".json": "json"}
SIDECAR = ".notes.json"
"""Follows the name of a PDF: its hash, notes and sources, by which it is checked later."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack, and the material it was built from."""

    document: PackDocument
    material: PackMaterial


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written."""

    path: Path
    format: str
    sha256: str
    bytes: int


def format_of(path: Path) -> str:
    """The format that a file's name asks for. UsageError where it asks for none."""
    if path.suffix.lower() not in FORMATS:
        known = ", ".join(name for name in FORMATS if name != ".htm")
        raise UsageError(f"{path.name} ends in no format of a pack.", f"End it in one of {known}.")
    return FORMATS[path.suffix.lower()]


def rendered(pack: Pack, form: str) -> bytes:
    """The pack in a format: docx, pdf, html, md or json.

    Where it can be edited, it carries the fingerprints of its paragraphs.
    """
    if form in ("docx", "html", "md"):
        from assistant.pack.verify.fingerprints import fingerprinted

        return fingerprinted(_plain(pack, form), form)
    if form == "pdf":
        from assistant.pack.pdf.typeset import pack_pdf

        return pack_pdf(pack.document)
    from assistant.pack.json_pack import pack_json

    return pack_json(pack.document, pack.material)


def _plain(pack: Pack, form: str) -> bytes:
    if form == "docx":
        from assistant.pack.docx.write import pack_docx

        return pack_docx(pack.document)
    if form == "html":
        from assistant.pack.html.fill import pack_html

        return pack_html(pack.document)
    from assistant.pack.markdown import pack_markdown

    return pack_markdown(pack.document)


def write(pack: Pack, paths: Sequence[Path]) -> list[WrittenFile]:
    """Write each file, and beside a PDF what it is checked by. UsageError where one cannot be written."""
    forms = [format_of(path) for path in paths]
    files: list[WrittenFile] = []
    for path, form in zip(paths, forms, strict=True):
        data = rendered(pack, form)
        files.append(_write(path, form, data))
        if form == "pdf":
            files.append(_write(sidecar_of(path), "json", sidecar(pack.document, path.name, data)))
    return files


def sidecar_of(path: Path) -> Path:
    """Where that which a PDF is checked by is kept."""
    return path.with_name(path.name + SIDECAR)


def sidecar(pack: PackDocument, name: str, data: bytes) -> bytes:
    """The hash of a PDF, and the notes and sources that it shows."""
    kept = {"file": name, "sha256": hashlib.sha256(data).hexdigest(), **notes_object(pack)}
    return (to_json(kept, indent=2) + "\n").encode("utf-8")


def _write(path: Path, form: str, data: bytes) -> WrittenFile:
    write_file(path, data)
    return WrittenFile(path, form, hashlib.sha256(data).hexdigest(), len(data))
