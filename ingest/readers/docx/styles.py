"""Word's paragraph styles: which are headings, and which carry a list number."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.readers.headings import named_level, outline_level, styled_level
from ingest.readers.office import Element, attribute, child, children

_LONGEST_CHAIN = 20


@dataclass(frozen=True)
class _Style:
    """What is needed of a style."""

    name: str
    parent: str | None
    outline: int | None
    numbering: Element | None


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, root: Element | None) -> None:
        self.styles: dict[str, _Style] = {}
        for element in children(root, "style"):
            if key := attribute(element, "styleId"):
                self.styles[key] = _read_style(element)

    def heading_level(self, style: str | None, properties: Element | None) -> int:
        """1 to 6 for a heading (the title is 1), 0 for anything else."""
        own = _outline(properties)
        if own is not None:
            return outline_level(own)
        chain = ((found.name, found.outline) for found in self._chain(style))
        return styled_level(chain) or named_level(style or "")

    def numbering_of(self, own: Element | None, style: str | None) -> tuple[str, int]:
        """(list id, depth) of a paragraph, from itself or its style; ("", 0) where it has no number."""
        for element in (own, *(found.numbering for found in self._chain(style))):
            if element is None:
                continue
            list_id = attribute(child(element, "numId"), "val")
            depth = attribute(child(element, "ilvl"), "val") or "0"
            if list_id is not None:
                return list_id, int(depth) if depth.isdigit() else 0
        return "", 0

    def _chain(self, style: str | None) -> list[_Style]:
        """A style and those it is based on."""
        found: list[_Style] = []
        while style in self.styles and len(found) < _LONGEST_CHAIN:
            found.append(self.styles[style])
            style = found[-1].parent
        return found


def _read_style(element: Element) -> _Style:
    """One style's name, parent, outline level and list number."""
    properties = child(element, "pPr")
    return _Style(
        attribute(child(element, "name"), "val") or "",
        attribute(child(element, "basedOn"), "val"),
        _outline(properties),
        child(properties, "numPr"),
    )


def _outline(properties: Element | None) -> int | None:
    """The outline level set on a paragraph or style: 0 for level 1, 9 for body text; None where not set."""
    value = attribute(child(properties, "outlineLvl"), "val")
    return int(value) if value and value.isdigit() else None
