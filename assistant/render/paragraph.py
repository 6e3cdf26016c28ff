"""Paragraph: the unit of what is printed, and how paragraphs are laid out on a console."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from assistant.render.plain import one_line


@dataclass(frozen=True)
class Paragraph:
    """Some text behind an optional `lead` such as "1. "; later lines are indented to stand under the first.

    The text is already safe: nothing in it is read as markup. An empty paragraph is an empty line.
    """

    text: str = ""
    lead: str = ""
    style: str = ""

    def styled(self) -> Text:
        """The lead and the text on one line, to be wrapped by whoever shows it."""
        return Text(self.lead).append(self.text, self.style)


EMPTY_LINE = Paragraph()


def headed(title: str, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs under a line that says what they are about, where several such follow one another."""
    yield Paragraph(one_line(title), style="bold")
    yield EMPTY_LINE
    yield from paragraphs
    yield EMPTY_LINE


def print_paragraphs(console: Console, paragraphs: Iterable[Paragraph]) -> None:
    """Prints paragraphs: wrapped to a terminal's width; off a terminal each on one line, never cut."""
    for paragraph in paragraphs:
        if console.is_terminal:
            _print_wrapped(console, paragraph)
        else:
            console.print(paragraph.styled(), soft_wrap=True)


def _print_wrapped(console: Console, paragraph: Paragraph) -> None:
    indent = cell_len(paragraph.lead)
    lines = Text(paragraph.text, paragraph.style).wrap(console, max(20, console.width - indent)) or [Text()]
    for number, line in enumerate(lines):
        line.rstrip()
        console.print(Text(paragraph.lead if number == 0 else " " * indent) + line, soft_wrap=True)
