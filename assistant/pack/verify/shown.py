"""ShownPack: the quotations, notes, hashes and paragraphs that a reader of a written pack can see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.pack.shown import REFERENCE
from assistant.pack.wording import wording

CELL_END = " | "
"""Stands between the cells of a row."""

HASH = re.compile(r"\b[0-9a-f]{64}\b")

Piece = tuple[Literal["words", "quote", "mark"], str]
"""Words, the words of a quotation that has a mark right behind it, or the number of a note."""


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quotation in the text: the words between its marks, and the note behind it (None: there is none)."""

    text: str
    note: int | None


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph, a heading or a row of a table, and the main heading above it."""

    section: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """What a reader sees, on one line."""
        shown = {"words": "{}", "quote": "“{}”", "mark": "[{}]"}
        return " ".join("".join(shown[kind].format(text) for kind, text in self.pieces).split())

    @property
    def unnoted(self) -> str:
        """The words that no note is behind."""
        return " ".join("".join(text if kind == "words" else " " for kind, text in self.pieces).split())

    def own(self, notes: Mapping[int, str]) -> str:
        """What is the pack's own in it: the words, and the places that it rests on, whatever their numbers.

        Quotations with a note are left out, since they are compared with their sources.
        """
        told = {"words": "{}", "quote": "“”"}
        parts = [
            "".join(f"[{place}]" for place in _places(text, notes))
            if kind == "mark"
            else told[kind].format(text)
            for kind, text in self.pieces
        ]
        return " ".join("".join(parts).split())


@dataclass(frozen=True, slots=True)
class ShownPack:
    """What one file shows. `notes` by number; `counted` is how many notes the pack says it has.

    `fingerprints` are those of the paragraphs as they were written; `paragraphs` is None where the form
    has no paragraphs to see.
    """

    quotes: tuple[ShownQuote, ...]
    notes: dict[int, str]
    hashes: frozenset[str]
    counted: int | None
    paragraphs: tuple[ShownParagraph, ...] | None = None
    fingerprints: tuple[str, ...] = ()


class Paragraphs:
    """Gathers the pieces of a file, as they come, into paragraphs under their main headings."""

    def __init__(self) -> None:
        self._section = ""
        self._pieces: list[Piece] = []
        self._done: list[ShownParagraph] = []

    def add(self, pieces: Iterable[Piece]) -> None:
        """What is shown next in the same paragraph."""
        self._pieces += [piece for piece in pieces if piece[1]]

    def next_cell(self) -> None:
        """From here on it is another cell of the row."""
        if self._pieces:
            self._pieces.append(("words", CELL_END))

    def close(self, *, heading: bool = False) -> None:
        """The end of a paragraph, which may be a main heading; one without words is none."""
        made = ShownParagraph(self._section, tuple(self._pieces))
        self._pieces = []
        if made.text.strip("| "):
            self._section = made.text.lstrip("# ") if heading else self._section  # Markdown shows its signs
            self._done.append(ShownParagraph(self._section, made.pieces))

    def all(self) -> tuple[ShownParagraph, ...]:
        """The paragraphs so far."""
        return tuple(self._done)


def hashes_in(text: str) -> frozenset[str]:
    """The hashes of files that stand in a text."""
    return frozenset(HASH.findall(text))


def counted_in(text: str) -> int | None:
    """How many notes the pack says it has."""
    before = wording("reading")["counted"].partition("[")[0]
    found = re.search(re.escape(before) + r"(\d+) ", text)
    return int(found.group(1)) if found else None


def unmarked(quotation: str) -> str:
    """The words between a quotation's own marks."""
    return quotation.removeprefix("“").removesuffix("”")


def _places(mark: str, notes: Mapping[int, str]) -> list[str]:
    found = REFERENCE.findall(notes.get(int(mark), ""))
    return [":".join(place) for place in found] or [mark]
