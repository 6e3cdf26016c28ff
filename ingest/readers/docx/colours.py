"""Word colours: the shading of a table's cell, its own or that of its one blank paragraph."""

from __future__ import annotations

from ingest.readers.colours import colour_name, tinted
from ingest.readers.office import Element, attribute, child, children

_THEME = {
    "dark1": "dk1",
    "text1": "dk1",
    "light1": "lt1",
    "background1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
}
"""What shading calls colours that the theme calls otherwise."""


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
