"""Document, Page, Block: what a reader makes of a file. All offsets are code points into `Document.text`."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, get_args

from ingest.places import Places

Kind = Literal[
    "framework",
    "audit",
    "review",
    "inspection",
    "action_plan",
    "annual_report",
    "section_11",
    "performance",
    "minutes",
    "briefing",
    "guidance",
    "correspondence",
    "other",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

ReadBy = Literal["text", "ocr", "unread"]
"""How a page's words were got: from its text layer, by optical recognition, or not at all."""

BlockKind = Literal["heading", "paragraph", "list_item", "table_header", "table_row"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page (PDF page, sheet or slide): 0-based `index`, printed `label`, its slice of the text.

    Where a paragraph runs over the page break, `end` is the last character that stands on this page.
    """

    index: int
    label: str
    start: int
    end: int
    read_by: ReadBy = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table row: the slice `start:end` of the document's text.

    `level` is 1 for the highest heading, and the depth of a list item (0 outside lists). `marker` is the
    printed number or bullet ("87.", "(a)", "•"), which also stands in the text. For rows, `table` numbers
    the table within the document, and `cells` are the slices of the cells, in column order. A row's text
    is its cells joined by " | ".
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marker: str = ""
    table: int = -1
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Document:
    """One source: its text, made once, with the map back to its pages.

    `id` derives from `sha256`, the hash of the file's bytes. `organisation` wrote it, `subject` is the
    partnership or area it is about. `published` is an ISO 8601 date of the precision known: "2015",
    "2010-10" or "2012-11-14". `period` is what it covers, "2015/16" or "2010-08/2010-10". `source` is the
    file's name; `path` is relative to the folder that was ingested. `cleaned` counts the control, bidi and
    tag characters dropped from the text, by name. `pages` is empty for formats without pages.
    """

    id: str
    title: str
    kind: Kind
    organisation: str | None
    subject: str | None
    published: str | None
    period: str | None
    label: str
    source: str
    path: str
    sha256: str
    text: str
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    places: Places | None = None
    cleaned: dict[str, int] = field(default_factory=dict)

    def page_at(self, offset: int) -> Page | None:
        """The page that the character at `offset` stands on; None where the format has no pages."""
        if not self.pages:
            return None
        starts = [page.start for page in self.pages]
        return self.pages[max(0, bisect_right(starts, offset) - 1)]

    @property
    def unread_pages(self) -> tuple[int, ...]:
        """0-based indexes of the pages whose words could not be read."""
        return tuple(page.index for page in self.pages if page.read_by == "unread")


def document_id(sha256: str) -> str:
    """The document's id: the first 16 hex digits of its content hash."""
    return sha256[:16]
