"""What answers and ledgers share on a screen: marks, challenges, the line at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant.answer import Challenge
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.plain import one_line


class Dated(Protocol):
    """What was worked out on a date over one state of the library."""

    @property
    def as_of(self) -> str: ...  # noqa: D102
    @property
    def library_version(self) -> str: ...  # noqa: D102


def marked(text: str, numbers: Sequence[int]) -> str:
    """The text with the numbers of its sources behind it: "Children were seen. [1][3]"."""
    return f"{text} {''.join(f'[{number}]' for number in numbers)}".rstrip()


def board_paragraphs(challenges: Sequence[Challenge]) -> Iterator[Paragraph]:
    """What to put to the board, numbered."""
    if challenges:
        yield EMPTY_LINE
        yield Paragraph("To put to the board", style="bold")
    for at, one in enumerate(challenges, 1):
        yield Paragraph(marked(one_line(one.text), one.citations), lead=f"{at}. ")


def footer(made: Dated) -> Paragraph:
    """On which date, and over which state of the library, it was worked out."""
    return Paragraph(f"As of {made.as_of}; library version {one_line(made.library_version)}", style="dim")
