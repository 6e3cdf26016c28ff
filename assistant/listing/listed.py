"""Listed: all there is of something, and the answer that lists it, each line quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.answer import Answer, Citation, Gap, Statement
from assistant.in_words import day_in_words, filled, short_title
from assistant.slices import Citations, Slice
from ingest.library import Library
from prompts import load_data

MOST = 40
"""So many of a list are shown; how many more there are is said."""

Row = tuple[str, *tuple[Slice, ...]]
"""What a line of a list is headed by ("" for nothing), and the words quoted; several each with its paper."""


@dataclass(frozen=True, slots=True)
class Listed:
    """All there is of something: the sentence that says so, and what to say where there is nothing.

    `joint` stands between the quotations of one line; `command` lists all; `gaps` are told beside the lines.
    """

    rows: Sequence[Row]
    told: str
    reason: str = ""
    missing: str = ""
    joint: str = ""
    command: str = "scrutiny recommendations"
    gaps: tuple[Gap, ...] = ()


def answer_of(listed: Listed, text: str, library: Library, searched: int, as_of: str) -> Answer:
    """The list as an answer to `text`, of `searched` documents; not found where it has no line."""
    where = filled(wording()["searched"], count=searched)
    citations = Citations(library)
    statements = tuple(statement_of(row, listed.joint, citations) for row in listed.rows[:MOST])
    left = len(listed.rows) - len(statements)
    more = filled(wording()["more"], count=left, command=listed.command)
    gaps = (*listed.gaps, *([Gap(more, where, searched=False)] if left else []))
    return Answer(
        question=text,
        outcome="answered" if statements else "not_found",
        verdict=listed.told if statements else f"{where}.",
        statements=statements,
        citations=citations.all(),
        gaps=gaps if statements else (Gap(listed.missing, where), *listed.gaps),
        reason="" if statements else listed.reason,
        as_of=as_of,
        library_version=library.version,
        confidence=1.0 if statements else 0.0,
    )


def statement_of(row: Row, joint: str, citations: Citations) -> Statement:
    """A line of a list as a statement; of several quotations, `joint` between them, each has its paper."""
    head, *pieces = row
    numbers = tuple(citations.number(piece) for piece in pieces)
    cited = citations.all()
    quotes = [cited[number - 1] for number in numbers]
    if len(quotes) > 1:
        said = f"; {joint} ".join(quoted_with_paper(one) for one in quotes)
        return Statement(f"{head}: {said}", numbers)
    return Statement(f"{head}: “{quotes[0].quote}”" if head else quotes[0].quote, numbers)


def quoted_with_paper(cited: Citation) -> str:
    """The quotation with its paper and day."""
    form = "dated" if cited.published else "undated"
    words = {"quote": cited.quote, "title": short_title(cited.title), "day": day_in_words(cited.published)}
    return filled(wording()[form], **words)


def wording() -> dict[str, Any]:
    """What is said of lists."""
    told: dict[str, Any] = load_data("vocabulary/listing.yaml")["answer"]
    return told
