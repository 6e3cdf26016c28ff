"""Challenges: the rows of a challenge log that a question wants, by whether they are closed, or whose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from assistant.forms import forms_of, plain, put_as
from assistant.slices import Slice
from assistant.understanding.content_words import content_words
from assistant.understanding.papers_called import newest_first
from assistant.words import stems
from ingest.document import Block, Document
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data

State = Literal["open", "closed", ""]

_NAMED = re.compile(r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+), (?P<post>[a-z][a-z ]+)")


@dataclass(frozen=True, slots=True)
class ChallengesAsked:
    """Which rows are asked for: in a state ("" for any), and with these words in them."""

    state: State
    words: frozenset[str]


def challenges_asked(text: str) -> ChallengesAsked | None:
    """What the text wants of a challenge log; None where it wants anything else."""
    said = plain(text).lower()
    for state, forms in _forms().items():
        if found := put_as(forms, said):
            who = (found.groupdict().get("who") or "").strip()
            return ChallengesAsked(state, stems(" ".join(content_words(who))))
    return None


def challenges(
    asked: ChallengesAsked, library: Library, records: Sequence[DocumentRecord]
) -> tuple[DocumentRecord, list[Slice], int] | None:
    """The newest paper with such a log, its rows that are asked for and how many it has.

    None without one, and where no row names whom the question does.
    """
    for paper in newest_first(records):
        document = library.document(paper.id)
        every = [(row, stems(document.text[row.start : row.end]), state) for row, state in _rows(document)]
        if not every:
            continue
        named = asked.words
        if not any(named <= held for _, held, _ in every):
            named = _holder(asked.words, document.text)
        if not any(named <= held for _, held, _ in every):
            return None
        wanted = [row for row, held, state in every if asked.state in ("", state) and named <= held]
        return paper, [Slice(document.id, row.start, row.end) for row in wanted], len(every)
    return None


def _holder(post: frozenset[str], text: str) -> frozenset[str]:
    """The name of who holds the post in this paper ("Ann Vale, independent scrutineer"), else the post."""
    called = (found for found in _NAMED.finditer(text) if post <= stems(found["post"]))
    return next((stems(found["name"]) for found in called), post)


def _rows(document: Document) -> Iterator[tuple[Block, State]]:
    """The rows of its logs: tables with a column of challenges and one for what came of them."""
    state_at = -1
    for block in document.blocks:
        cells = [document.text[start:end].strip() for start, end in block.cells]
        if block.kind == "table_header":
            said, told = (_column(cells, name) for name in ("challenge", "closed"))
            state_at = told if said >= 0 else -1
        elif block.kind == "table_row" and 0 <= state_at < len(cells):
            yield block, "closed" if _pattern("yes").fullmatch(cells[state_at]) else "open"


def _column(header: Sequence[str], name: str) -> int:
    return next((at for at, cell in enumerate(header) if _pattern(name).fullmatch(cell)), -1)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_rules()["columns"][name]), re.IGNORECASE)


@cache
def _forms() -> dict[State, list[re.Pattern[str]]]:
    states: tuple[State, ...] = ("open", "closed", "")
    return {state: forms_of(_rules()["asks"][state or "any"], {}) for state in states}


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = load_data("vocabulary/listing.yaml")["challenges"]
    return rules
