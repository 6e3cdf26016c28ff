"""Passage: the unit that is searched. `document.text[p.start:p.end] == p.text`, always."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """An exact slice of a document, with what a reader needs to place it.

    `heading_path` runs from the highest heading down. `header` is the header row's text where the passage
    is a table row, else "". `page_index` (0-based) and `page_label` are those of its first character, None
    where the format has no pages.
    """

    id: str
    document_id: str
    start: int
    end: int
    text: str
    heading_path: tuple[str, ...] = ()
    header: str = ""
    page_index: int | None = None
    page_label: str | None = None

    @property
    def heading(self) -> str:
        """The heading path on one line."""
        return " › ".join(self.heading_path)

    def slice(self, start: int, end: int) -> str:
        """Its text between two places of the document."""
        return self.text[start - self.start : end - self.start]


def passage_id(document_id: str, start: int, end: int) -> str:
    """The passage's id: the same slice of the same bytes always has the same id."""
    return f"{document_id}-{start}-{end}"


def embedded_text(title: str, passage: Passage) -> str:
    """What it is embedded by: title, headings, table header, text, each on a line (which costs no tokens)."""
    return "\n".join(part for part in (title, *passage.heading_path, passage.header, passage.text) if part)
