"""Read PPTX: each slide is a page; its title is a heading, its notes follow its text."""

from __future__ import annotations

from ingest.draft import Draft, DraftBlock, DraftPage, Strand
from ingest.errors import ReadError
from ingest.readers.markers import find_marker, list_depth
from ingest.readers.office import Element, Package, attribute, child, children, local
from ingest.readers.tables import table_blocks

_MOST_SLIDES = 2_000
_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})


def read_pptx(data: bytes, name: str) -> Draft:
    """The draft of a presentation. Raises ReadError where it is damaged."""
    package = Package(data, name)
    part = package.related("", "officeDocument") or "ppt/presentation.xml"
    root = package.xml(part)
    slides = child(root, "sldIdLst")
    if root is None or slides is None:
        raise ReadError(f"{name} has no slides.", "Open and save it again in the program that made it.")
    targets = package.relations(part)
    draft = Draft(metadata=package.metadata())
    tables = 0
    for identity in list(slides)[:_MOST_SLIDES]:
        key = next((value for key, value in identity.attrib.items() if key.endswith("}id")), "")
        path = targets.get(key, ("", ""))[1]
        slide = _Slide(package, path, len(draft.pages), tables)
        draft.blocks += slide.read()
        tables = slide.tables
        draft.pages.append(DraftPage(str(len(draft.pages) + 1)))
    return draft


class _Slide:
    """One slide: its shapes in order, the title first, then the notes."""

    def __init__(self, package: Package, path: str, page: int, tables: int) -> None:
        self.package, self.path, self.page, self.tables = package, path, page, tables

    def read(self) -> list[DraftBlock]:
        """The blocks of the slide and its notes."""
        blocks = self._shapes(self.package.xml(self.path))
        blocks.sort(key=lambda block: block.kind != "heading")
        notes = self.package.related(self.path, "notesSlide") if self.path in self.package.names else None
        noted = self.package.xml(notes) if notes else None
        return blocks + self._shapes(noted, notes=True)

    def _shapes(self, root: Element | None, *, notes: bool = False) -> list[DraftBlock]:
        """The blocks of all shapes, those inside groups included."""
        blocks: list[DraftBlock] = []
        for element in root.iter() if root is not None else ():
            if local(element) == "sp":
                blocks += self._shape(element, notes=notes)
            elif local(element) == "tbl" and not any(
                local(parent) == "Fallback" for parent in element.iterancestors()
            ):
                blocks += self._table(element)
        return blocks

    def _shape(self, shape: Element, *, notes: bool) -> list[DraftBlock]:
        """The paragraphs of one shape."""
        body = child(shape, "txBody")
        holder = child(shape, "nvSpPr", "nvPr", "ph")
        kind = holder.get("type", "body") if holder is not None else ""
        if body is None or kind in _FURNITURE:
            return []
        title, listed = kind in _TITLES and not notes, kind == "body" and not notes
        blocks = [
            self._block(paragraph, text, title=title, listed=listed)
            for paragraph in children(body, "p")
            if (text := " ".join(_text(paragraph).split()))
        ]
        if blocks and blocks[0].kind == "heading":
            whole = " ".join(block.strand.text for block in blocks)
            return [DraftBlock("heading", Strand(whole), 1, page=self.page)]
        return blocks

    def _block(self, paragraph: Element, text: str, *, title: bool, listed: bool) -> DraftBlock:
        """A heading, a bullet point or a paragraph."""
        if title:
            return DraftBlock("heading", Strand(text), 1, page=self.page)
        depth = int(attribute(child(paragraph, "pPr"), "lvl") or 0) + 1
        plain = child(paragraph, "pPr", "buNone") is not None
        if marker := find_marker(text):
            depth = max(depth, list_depth(marker))
            return DraftBlock("list_item", Strand(text), depth, marker, page=self.page)
        if (listed and not plain) or child(paragraph, "pPr", "buChar") is not None:
            return DraftBlock("list_item", Strand(f"• {text}"), depth, "•", page=self.page)
        return DraftBlock("paragraph", Strand(text), page=self.page)

    def _table(self, table: Element) -> list[DraftBlock]:
        """A table of the slide; merged cells stand once."""
        rows = [[Strand(_cell(cell)) for cell in children(row, "tc")] for row in children(table, "tr")]
        self.tables += 1
        return table_blocks(rows, self.tables - 1, self.page)


def _text(paragraph: Element) -> str:
    """The words of a paragraph; a line break becomes a space."""
    parts = [
        " " if local(one) == "br" else one.text or "" for one in paragraph.iter() if local(one) in ("t", "br")
    ]
    return "".join(parts)


def _cell(cell: Element) -> str:
    """The words of a table cell."""
    paragraphs = [_text(one) for one in cell.iter() if local(one) == "p"]
    return " ".join(" ".join(paragraphs).split())
