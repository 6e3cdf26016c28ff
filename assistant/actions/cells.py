"""Cells: one row of a plan's or tracker's table, its cells found by what their columns are for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.actions.columns import Roles, is_empty
from assistant.actions.setdown import Span
from ingest.document import Block, Document
from ingest.recommendations.clauses import skip_marker


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a row; spans are code points of the document's text, without white space round them."""

    document: Document
    block: Block
    roles: Roles

    def text(self, span: Span) -> str:
        """A slice as it stands."""
        return self.document.text[slice(*span)]

    def words(self, span: Span | None) -> str:
        """The words of a slice on one line, "" for none."""
        return " ".join(self.text(span).split()) if span else ""

    def at(self, index: int) -> Span | None:
        """The cell of a column; None where it is empty or there is none."""
        if index >= len(self.block.cells):
            return None
        start, end = self.block.cells[index]
        text = self.document.text[start:end]
        if is_empty(text):
            return None
        return start + len(text) - len(text.lstrip()), start + len(text.rstrip())

    def every(self, role: str) -> list[tuple[int, Span]]:
        """The filled cells of all columns of a role, by column."""
        return [(index, span) for index in self.roles.get(role, ()) if (span := self.at(index))]

    def of(self, role: str) -> Span | None:
        """The cell of the last filled column of a role."""
        filled = self.every(role)
        return filled[-1][1] if filled else None

    def group(self, following: str = "") -> Span | None:
        """The heading of a group of rows, where only the first cell, or one cell over all columns, is filled;
        or the one beside a number under which the row below, which begins `following`, is numbered ("A1").
        """
        filled = [span for index in range(len(self.block.cells)) if (span := self.at(index))]
        texts = [self.text(span) for span in filled]
        if len(self.block.cells) <= 2:
            return None
        if len(filled) == 2 and re.match(rf"{re.escape(texts[0].rstrip(' .'))}[. ]?\d", following):
            return filled[1] if len(texts[0].split()) == 1 else None
        return filled[0] if len(set(texts)) == 1 and len(texts[0].split()) > 1 else None

    def after_marker(self, span: Span) -> Span:
        """A slice without the number or bullet that it begins with."""
        return span[0] + skip_marker(self.text(span)), span[1]
