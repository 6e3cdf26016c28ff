"""What answers and ledgers share on a screen: marks, challenges, the line at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Protocol

from assistant.answer import Challenge, Citation
from assistant.in_words import version_in_words
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.place import place_of
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


def sources_by_place(title: str, citations: Sequence[Citation]) -> Iterator[Paragraph]:
    """The sources under a title ("" for none), those of one place that follow one another in one line."""
    if citations:
        yield EMPTY_LINE
    if citations and title:
        yield Paragraph(title, style="bold")
    for place, group in groupby(citations, key=place_of):
        numbers = [citation.n for citation in group]
        span = f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
        yield Paragraph(place, lead=f"[{span}] ")


def footer(made: Dated) -> Paragraph:
    """On which date, and over which state of the library, it was worked out."""
    return Paragraph(
        f"As of {made.as_of}; library version {one_line(version_in_words(made.library_version))}", style="dim"
    )
