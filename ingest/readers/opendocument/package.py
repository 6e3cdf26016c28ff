"""OpenDocument: the package of a text or a workbook, what it says of itself, and its styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.draft import Metadata
from ingest.errors import EncryptedError, ReadError
from ingest.readers.colours import colour_name
from ingest.readers.headings import styled_level
from ingest.readers.office import Element, Package, attribute, child, children, metadata_in

_MANIFEST = "META-INF/manifest.xml"
_SEALED = "encrypted-package"
"""The one part that newer programs put a whole document into that wants a password."""
_LONGEST_CHAIN = 20


@dataclass(frozen=True)
class _Style:
    """What is needed of a style. `hidden`: its words are not printed, or its sheet is not shown."""

    name: str
    parent: str
    hidden: bool
    colour: str


class OpenDocument:
    """An opened OpenDocument file. Raises ReadError where it is damaged, EncryptedError where locked."""

    def __init__(self, data: bytes, name: str) -> None:
        self.package = Package(data, name)
        if _SEALED in self.package.names or b"encryption-data" in (self.package.read(_MANIFEST) or b""):
            raise EncryptedError(
                f"{name} is protected with a password.", "Save a copy without the password and add that."
            )
        self.content, self.looks = self.package.xml("content.xml"), self.package.xml("styles.xml")
        self._styles = {
            (attribute(one, "family") or "", attribute(one, "name") or ""): _read_style(one)
            for root in (self.looks, self.content)
            for one in _within(root, "style")
        }

    def body(self, kind: str) -> Element:
        """The element that holds a "text" or a "spreadsheet". Raises ReadError where there is none."""
        found = child(self.content, "body", kind)
        if found is None:
            raise ReadError(
                f"{self.package.name} has no {kind} part.",
                "Open and save it again in the program that made it.",
            )
        return found

    def list_styles(self) -> Iterator[Element]:
        """The definitions of lists, and that of the numbers of headings ("outline-style")."""
        for root in (self.looks, self.content):
            for kind in ("list-style", "outline-style"):
                yield from _within(root, kind)

    def heading_level(self, style: str) -> int:
        """The level of a paragraph of that style, by its name or one it is based on; 0 for no heading."""
        return styled_level((one.name, None) for one in self._chain("paragraph", style))

    def is_hidden(self, family: str, style: str) -> bool:
        """Whether what has that style ("text", "table") is not shown."""
        return any(one.hidden for one in self._chain(family, style))

    def colour(self, cell: Element) -> str:
        """The name of the colour that a table's cell is filled with, "" for none."""
        chain = self._chain("table-cell", attribute(cell, "style-name") or "")
        return next((one.colour for one in chain if one.colour), "")

    def metadata(self) -> Metadata:
        """Title, author and dates."""
        meta = child(self.package.xml("meta.xml"), "meta")
        return metadata_in(meta, ("initial-creator", "creator"), ("creation-date", "date"))

    def _chain(self, family: str, style: str) -> Iterator[_Style]:
        """A style and those it is based on."""
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get((family, style))
            if found is None:
                return
            yield found
            style = found.parent


def _within(root: Element | None, kind: str) -> Iterator[Element]:
    """The elements of that kind among a part's styles."""
    for group in children(root, "styles", "automatic-styles"):
        yield from children(group, kind)


def _read_style(element: Element) -> _Style:
    shown = [attribute(one, "display") for one in children(element, "text-properties", "table-properties")]
    background = attribute(child(element, "table-cell-properties"), "background-color") or ""
    return _Style(
        attribute(element, "display-name") or attribute(element, "name") or "",
        attribute(element, "parent-style-name") or "",
        any(value in ("none", "false") for value in shown),
        colour_name(background.removeprefix("#")),
    )
