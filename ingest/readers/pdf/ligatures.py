"""Ligatures: the letters behind glyphs that a font has by name alone, such as "f_i".

Where a font has no code table, its glyphs' names say which letters they are; pdfium does not know those made
of several (Adobe Glyph List Specification 1.7, section 2), and gives the bare code, a control character.
"""

from __future__ import annotations

import logging
import sys
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import pypdf

_DEEPEST = 3

Names = dict[tuple[str, int], str]
"""(font, code) → letters; the font without the prefix of its subset."""

Codes = npt.NDArray[np.uint32]
LINE_END, RETURN = 10, 13
MEANT = (0, 2, 9, 10, 13)
"""Control characters that pdfium means as such."""
_SURROGATES = 0xD800 >> 11
_LAST_PRIVATE = 0xF8FF
_INKED = np.array([not chr(code).isspace() for code in range(0x3001)] + [True])
"""Which code points are not white space; there is none above these."""


class Ligatures:
    """Those of one file; it is opened a second time where a page has such codes, and for nothing else."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def of_page(self, index: int) -> Names:
        """The ligatures of the fonts that a page names; none where they cannot be read."""
        found: Names = {}
        try:
            _collect(self._reader.pages[index].get("/Resources"), found, 0)
        except Exception:
            # pypdf fails in many ways on damaged files; the letters then stay lost
            return {}
        return found

    @cached_property
    def _reader(self) -> pypdf.PdfReader:
        import pypdf

        logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity it meets
        return pypdf.PdfReader(BytesIO(self._data))


def letters_of(name: str) -> str:
    """The letters of a glyph's name, "" where it is no ligature of plain letters: "f_f_i.alt" → "ffi"."""
    parts = name.lstrip("/").split(".")[0].split("_")
    plain = len(parts) > 1 and all(len(part) == 1 and part.isascii() and part.isalpha() for part in parts)
    return "".join(parts) if plain else ""


def _collect(resources: Any, found: Names, depth: int) -> None:
    """The ligatures of the fonts among some resources, and of the forms among them."""
    if resources is None or depth > _DEEPEST:
        return
    known = resources.get_object()
    for reference in known.get("/Font", {}).values():
        font = reference.get_object()
        base = str(font.get("/BaseFont", "")).lstrip("/").split("+")[-1]
        found |= {(base, code): letters for code, letters in _named(font).items()}
    for reference in known.get("/XObject", {}).values():
        _collect(reference.get_object().get("/Resources"), found, depth + 1)


def _named(font: Any) -> dict[int, str]:
    """The ligatures that a font's encoding names, by code: numbers, each followed by names from there on."""
    encoding = font.get("/Encoding")
    described = encoding.get_object() if encoding is not None else None
    found: dict[int, str] = {}
    code = 0
    for entry in described.get("/Differences", ()) if isinstance(described, dict) else ():
        if isinstance(entry, int):
            code = int(entry)
        else:
            found[code] = letters_of(str(entry))
            code += 1
    return {code: letters for code, letters in found.items() if letters}


def shown(codes: Codes) -> Codes:
    """Codes as characters; what is no character becomes U+FFFD."""
    found = np.where(split_here(codes), ord("-"), codes)
    return np.where((found >> 11 == _SURROGATES) | (found > sys.maxunicode), 0xFFFD, found).astype("<u4")


def inked(codes: Codes) -> npt.NDArray[np.bool_]:
    """Which characters are not white space."""
    found: npt.NDArray[np.bool_] = _INKED[np.minimum(codes, len(_INKED) - 1)]
    return found


def split_here(codes: Codes) -> npt.NDArray[np.bool_]:
    """Which are hyphens that pdfium found at a line's end."""
    found: npt.NDArray[np.bool_] = (codes == 0x02) | (codes == 0xFFFE)
    return found


def cut_short(codes: Codes) -> bool:
    """Whether some of these codes of 16 bits may stand for longer ones: surrogates and private ones."""
    return bool(((codes >= _SURROGATES << 11) & (codes <= _LAST_PRIVATE)).any())
