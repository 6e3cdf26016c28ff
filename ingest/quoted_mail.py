"""Quoted mail: the message that an e-mail answers, below the answer or between its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from ingest.draft import DraftBlock, Strand
from ingest.passage import Passage
from prompts import load_data

MARK = ">"
"""What stands before each line that is quoted (RFC 3676), once for each message back."""

_MARKS = re.compile(rf"(?:{MARK} ?)*")


def runs(text: str) -> Iterator[tuple[str, str]]:
    """The text in runs of lines quoted alike: their marks ("" for none), and the run without them."""
    for marks, lines in groupby(text.split("\n"), lambda line: MARK * _marks(line).count(MARK)):
        yield marks, "\n".join(line[len(_marks(line)) :] for line in lines)


def marked(block: DraftBlock, marks: str) -> DraftBlock:
    """A block of a quoted run as a paragraph that says so."""
    if not marks or not block.strand.text:
        return block
    return DraftBlock("paragraph", Strand(f"{marks} {block.strand.text}"))


def headed(blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """The blocks of an e-mail's body, with each line that brings in an unmarked quoted message as a heading.

    Where the quoted lines are marked the answer may go on below them, so that no heading is made.
    """
    following = [*(block.strand.text for block in blocks[1:]), ""][: len(blocks)]
    return [
        replace(block, kind="heading", level=2)
        if _introduces(block.strand.text) and not after.startswith(MARK)
        else block
        for block, after in zip(blocks, following, strict=True)
    ]


def is_quoted(passage: Passage, start: int) -> bool:
    """Whether the sentence that begins at `start` of the document is of a message that this one answers."""
    if any(_introduces(heading) for heading in passage.heading_path):
        return True
    line = passage.text.rfind("\n", 0, start - passage.start) + 1
    return passage.text.startswith(MARK, line)


def _marks(line: str) -> str:
    found = _MARKS.match(line)
    return found.group() if found else ""


def _introduces(text: str) -> bool:
    return any(pattern.fullmatch(" ".join(text.split())) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    rules = load_data("vocabulary/quoted-mail.yaml")["introduced_by"]
    return tuple(re.compile(rule, re.IGNORECASE) for rule in rules)
