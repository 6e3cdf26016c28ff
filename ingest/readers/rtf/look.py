"""RTF looks: the styles, fonts and colours that a rich text file lists before its text."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.readers.colours import colour_name
from ingest.readers.headings import outline_level, styled_level
from ingest.readers.rtf.tokens import encoding_of

_LONGEST_CHAIN = 20
_ENCODINGS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


@dataclass(frozen=True)
class Style:
    """A paragraph style; `outline` is 0 for the highest level of headings, None where it has none."""

    name: str
    parent: int | None
    outline: int | None


@dataclass
class Looks:
    """The lists as far as they are read."""

    styles: dict[int, Style] = field(default_factory=dict)
    encodings: dict[int, str] = field(default_factory=dict)
    """By the number of a font."""
    font: int = 0
    """The font of words that name none."""
    encoding: str = "cp1252"
    """That of fonts that name none."""
    colours: list[str] = field(default_factory=list)
    """The names of the colours that tell a status, "" for others, by number."""
    _rgb: dict[str, int] = field(default_factory=dict)

    def set(self, word: str, number: int | None) -> bool:
        """Whether a control word says how the whole file is written."""
        if word in _ENCODINGS:
            self.encoding = _ENCODINGS[word]
        elif word == "ansicpg":
            self.encoding = _known(f"cp{number}", self.encoding)
        elif word == "deff":
            self.font = number or 0
        else:
            return False
        return True

    def set_font(self, font: int, word: str, number: int | None) -> None:
        """A control word of the list of fonts."""
        found = encoding_of(number or 0) if word == "fcharset" else None
        if found:
            self.encodings[font] = found

    def encoding_of(self, font: int | None) -> str:
        """The encoding of words in a font."""
        return self.encodings.get(self.font if font is None else font, self.encoding)

    def set_colour(self, word: str, number: int | None) -> None:
        """A control word of the list of colours: a share of red, green or blue."""
        if word in ("red", "green", "blue"):
            self._rgb[word] = min(max(number or 0, 0), 255)

    def end_colours(self, count: int) -> None:
        """So many colours are whole."""
        for _ in range(count):
            rgb = "".join(f"{self._rgb.get(word, 0):02X}" for word in ("red", "green", "blue"))
            self.colours.append(colour_name(rgb) if self._rgb else "")
            self._rgb = {}

    def colour(self, number: int | None) -> str:
        """The name of a colour, "" where it tells no status."""
        return self.colours[number] if number is not None and 0 <= number < len(self.colours) else ""

    def heading_level(self, style: int, outline: int | None) -> int:
        """1 to 6 for a heading (the title is 1), 0 for anything else; `outline` is the paragraph's own."""
        if outline is not None:
            return outline_level(outline)
        return styled_level((found.name, found.outline) for found in self._chain(style))

    def _chain(self, style: int | None) -> Iterator[Style]:
        """A style and those it is based on."""
        for _ in range(_LONGEST_CHAIN):
            if style is None or style not in self.styles:
                return
            yield self.styles[style]
            style = self.styles[style].parent


def _known(encoding: str, otherwise: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return otherwise
