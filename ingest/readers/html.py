"""Read HTML: headings, paragraphs, lists and tables; scripts, styles, forms and navigation are left out."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from ingest.draft import Draft, DraftBlock, Metadata, Strand
from ingest.errors import ReadError
from ingest.readers.decode import decode
from ingest.readers.headings import infer_headings
from ingest.readers.markers import find_marker, list_depth
from ingest.readers.office import Element
from ingest.readers.tables import table_blocks, with_inner

_SKIPPED = re.compile(
    "script|style|noscript|template|svg|math|head|nav|button|select|option|input|textarea|iframe|object|embed"
    "|canvas|audio|video|dialog"
)
"""Elements that hold no text of the document."""
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small"
    "|span|strike|strong|sub|sup|time|tt|u|var|wbr|img"
)
"""Elements that stand in running text."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_TAGS = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.IGNORECASE | re.DOTALL)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAVIGATION = re.compile(
    r"\b(?:nav|navigation|navbar|menu|breadcrumbs?|cookie|skip-link|site-header|site-footer)\b", re.IGNORECASE
)
_AUTHOR = ("author", "dcterms.creator", "dc.creator")
_DATE = ("date", "dcterms.issued", "dc.date", "dcterms.date", "article:published_time", "dcterms.created")
_DEEPEST, _MOST_CELLS = 200, 300_000


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
        if _is_skipped(element):
            return
        if depth > _DEEPEST:
            self.words += [" ", " ".join(element.itertext())]
            return
        tag = element.tag
        if tag == "table" and _is_data_table(element):
            self.flush()
            self._table(element)
            return
        block = not _INLINE.fullmatch(tag) and tag != "br"
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
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        marked = bool(rows) and all(cell.tag == "th" for cell in rows[0] if cell.tag in ("td", "th"))
        number, self.tables = self.tables, self.tables + 1
        grid = [[Strand(cell) for cell in row] for row in _grid(rows)]
        inner = {at: self._inner(found) for at, row in enumerate(rows) if (found := _inner_tables(row))}
        self.blocks += with_inner(table_blocks(grid, number, marked_header=marked), grid, inner)

    def _inner(self, tables: list[Element]) -> list[DraftBlock]:
        """The blocks of tables that stand in the cells of a row."""
        before, self.blocks = self.blocks, []
        for table in tables:
            self._table(table)
        found, self.blocks = self.blocks, before
        return found


def _grid(rows: list[Element]) -> list[list[str]]:
    """Rows of cell texts with row and column spans laid out."""
    taken: dict[tuple[int, int], str] = {}
    left = _MOST_CELLS
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while (at, column) in taken:
                column += 1
            down, right = _span(cell, "rowspan"), _span(cell, "colspan")
            left -= down * right
            if left < 0:
                raise ReadError(
                    f"A table has more than {_MOST_CELLS:,} cells.", "Split it into smaller ones."
                )
            for covered in ((at + y, column + x) for y in range(down) for x in range(right)):
                taken.setdefault(covered, "")
            taken[at, column] = cell_text(cell)
            column += right
    width = max((column for _, column in taken), default=-1) + 1
    return [[taken.get((at, column), "") for column in range(width)] for at in range(len(rows))]


def _span(cell: Element, name: str) -> int:
    """How many rows or columns a cell covers; nonsense counts as one."""
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), 200) if value.isdigit() else 1


def _inner_tables(row: Element) -> list[Element]:
    """The tables within a row's cells that have rows and columns of their own; others are but a frame for
    words.
    """
    grids = [one for one in row.iter("table") if _is_grid(one)]
    return [one for one in grids if not any(above in grids for above in one.iterancestors())]


def _is_grid(table: Element) -> bool:
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    return len(rows) > 1 and _is_data_table(table)


def cell_text(cell: Element) -> str:
    """A cell's words but those of its inner tables; block elements inside it are separated by spaces."""
    parts: list[str] = []

    def collect(element: Element, depth: int) -> None:
        if _is_skipped(element) or depth > _DEEPEST or (element.tag == "table" and _is_grid(element)):
            return
        gap = "" if _INLINE.fullmatch(element.tag) else " "
        parts.append(gap + (element.text or ""))
        for one in element:
            collect(one, depth + 1)
            parts.append(one.tail or "")
        parts.append(gap)

    collect(cell, 0)
    return " ".join("".join(parts).split())


def _is_skipped(element: Element) -> bool:
    """Whether an element holds no text of the document: scripts, controls, navigation, hidden parts."""
    if not isinstance(element.tag, str) or _SKIPPED.fullmatch(element.tag):
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    return element.get("role") == "navigation" or (
        element.tag in ("div", "ul", "header", "footer", "section")
        and bool(_NAVIGATION.search(f"{element.get('id') or ''} {element.get('class') or ''}"))
    )


def _is_data_table(element: Element) -> bool:
    """A table with at least two cells in some row; one that only lays out the page is read as
    running text.
    """
    rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
    nested = any(True for _ in element.iterdescendants("table"))
    widest = max((sum(cell.tag in ("td", "th") for cell in row) for row in rows), default=0)
    return widest > 1 and not (nested and len(rows) <= 2)
