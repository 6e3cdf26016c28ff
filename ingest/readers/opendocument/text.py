"""The words of OpenDocument paragraphs, with everything that is printed and nothing that is deleted."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.readers.comments import Comment, Ranges
from ingest.readers.office import Element, attribute, child, children, local
from ingest.readers.opendocument.package import OpenDocument

_SKIPPED = frozenset(
    (
        "note",
        "annotation",
        "annotation-end",
        "tracked-changes",
        "ruby-text",
        "hidden-text",
        "hidden-paragraph",
    )
)
"""What stands in a paragraph and is none of its printed words; notes and comments are read on their own."""
_GAPS = frozenset(("s", "tab", "line-break"))
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"


def is_drawn(element: Element) -> bool:
    """Whether an element is a frame or a shape, whose text is a text box."""
    return isinstance(element.tag, str) and element.tag.startswith(_DRAWN)


def is_left_out(element: Element) -> bool:
    """Whether an element is no text of the document at its place, or is not shown."""
    return local(element) in _SKIPPED or not local(element) or attribute(element, "display") == "none"


def paragraph_text(paragraph: Element, document: OpenDocument) -> str:
    """The paragraph's own words, line breaks and tabs as white space; text boxes are their owner's."""
    return "".join(_words(paragraph, document))


def _words(element: Element, document: OpenDocument) -> Iterator[str]:
    yield element.text or ""
    for one in element:
        name = local(one)
        if name in _GAPS:
            yield " "
        elif not (is_drawn(one) or is_left_out(one) or _is_hidden_span(one, document)):
            yield from _words(one, document)
        yield one.tail or ""


def _is_hidden_span(element: Element, document: OpenDocument) -> bool:
    return local(element) == "span" and document.is_hidden("text", attribute(element, "style-name") or "")


def paragraphs_in(element: Element) -> Iterator[Element]:
    """All paragraphs within an element in order, those of text boxes too, but none of inner tables."""
    for one in element:
        if local(one) in ("p", "h") and not is_drawn(one):
            yield one
        if not is_left_out(one) and not is_grid(one):
            yield from paragraphs_in(one)


def text_within(element: Element, document: OpenDocument) -> str:
    """The words of all paragraphs within an element, on one line."""
    return " ".join(" ".join(paragraph_text(one, document) for one in paragraphs_in(element)).split())


def boxes_in(paragraph: Element) -> Iterator[Element]:
    """The frames and shapes in a paragraph that hold paragraphs; those within others are left to them."""
    for one in paragraph:
        if is_left_out(one):
            continue
        if is_drawn(one) and any(local(inner) in ("p", "h", "table", "list") for inner in one):
            yield one
        else:
            yield from boxes_in(one)


def rows_of(table: Element) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, and whether each is marked as one of its header."""
    for one in table:
        name = local(one)
        if name == "table-row":
            yield one, False
        elif name == "table-header-rows":
            yield from ((row, True) for row, _ in rows_of(one))
        elif name in ("table-rows", "table-row-group"):
            yield from rows_of(one)


def cells_of(row: Element) -> list[Element]:
    """The cells of a row, those covered by another among them."""
    return children(row, "table-cell", "covered-table-cell")


def count(element: Element, name: str, most: int) -> int:
    """How often a cell or row stands, or how many it covers; nonsense counts as one."""
    value = attribute(element, name) or "1"
    return min(max(int(value), 1), most) if value.isdecimal() and len(value) < 10 else 1


def is_grid(element: Element) -> bool:
    """Whether an element is a table with rows and columns of its own; another is but a frame for words."""
    if local(element) != "table":
        return False
    rows = [cells_of(row) for row, _ in rows_of(element)]
    return len(rows) > 1 and any(len(row) > 1 for row in rows)


def comments_in(body: Element, document: OpenDocument) -> list[Comment]:
    """The comments of a text, with the words they are about, in order."""
    ranges = Ranges()
    found: list[tuple[Element, str]] = []
    for event in _running(body):
        if isinstance(event, str):
            ranges.add(event)
        elif local(event) == "annotation":
            found.append((event, attribute(event, "name") or f"unnamed {len(found)}"))
            ranges.begin(found[-1][1])
        else:
            ranges.end(attribute(event, "name") or "")
    return [
        Comment(
            getattr(child(note, "creator"), "text", "") or "", ranges.about(key), text_within(note, document)
        )
        for note, key in found
    ]


def _running(element: Element) -> Iterator[str | Element]:
    """The words of an element, and the ends of what is commented on where they stand among them."""
    for one in element:
        if local(one) in ("annotation", "annotation-end"):
            yield one
        elif local(one) in _GAPS:
            yield " "
        elif not is_left_out(one):
            yield one.text or ""
            yield from _running(one)
        yield one.tail or ""
    if local(element) in ("p", "h"):
        yield " "
