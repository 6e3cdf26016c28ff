"""Notes on the cells of a worksheet: in a tracker they say why an action is late."""

from __future__ import annotations

from ingest.draft import DraftBlock, Strand
from ingest.errors import ReadError
from ingest.readers.office import Element, Package, local
from ingest.readers.xlsx.layout import Layout

_MOST = 5_000
_KINDS = ("threadedComment", "comments")
"""Parts that hold notes, the better first: beside talks of several people Excel keeps a copy as a plain note,
under a line of its own words.
"""


def note_blocks(package: Package, sheet: str, page: int, layout: Layout) -> list[DraftBlock]:
    """A paragraph a note, “Note on B4: …”, in the order of the file; `sheet` is the name of its part.

    Notes on cells that are hidden are left out with them.
    """
    related = package.relations(sheet).values() if sheet in package.names else []
    found: list[tuple[str, str]] = []
    for kind in _KINDS:
        known = {cell for cell, _ in found}
        for part in [path for what, path in related if what == kind]:
            found += [(cell, text) for cell, text in _notes(package, part) if cell not in known]
    shown = [(cell, text) for cell, text in found[:_MOST] if not layout.hides(cell)]
    return [DraftBlock("paragraph", Strand(f"Note on {cell}: {text}"), page=page) for cell, text in shown]


def _notes(package: Package, part: str) -> list[tuple[str, str]]:
    """(cell, text) of every note in a part; none where it is damaged: the sheet itself is worth more."""
    try:
        root = package.xml(part)
    except ReadError:
        return []
    found = []
    for element in root.iter() if root is not None else ():
        if local(element) in ("comment", "threadedComment"):
            text = " ".join(_texts(element).split())
            if text:
                found.append((element.get("ref", ""), text))
    return found


def _texts(element: Element) -> str:
    """The text of a note; how to pronounce it (Japanese) is left out."""
    wanted = [
        one.text or ""
        for one in element.iter()
        if local(one) in ("t", "text") and not any(local(above) == "rPh" for above in one.iterancestors())
    ]
    return "".join(wanted)
