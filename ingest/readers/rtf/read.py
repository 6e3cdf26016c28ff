"""Read RTF: paragraphs and tables in order, headings and numbers as printed, notes at the end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count

from ingest.draft import Draft, DraftBlock, Metadata
from ingest.errors import ReadError
from ingest.readers.comments import Comment, Ranges, blocks_of
from ingest.readers.headings import infer_headings
from ingest.readers.prose import join_broken, running_lines
from ingest.readers.rtf.flow import Flow
from ingest.readers.rtf.groups import (
    BOXES,
    DATES,
    ENTERED,
    FLOWS,
    INFO,
    LISTS,
    PRINTED,
    RUNNING,
    SKIP,
    SKIPPED,
    Group,
)
from ingest.readers.rtf.look import Looks, Style
from ingest.readers.rtf.tokens import SIGNS, SYMBOLS, Token, decoded, tokens_of

_DEEPEST = 1_000
_MOST_PARAGRAPHS = 200_000


def read_rtf(data: bytes, name: str) -> Draft:
    """The draft of a rich text file. Raises ReadError where it breaks off or is far too large."""
    reader = _Reader(name)
    for token in tokens_of(data):
        reader.take(token)
        if not reader.outer:
            return reader.draft()
    raise ReadError(f"{name} breaks off before its end.", "Copy it again, or open it and save it as DOCX.")


@dataclass
class _Reader:
    """Takes one token after the other; `outer` are the groups round the one at hand."""

    name: str
    looks: Looks = field(default_factory=Looks)
    metadata: Metadata = field(default_factory=Metadata)
    notes: dict[str, list[DraftBlock]] = field(default_factory=lambda: defaultdict(list))
    comments: list[Comment] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    outer: list[Group] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.numbers = count()
        self.body = Flow(self.numbers)
        self.group = Group(self.body)
        self.first = self.starred = False
        self.unprinted = self.paragraphs = 0
        self.note = "footnote"
        self.date: dict[str, int] = {}
        self.remark: dict[str, str] = {}
        self.ranges = Ranges()

    def draft(self) -> Draft:
        """What was read."""
        blocks = self.body.end(self.group.look(self.looks)) + self.notes["footnote"] + self.notes["endnote"]
        self.metadata.running = running_lines(self.running)
        return Draft(infer_headings(join_broken(blocks + blocks_of(self.comments))), metadata=self.metadata)

    def take(self, token: Token) -> None:
        """One more token. Raises ReadError where there are too many groups or paragraphs."""
        if token.kind == "{":
            self._open()
        elif token.kind == "}":
            self._close()
        elif self.group.context != SKIP:
            opening, starred = self.first or self.starred, self.starred
            self.first = self.starred = False
            if token.kind in ("text", "hex"):
                self._bytes(token)
            elif token.kind == "symbol":
                self.starred = token.word == "*" and opening
                self._symbol(token.word)
            elif not (opening and self._destination(token.word, starred=starred)):
                self.unprinted = 0
                self._word(token.word, token.number)

    def _open(self) -> None:
        if len(self.outer) > _DEEPEST:
            raise ReadError(
                f"{self.name} has groups more than {_DEEPEST} deep.", "Open it and save it as DOCX."
            )
        self.outer.append(self.group)
        self.group = self.group.inner()
        self.first, self.starred, self.unprinted = True, False, 0
        if self.group.context == "stylesheet":
            self._begin("style", "style")

    def _close(self) -> None:
        """The end of a group, and of what it was opened for."""
        if not self.outer:
            return
        closed, self.group = self.group, self.outer.pop()
        self.first, self.starred, self.unprinted = False, False, 0
        if closed.opens in DATES:
            self._end_date(closed.opens)
        elif closed.opens and closed.flow is not None:
            self._end_flow(closed, closed.flow)

    def _destination(self, word: str, *, starred: bool) -> bool:
        """Whether the word that a group begins with says what it is for."""
        context = self.group.context
        if word in FLOWS or (word in INFO and context == "info"):
            self._begin(word, context)
        elif word in DATES and context == "info":
            self.group.opens, self.date = word, {}
        elif word in LISTS:
            self.group.flow, self.group.context = None, word
        elif word in ENTERED:
            self.group.nested |= word == "nesttableprops"
        elif word in SKIPPED or (starred and word != "cs"):
            self.group.flow, self.group.context = None, SKIP
        else:
            return False
        return True

    def _begin(self, opens: str, context: str) -> None:
        """The group is a flow of its own."""
        self.group.flow, self.group.opens, self.group.context = Flow(self.numbers), opens, context
        self.group.set("pard", None)
        self.group.set("plain", None)
        self.group.nested = False
        if opens == "footnote":
            self.note = opens

    def _end_flow(self, group: Group, flow: Flow) -> None:
        """What is done with the words of a group that is a flow of its own."""
        opens, around = group.opens, self.group.flow
        if opens in ("footnote", "annotation") or opens in BOXES or opens in RUNNING:
            blocks = flow.end(group.look(self.looks))
            texts = [" ".join(cell.text for cell in one.cells) or one.strand.text for one in blocks]
            if opens == "footnote":
                self.notes[self.note] += blocks
            elif opens == "annotation":
                about = self.ranges.about(self.remark.get("atnref", ""))
                self.comments.append(Comment(self.remark.get("atnauthor", ""), about, " ".join(texts)))
                self.remark = {}
            elif opens in RUNNING:
                self.running += texts
            elif around is not None:
                around.boxes += blocks
            return
        text = " ".join(flow.text().split())
        if opens in PRINTED and around is not None:
            around.printed = text
        elif opens == "style":
            self.looks.styles[group.style] = Style(text.rstrip("; "), group.parent, group.outline)
        elif opens in INFO:
            setattr(self.metadata, opens, text or None)
        elif opens == "atrfstart":
            self.ranges.begin(text)
        elif opens == "atrfend":
            self.ranges.end(text)
        else:
            self.remark[opens] = text

    def _end_date(self, opens: str) -> None:
        year, month, day = (self.date.get(part, 0) for part in ("yr", "mo", "dy"))
        if 1900 < year < 2200 and 0 < month < 13 and 0 < day < 32:
            which = "created" if opens == "creatim" else "modified"
            setattr(self.metadata, which, f"{year:04}-{month:02}-{day:02}")

    def _bytes(self, token: Token) -> None:
        """Words, but those that stand for a sign given before."""
        data, self.unprinted = token.data[self.unprinted :], max(0, self.unprinted - len(token.data))
        if self.group.context == "colortbl":
            self.looks.end_colours(data.count(b";"))
        elif self.group.flow is not None and not self.group.hidden:
            encoding = self.looks.encoding_of(self.group.font)
            self.group.flow.add_bytes(data, encoding)
            if self.ranges.open:
                self._comment_on(decoded(data, encoding))

    def _add(self, text: str) -> None:
        if self.group.flow is not None and not self.group.hidden:
            self.group.flow.add(text)
            if self.ranges.open:
                self._comment_on(text)

    def _comment_on(self, text: str) -> None:
        if self.group.flow is self.body:
            self.ranges.add(text)

    def _symbol(self, symbol: str) -> None:
        if self.unprinted and symbol != "*":
            self.unprinted -= 1
        elif symbol in "\r\n":
            self._word("par", None)
        else:
            self._add(SYMBOLS.get(symbol, ""))

    def _word(self, word: str, number: int | None) -> None:
        """A control word that opens no group."""
        group = self.group
        if word in SIGNS:
            self._add(SIGNS[word])
        elif word == "u":
            self._add(chr((number or 0) % 0x10000))
            self.unprinted = group.fallback
        elif group.context == "fonttbl":
            group.set(word, number)
            self.looks.set_font(group.font or 0, word, number)
        elif group.context == "colortbl":
            self.looks.set_colour(word, number)
        elif group.opens in DATES:
            self.date[word] = number or 0
        elif word == "ftnalt":
            self.note = "endnote"
        elif len(self.outer) == 1 and self.looks.set(word, number):
            return
        elif group.flow is None or not self._ends(group.flow, word, number):
            group.set(word, number)

    def _ends(self, flow: Flow, word: str, number: int | None) -> bool:
        """Whether the word ends a paragraph, a cell or a row, or tells how a row is drawn."""
        depth = max(2, self.group.depth) if word.startswith("nest") or self.group.nested else 1
        if word in ("par", "sect", "cell", "nestcell"):
            self.paragraphs += 1
            if self.paragraphs > _MOST_PARAGRAPHS:
                raise ReadError(f"{self.name} has more than {_MOST_PARAGRAPHS:,} paragraphs.", "Split it.")
            self._comment_on(" ")
            look = self.group.look(self.looks)
            if word in ("par", "sect"):
                flow.end_paragraph(look)
            else:
                flow.end_cell(look, depth)
        elif word in ("row", "nestrow"):
            flow.end_row(depth)
        elif word == "clcbpat":
            flow.colour_cell(self.looks.colour(number))
        else:
            return flow.draw_row(depth, word, number or 0)
        return True
