"""Read HTML: headings, paragraphs, lists and tables; scripts, styles, forms and navigation are left out."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from ingest.draft import Draft, DraftBlock, Metadata, Strand
from ingest.errors import ReadError
from ingest.readers.colours import with_colours
from ingest.readers.decode import decode
from ingest.readers.headings import infer_headings
from ingest.readers.html.elements import DEEPEST, INLINE, is_skipped
from ingest.readers.html.tables import cell_text, grid_of, inner_tables, is_data_table, rows_of
from ingest.readers.markers import find_marker, list_depth
from ingest.readers.office import Element
from ingest.readers.tables import table_blocks, with_inner

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_TAGS = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.IGNORECASE | re.DOTALL)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_AUTHOR = ("author", "dcterms.creator", "dc.creator")
_DATE = ("date", "dcterms.issued", "dc.date", "dcterms.date", "article:published_time", "dcterms.created")


def read_html(data: bytes, name: str) -> Draft:
    """The draft of an HTML page."""
    declared = _CHARSET.search(data[:4096])
    return read_html_text(decode(data, declared.group(1).decode("ascii") if declared else None), name)


def read_html_text(text: str, name: str = "The page") -> Draft:
    """The draft of HTML that is decoded already. Raises ReadError where it cannot be parsed."""
    try:
        root = lxml_html.document_fromstring(
            _DECLARATION.sub("", text), parser=lxml_html.HTMLParser(no_network=True, huge_tree=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"{name} cannot be parsed as HTML: {error}.", "Save it as plain text.") from error
    title = root.findtext(".//title")
    walker = _Walker()
    walker.walk(root, 0)
    walker.flush()
    if not walker.blocks:  # the parser gives up on very deep nesting
        walker.words = [_TAGS.sub(" ", text)]
        walker.flush()
    metadata = Metadata(
        (title or "").strip() or None, _named(root, _AUTHOR), created=_day(_named(root, _DATE))
    )
    return Draft(infer_headings(walker.blocks), metadata=metadata)


def _named(root: Element, names: tuple[str, ...]) -> str | None:
    """The content of the first of the page's meta elements that has one of these names."""
    found = {
        (one.get("name") or one.get("property") or "").lower(): (one.get("content") or "").strip()
        for one in root.iter("meta")
    }
    return next((found[name] for name in names if found.get(name)), None)


def _day(value: str | None) -> str | None:
    """The ISO date at the start of a meta element's content."""
    found = re.match(r"(?:19|20)\d\d-[01]\d-[0-3]\d", value or "")
    return found.group() if found else None


class _Walker:
    """Collects running text and closes a block wherever a block element begins or ends."""

    def __init__(self) -> None:
        self.blocks: list[DraftBlock] = []
        self.words: list[str] = []
        self.heading = 0
        self.lists: list[int | None] = []
        self.marker = ""
        self.tables = 0

    def walk(self, element: Element, depth: int) -> None:
        """One element with its children and the text after each."""
        if is_skipped(element):
            return
        if depth > DEEPEST:
            self.words += [" ", " ".join(element.itertext())]
            return
        tag = element.tag
        if tag == "table" and is_data_table(element):
            self.flush()
            self._table(element)
            return
        block = not INLINE.fullmatch(tag) and tag != "br"
        if block:
            self.flush()
            self._open(tag, element)
        if tag == "br":
            self.flush()
        self._children(element, depth)
        if block:
            self.flush()
            self._close(tag)

    def _children(self, element: Element, depth: int) -> None:
        self.words.append(element.text or "")
        for one in element:
            self.walk(one, depth + 1)
            self.words.append(one.tail or "")

    def _open(self, tag: str, element: Element) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.heading = int(tag[1])
        elif tag in ("ul", "menu"):
            self.lists.append(None)
        elif tag == "ol":
            start = element.get("start", "1")
            self.lists.append(int(start) - 1 if start.isdigit() else 0)
        elif tag == "li":
            self.marker = self._next_marker()

    def _close(self, tag: str) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.heading = 0
        elif tag in ("ul", "ol", "menu") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.marker = ""

    def _next_marker(self) -> str:
        """A bullet, or the next number of an ordered list; an item outside any list has a bullet."""
        if not self.lists or self.lists[-1] is None:
            return "•"
        self.lists[-1] += 1
        return f"{self.lists[-1]}."

    def flush(self) -> None:
        """Closes the running text as a block."""
        text = " ".join("".join(self.words).split())
        self.words = []
        if not text:
            return
        marker = find_marker(text)
        if self.heading:
            self.blocks.append(DraftBlock("heading", Strand(text), self.heading, marker))
        elif self.marker:
            shown = text if marker else f"{self.marker} {text}"
            self.blocks.append(
                DraftBlock("list_item", Strand(shown), max(1, len(self.lists)), marker or self.marker)
            )
            self.marker = ""
        elif marker:
            self.blocks.append(DraftBlock("list_item", Strand(text), list_depth(marker), marker))
        else:
            self.blocks.append(DraftBlock("paragraph", Strand(text)))

    def _table(self, element: Element) -> None:
        """A table with its caption before it; spanned cells stand once, the places they cover stay blank."""
        caption = element.find("caption")
        if caption is not None and (text := cell_text(caption)):
            self.blocks.append(DraftBlock("paragraph", Strand(text)))
        rows = rows_of(element)
        marked = bool(rows) and all(cell.tag == "th" for cell in rows[0] if cell.tag in ("td", "th"))
        number, self.tables = self.tables, self.tables + 1
        grid = [[Strand(cell) for cell in row] for row in with_colours(grid_of(rows))]
        inner = {at: self._inner(found) for at, row in enumerate(rows) if (found := inner_tables(row))}
        self.blocks += with_inner(table_blocks(grid, number, marked_header=marked), grid, inner)

    def _inner(self, tables: list[Element]) -> list[DraftBlock]:
        """The blocks of tables that stand in the cells of a row."""
        before, self.blocks = self.blocks, []
        for table in tables:
            self._table(table)
        found, self.blocks = self.blocks, before
        return found
