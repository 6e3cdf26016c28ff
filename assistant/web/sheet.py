"""Sheet: what the page of a source shows: the text of one page with the quotation marked, and its picture."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from assistant.api.caller import Caller
from assistant.pages.marked import Marked, MarkedPage
from ingest.document import Document, Page
from ingest.errors import NotFoundError, ScrutinyError

ROUND = 1500
"""Characters shown before and after a quotation in a document without pages."""


@dataclass(frozen=True)
class Line:
    """A paragraph, heading or row: its pieces, each with whether it is quoted."""

    kind: str
    pieces: tuple[tuple[str, bool], ...]

    @property
    def quoted(self) -> bool:
        """Whether any of it is."""
        return any(marked for _, marked in self.pieces)


@dataclass(frozen=True)
class Sheet:
    """`printed` is None where the format has no pages. `drawn` has size and boxes; None: no picture.

    `others` are the further pages on which the quotation stands; `note` is a key in `prompts/pages.yaml`.
    """

    document: Document
    printed: Page | None
    lines: tuple[Line, ...]
    drawn: MarkedPage | None
    others: tuple[Page, ...]
    note: str = ""


def sheet_of(caller: Caller, document: Document, start: int, end: int, number: int) -> Sheet:
    """The sheet with page `number` (from 1; 0: the one where the words `start:end` begin).

    With `start` equal to `end` nothing is quoted. NotFoundError where there is no such page; UsageError
    where there is no such place.
    """
    marked = caller.assistant.marked(document.id, start, end) if start < end else None
    printed = _page(document, start, number)
    first, last = _range(document, printed, start, end)
    lines = tuple(_lines(document, first, last, start, end))
    if marked is None:
        return Sheet(document, printed, lines, _plain(caller, document, printed), ())
    if printed is None:
        return Sheet(document, None, lines, None, (), marked.note)
    others = tuple(one.page for one in marked.pages if one.page.index != printed.index)
    drawn = next((one for one in marked.pages if one.page.index == printed.index), None)
    if drawn is None:
        return Sheet(document, printed, lines, _plain(caller, document, printed), others, marked.note)
    return Sheet(document, printed, lines, drawn if _shows(marked) else None, others, marked.note)


def _shows(marked: Marked) -> bool:
    return marked.drawn and all(one.width > 0 and one.height > 0 for one in marked.pages)


def _page(document: Document, start: int, number: int) -> Page | None:
    if not number or not document.pages:
        return document.page_at(start)
    if number > len(document.pages):
        raise NotFoundError("The document has no such page.", f"It has {len(document.pages)}.")
    return document.pages[number - 1]


def _plain(caller: Caller, document: Document, printed: Page | None) -> MarkedPage | None:
    """The page's picture without boxes, where there is one."""
    if printed is None:
        return None
    try:
        picture = caller.assistant.page_picture(document.id, printed.index)
    except ScrutinyError:
        return None
    return MarkedPage(printed, picture.width, picture.height, ())


def _range(document: Document, printed: Page | None, start: int, end: int) -> tuple[int, int]:
    """Which part of the text is shown. The quotation is whole on the page where it begins."""
    text = document.text
    if printed is None:
        first = text.rfind("\n", 0, max(0, start - ROUND)) + 1
        last = text.find("\n", min(len(text), end + ROUND))
        return first, last if last >= 0 else len(text)
    begins_here = printed.start <= start <= printed.end
    return printed.start, max(printed.end, end) if begins_here else printed.end


def _lines(document: Document, first: int, last: int, start: int, end: int) -> list[Line]:
    kinds = {block.start: block.kind for block in document.blocks}
    found, at = [], first
    for line in document.text[first:last].split("\n"):
        cuts = sorted({at, at + len(line), *(cut for cut in (start, end) if at < cut < at + len(line))})
        pieces = tuple((document.text[a:b], start <= a and b <= end) for a, b in itertools.pairwise(cuts))
        if line.strip():
            found.append(Line(kinds.get(at, "paragraph"), pieces))
        at += len(line) + 1
    return found
