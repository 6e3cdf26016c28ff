"""Word's styles: which paragraphs are headings or numbered, and how a table's cell is shaded."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.readers.colours import colour_name, tinted
from ingest.readers.headings import named_level, outline_level, styled_level
from ingest.readers.office import Element, attribute, child, children

_LONGEST_CHAIN = 20

_THEME = {
    "dark1": "dk1",
    "text1": "dk1",
    "light1": "lt1",
    "background1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
}
"""What shading calls colours that the theme calls otherwise."""


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


def shade_of(cell: Element, theme: dict[str, str]) -> str:
    """The name of the colour of a cell, "" for none."""
    shades = [child(cell, "tcPr", "shd"), *(child(part, "pPr", "shd") for part in children(cell, "p"))]
    return next((name for shade in shades if shade is not None and (name := _name(shade, theme))), "")


def _name(shade: Element, theme: dict[str, str]) -> str:
    """The colour behind the text; a solid pattern covers it with the colour of the pattern."""
    solid = attribute(shade, "val") == "solid"
    plain = colour_name(attribute(shade, "color" if solid else "fill"))
    themed = attribute(shade, "themeColor" if solid else "themeFill") or ""
    rgb = theme.get(_THEME.get(themed, themed), "")
    if plain or len(rgb) != 6:
        return plain
    kind = "theme" if solid else "themeFill"
    light, dark = attribute(shade, f"{kind}Tint"), attribute(shade, f"{kind}Shade")
    return colour_name(tinted(rgb, _share(light) - _share(dark)))


def _share(value: str | None) -> float:
    """How much lighter or darker a colour is made, given as FF (not at all) to 00 (wholly)."""
    try:
        return 1 - int(value or "FF", 16) / 255
    except ValueError:
        return 0.0
