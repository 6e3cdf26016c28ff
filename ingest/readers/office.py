"""Office: the parts of the archive that a DOCX, XLSX, PPTX, ODT or ODS is, checked before any is unpacked."""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from lxml import etree

from ingest.clean import clean
from ingest.draft import Metadata
from ingest.errors import EncryptedError, ReadError

_MOST_BYTES = 200 * 1024 * 1024
_MOST_RATIO = 100
_RATIO_MATTERS_FROM = 10 * 1024 * 1024
"""A part smaller than this when unpacked may be packed as tightly as it likes."""
_MOST_XML = 64 * 1024 * 1024
"""Of one part that is read as a whole: in memory it takes about ten times as much."""
_MOST_PARTS = 5_000
_ENCRYPTED_FLAG = 0x1

Element = Any
"""An lxml element; lxml ships no types."""


class Package:
    """An opened Office archive. Raises ReadError where it is damaged or built to exhaust the machine."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self.archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ReadError(
                f"{name} is damaged: {error}.", "Open and save it again in the program that made it."
            ) from error
        check_archive(self.archive, name)
        self.names = set(self.archive.namelist())

    def read(self, part: str) -> bytes | None:
        """The bytes of a part; None where there is no such part."""
        if part not in self.names:
            return None
        try:
            return self.archive.read(part)
        except Exception as error:  # whatever the library trips over in a damaged archive
            raise self._damaged(part, error) from error

    def xml(self, part: str) -> Element | None:
        """The root element of an XML part; None where there is none. Entities and networks are never used."""
        data = self.read(part)
        if data is None:
            return None
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
            raise ReadError(
                f"{self.name} declares XML entities in {part}, which no Office program writes.",
                "Save it again.",
            )
        if len(data) > _MOST_XML:
            raise ReadError(
                f"{self.name} has {len(data) >> 20} MB in {part}; at most {_MOST_XML >> 20} MB are read.",
                "Split it into smaller files.",
            )
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged(part, error) from error

    def _damaged(self, part: str, error: Exception) -> ReadError:
        return ReadError(f"{self.name} is damaged at {part}: {error}.", "Open and save it again.")

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part points to: id → (kind of relation, name of part)."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in children(root):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            whole = target.startswith("/")
            path = target.lstrip("/") if whole else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], path)
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The first part of this kind that `part` points to."""
        return next((path for found, path in self.relations(part).values() if found == kind), None)

    def metadata(self) -> Metadata:
        """Title, author and dates from the core properties."""
        return metadata_in(self.xml("docProps/core.xml"), ("creator",), ("created", "modified"))


def check_archive(archive: zipfile.ZipFile, name: str) -> None:
    """Refuses an archive that is too large when unpacked, has unsafe names or wants a password."""
    entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise EncryptedError(
            f"{name} is protected with a password.", "Save a copy without the password and add that."
        )
    bomb = (
        "It was not unpacked. If you trust it, save it again in the program that made it, in smaller parts."
    )
    if len(entries) > _MOST_PARTS:
        raise ReadError(f"{name} has {len(entries):,} parts; at most {_MOST_PARTS:,} are read.", bomb)
    total = sum(entry.file_size for entry in entries)
    if total > _MOST_BYTES:
        raise ReadError(
            f"{name} would unpack to {total // 2**20:,} MB; at most {_MOST_BYTES // 2**20} MB are read.", bomb
        )
    twice = [name_of for name_of, count in Counter(entry.filename for entry in entries).items() if count > 1]
    if twice:
        raise ReadError(f"{name} holds two parts named {twice[0]!r}: which one counts cannot be told.", bomb)
    for entry in entries:
        if entry.file_size > _RATIO_MATTERS_FROM and entry.file_size > _MOST_RATIO * max(
            1, entry.compress_size
        ):
            raise ReadError(f"{name} is packed more than {_MOST_RATIO} to 1 in {entry.filename!r}.", bomb)
        if (
            entry.filename.startswith(("/", "\\"))
            or entry.filename[1:2] == ":"
            or ".." in entry.filename.replace("\\", "/").split("/")
        ):
            raise ReadError(f"{name} holds a part with an unsafe name.", bomb)


def metadata_in(element: Element | None, authors: Sequence[str], days: tuple[str, str]) -> Metadata:
    """Title, author (the first of these that is told), and the days of making and of the last change."""
    told = {local(one): clean(one.text or "")[0].strip() for one in children(element)}
    author = next((told[name] for name in authors if told.get(name)), None)
    created, modified = (told.get(name, "")[:10] or None for name in days)
    return Metadata(told.get("title") or None, author, created, modified)


def local(element: Element) -> str:
    """An element's name without its namespace (the two Office dialects differ only in that)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> list[Element]:
    """Its children, of these local names where any are given; none of no element."""
    found = [] if element is None else list(element)
    return [one for one in found if local(one) in names] if names else found


def child(element: Element | None, *names: str) -> Element | None:
    """The first descendant along a path of local names; None where the path breaks off or begins nowhere."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its local name."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)
