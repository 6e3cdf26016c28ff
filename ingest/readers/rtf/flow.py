"""RTF flows: text that runs on by itself (the body, a note, a text box), gathered into blocks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.draft import DraftBlock
from ingest.readers.markers import sign_of
from ingest.readers.numbers import bullet
from ingest.readers.prose import block_of, without_emphasis
from ingest.readers.rtf.tables import RowLook, Table
from ingest.readers.rtf.tokens import decoded

_DEEPEST = 20
"""Tables within tables."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_PRIVATE = re.compile("[\uf000-\uf0ff]")
"""The signs of symbol fonts."""


@dataclass(frozen=True)
class Look:
    """What is set of a paragraph: the level of a heading (0 for none), the depth of its list (0 the
    outermost) and of the tables it stands in (0 for none).
    """

    level: int = 0
    list_depth: int = 0
    tables: int = 0


@dataclass
class Flow:
    """One flow. `numbers` counts the tables of the whole document; `printed` is the number or bullet before
    the paragraph at hand; `boxes` is what text boxes anchored in it hold.
    """

    numbers: Iterator[int]
    blocks: list[DraftBlock] = field(default_factory=list)
    printed: str = ""
    boxes: list[DraftBlock] = field(default_factory=list)
    looks: dict[int, RowLook] = field(default_factory=lambda: defaultdict(RowLook))
    """How the row at hand is drawn, at each depth of tables."""
    _open: list[Table] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _encoding: str = ""
    _colour: str = ""
    _covered: bool = False

    def add(self, text: str) -> None:
        """More words."""
        self._decode()
        self._words.append(text)

    def add_bytes(self, data: bytes, encoding: str) -> None:
        """More words in that encoding; a letter may be divided over two calls."""
        if encoding != self._encoding:
            self._decode()
            self._encoding = encoding
        self._bytes += data

    def text(self) -> str:
        """The words of the paragraph at hand, which are then gone."""
        self._decode()
        text = "".join(self._words)
        self._words.clear()
        if _SURROGATE.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return _PRIVATE.sub(lambda found: sign_of(ord(found.group())), text)

    def end_paragraph(self, look: Look) -> None:
        """The paragraph at hand is whole."""
        text = without_emphasis(" ".join(self.text().split()))
        printed, self.printed = bullet(self.printed) if self.printed else "", ""
        blocks = [block_of(text, look.level, printed, look.list_depth)] if text else []
        self._open_tables(look.tables)
        if not self._open:
            self.blocks += blocks + self.boxes
        else:
            cell = self._open[-1].cell
            cell.paragraphs += [(text, block) for block in blocks]
            cell.paragraphs += [(block.strand.text, block) for block in self.boxes]
        self.boxes = []

    def end_cell(self, look: Look, depth: int) -> None:
        """A cell is whole, and with it its last paragraph."""
        self.end_paragraph(Look(look.level, look.list_depth, depth))
        self._open[-1].end_cell()

    def end_row(self, depth: int) -> None:
        """A row is whole."""
        self._open_tables(depth)
        self._open[-1].end_row(self.looks[depth])

    def draw_row(self, depth: int, word: str, number: int) -> bool:
        """Whether a control word tells how the row at hand, in tables of that depth, is drawn."""
        if word == "trowd":
            self.looks[depth] = RowLook()
        elif word == "trleft":
            self.looks[depth].left = number
        elif word == "trhdr":
            self.looks[depth].header = True
        elif word == "cellx":
            self.looks[depth].rights.append(number)
            self.looks[depth].colours.append(self._colour)
            self.looks[depth].covered.append(self._covered)
            self._colour, self._covered = "", False
        elif word == "clvmrg":
            self._covered = True
        else:
            return False
        return True

    def colour_cell(self, name: str) -> None:
        """The cell that is drawn next is filled with that colour."""
        self._colour = name

    def end(self, look: Look) -> list[DraftBlock]:
        """All blocks; the flow is at its end, and with it its last paragraph."""
        self.end_paragraph(look)
        self._open_tables(0)
        return self.blocks

    def _open_tables(self, depth: int) -> None:
        """Opens or closes tables up to that depth; what is closed goes into the cell or text around it."""
        while len(self._open) > depth:
            table = self._open.pop()
            table.end_row(self.looks[len(self._open) + 1])
            if self._open:
                self._open[-1].cell.tables.append(table)
            else:
                self.blocks += table.blocks(self.numbers)
        while len(self._open) < min(depth, _DEEPEST):
            self._open.append(Table())

    def _decode(self) -> None:
        if self._bytes:
            self._words.append(decoded(bytes(self._bytes), self._encoding))
            self._bytes.clear()
