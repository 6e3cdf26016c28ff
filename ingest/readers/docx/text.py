"""The words of Word paragraphs and cells, with everything that is printed and nothing that is deleted."""

from __future__ import annotations

from ingest.readers.markers import sign_of
from ingest.readers.office import Element, child, children, local

_SKIPPED = frozenset(
    {
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "Fallback",
        "pPr",
        "rPr",
        "sectPr",
        "tblPr",
        "tcPr",
        "trPr",
    }
)
_SEPARATE = frozenset({"txbxContent", "tbl"})
"""Text boxes and tables inside a paragraph are blocks of their own."""
_DEEPEST = 150


def paragraph_text(paragraph: Element) -> str:
    """The paragraph's own words, line breaks and tabs as white space; text boxes are their owner's."""
    parts: list[str] = []
    _collect(paragraph, parts, 0)
    return "".join(parts)


def _collect(element: Element, parts: list[str], depth: int) -> None:
    """Adds the words of an element in order."""
    if depth > _DEEPEST:
        return
    for one in element:
        name = local(one)
        if name in _SKIPPED or name in _SEPARATE or _is_hidden(one, name):
            continue
        if name == "t":
            parts.append(one.text or "")
        elif name in ("tab", "br", "cr", "ptab"):
            parts.append(" ")
        elif name == "noBreakHyphen":
            parts.append("-")
        elif name == "sym":
            parts.append(_symbol(one))
        else:
            _collect(one, parts, depth + 1)


def is_left_out(element: Element) -> bool:
    """Whether an element stands in something that is deleted, moved away or a copy for older programs."""
    return any(local(above) in ("Fallback", "del", "moveFrom") for above in element.iterancestors())


def _is_hidden(run: Element, name: str) -> bool:
    """A run formatted as hidden text is not printed."""
    vanish = child(run, "rPr", "vanish") if name == "r" else None
    return vanish is not None and not any(value in ("0", "false") for value in vanish.attrib.values())


def _symbol(element: Element) -> str:
    """A sign of a symbol font: the private-use character it is stored as."""
    code = next((value for key, value in element.attrib.items() if key.endswith("}char")), "")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return sign_of(number) if number >= 0xF000 else chr(number)


def boxes_in(paragraph: Element) -> list[Element]:
    """The contents of the text boxes anchored in a paragraph, each once (not its fallback copy)."""
    found: list[Element] = []
    for one in paragraph.iter():
        if local(one) == "txbxContent":
            above = [local(parent) for parent in one.iterancestors()]
            if "Fallback" not in above and above.count("txbxContent") == sum(
                local(p) == "txbxContent" for p in paragraph.iterancestors()
            ):
                found.append(one)
    return found


def inner_tables(cell: Element) -> list[Element]:
    """The tables within a cell that have rows and columns of their own; others are but a frame for words."""
    tables = [
        one
        for one in cell.iter()
        if local(one) == "tbl" and "Fallback" not in map(local, one.iterancestors())
    ]
    grids = [table for table in tables if _is_grid(table)]
    return [one for one in grids if not any(above in grids for above in one.iterancestors())]


def cell_text(cell: Element) -> str:
    """All words of a cell but those of its inner tables: paragraphs and text boxes, separated by spaces."""
    inner = inner_tables(cell)
    parts: list[str] = []
    for one in cell.iter():
        if local(one) == "p" and not is_left_out(one) and not any(up in inner for up in one.iterancestors()):
            parts.append(paragraph_text(one))
    return " ".join(" ".join(parts).split())


def _is_grid(table: Element) -> bool:
    rows = [children(row, "tc") for row in children(table, "tr")]
    return len(rows) > 1 and any(len(row) > 1 for row in rows)
