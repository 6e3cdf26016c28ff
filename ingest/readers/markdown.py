"""Read Markdown: its structure becomes blocks, its marks do not become text."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.draft import Draft, DraftBlock, Metadata, Strand
from ingest.readers.decode import decode
from ingest.readers.headings import infer_headings
from ingest.readers.markers import find_marker, list_depth
from ingest.readers.tables import table_blocks

_TAGS = re.compile(
    r"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>|</?[a-zA-Z][^>]*>", re.DOTALL | re.IGNORECASE
)
_LONGEST_PARAGRAPH, _LONGEST_ROW = 40_000, 8_000
"""Characters; a text with longer ones is taken as plain lines."""
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)


def read_markdown(data: bytes, name: str) -> Draft:
    """The draft of a Markdown file."""
    del name
    return read_markdown_text(decode(data).replace("\r\n", "\n").replace("\r", "\n"))


def read_markdown_text(text: str) -> Draft:
    """The draft of a text in Markdown. A front matter's title becomes the embedded title."""
    front = _FRONT_MATTER.match(text)
    title = _FRONT_TITLE.search(front.group(1)) if front else None
    source = text[front.end() :] if front else text
    if _overlong(source):
        return Draft([DraftBlock("paragraph", Strand(line)) for line in source.split("\n") if line.strip()])
    tokens = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").parse(source)
    blocks = _Walker(tokens).blocks()
    if not blocks:  # nested deeper than is followed: the bare lines are better than nothing
        blocks = [DraftBlock("paragraph", Strand(line.strip("> \t"))) for line in source.split("\n")]
    return Draft(infer_headings(blocks), metadata=Metadata(title.group(1) if title else None))


def _overlong(text: str) -> bool:
    """Whether a line or a paragraph is longer than anyone writes: parsing it takes time by its square."""
    run = 0
    for line in text.split("\n"):
        run = 0 if not line.strip() or line.startswith("|") else run + len(line)
        if max(run, len(line)) > (_LONGEST_ROW if line.startswith("|") else _LONGEST_PARAGRAPH):
            return True
    return False


class _Walker:
    """Turns the flat list of tokens into blocks, keeping track of lists and tables."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.found: list[DraftBlock] = []
        self.lists: list[str] = []
        self.numbers: list[int] = []
        self.pending = ""
        self.rows: list[list[Strand]] = []
        self.tables = 0
        self.heading = 0

    def blocks(self) -> list[DraftBlock]:
        """All blocks in order."""
        for token in self.tokens:
            handler = getattr(self, f"_{token.type}", None)
            if handler is not None:
                handler(token)
        return self.found

    def _bullet_list_open(self, token: Token) -> None:
        self.lists.append(token.type)
        self.numbers.append(0)

    def _ordered_list_open(self, token: Token) -> None:
        self.lists.append(token.type)
        self.numbers.append(int(token.attrGet("start") or 1) - 1)

    def _bullet_list_close(self, token: Token) -> None:
        self.lists.pop()
        self.numbers.pop()

    _ordered_list_close = _bullet_list_close

    def _list_item_open(self, token: Token) -> None:
        self.numbers[-1] += 1
        self.pending = (
            "•" if self.lists[-1] == "bullet_list_open" else f"{self.numbers[-1]}{token.markup or '.'}"
        )

    def _heading_open(self, token: Token) -> None:
        self.heading = int(token.tag[1])

    def _heading_close(self, token: Token) -> None:
        self.heading = 0

    def _table_open(self, token: Token) -> None:
        self.rows = []

    def _tr_open(self, token: Token) -> None:
        self.rows.append([])

    def _table_close(self, token: Token) -> None:
        self.found += table_blocks(self.rows, self.tables, marked_header=True)
        self.tables += 1
        self.rows = []

    def _inline(self, token: Token) -> None:
        text = _inline_text(token)
        if self.rows:
            self.rows[-1].append(Strand(text.replace("\n", " ")))
        elif self.heading:
            self.found.append(
                DraftBlock("heading", Strand(text.replace("\n", " ")), self.heading, find_marker(text))
            )
        else:
            self._text(text)

    def _text(self, text: str) -> None:
        """A paragraph or list item; a hard line break divides paragraphs."""
        for part in filter(str.strip, text.split("\n")):
            marker = self.pending or find_marker(part.strip())
            if self.pending:
                self.found.append(
                    DraftBlock(
                        "list_item", Strand(f"{marker} {part.strip()}"), max(1, len(self.lists)), marker
                    )
                )
            elif marker and not self.lists:
                self.found.append(DraftBlock("list_item", Strand(part), list_depth(marker), marker))
            else:
                self.found.append(DraftBlock("paragraph", Strand(part)))
            self.pending = ""

    def _fence(self, token: Token) -> None:
        self.found += [
            DraftBlock("paragraph", Strand(line)) for line in token.content.split("\n") if line.strip()
        ]

    _code_block = _fence

    def _html_block(self, token: Token) -> None:
        self._text(_TAGS.sub(" ", token.content))


def _inline_text(token: Token) -> str:
    """An inline token's words: no emphasis marks or addresses of links, hard breaks as newlines."""
    parts = []
    for part in token.children or []:
        if part.type in ("text", "code_inline"):
            parts.append(part.content)
        elif part.type == "softbreak":
            parts.append(" ")
        elif part.type == "hardbreak":
            parts.append("\n")
        elif part.type == "html_inline":
            parts.append("\n" if part.content.lower().startswith("<br") else "")
        elif part.type == "image":
            parts.append(part.content)
    return "".join(parts)
