"""Lettered: the actions of one cell that letters or numbers tell apart, each with its owner and day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.actions.due import due_of
from assistant.actions.named import named_in
from assistant.actions.setdown import SetDown, Span

if TYPE_CHECKING:
    from assistant.actions.cells import Cells

_MARK = re.compile(r"(?:^|\s)\(?(?P<mark>[a-h]|[1-9])\)\s+")


def apart(row: SetDown, cells: Cells, said_on: str | None) -> Iterator[SetDown]:
    """The row, or each of the actions "a) …", "b) …" in its cell; days under the same letters are theirs."""
    action, due = cells.of("action"), cells.of("due")
    parts = _parts(cells, action)
    if len(parts) < 2:
        yield row
        return
    days = _parts(cells, due)
    for number, (mark, text) in enumerate(parts.items()):
        day = days.get(mark, due)
        when, kind = due_of(cells.text(day), said_on) if day else (None, "")
        owner = named_in(cells, text) or (row.owner if cells.of("owner") or cells.of("agency") else None)
        yield replace(
            row,
            span=text if number else row.span,
            text=text,
            wording=cells.words(text),
            owner=owner,
            owner_words=cells.words(owner),
            due=when,
            due_kind=kind,
            due_words=day if kind else None,
            due_wording=cells.words(day),
        )


def _parts(cells: Cells, span: Span | None) -> dict[str, Span]:
    """By mark the parts of a cell that begins with the first mark and counts on; none of any other."""
    text = cells.text(span) if span else ""
    marks = list(_MARK.finditer(text))
    if not span or not marks or marks[0].start() or marks[0]["mark"] not in "a1":
        return {}
    if any(ord(two["mark"]) - ord(one["mark"]) != 1 for one, two in pairwise(marks)):
        return {}
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return {
        mark["mark"]: (span[0] + mark.end(), span[0] + end) for mark, end in zip(marks, ends, strict=True)
    }
