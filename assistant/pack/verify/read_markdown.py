"""A Markdown pack as it is shown: escapes taken away, cells of tables apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.pack.markdown import unescaped
from assistant.pack.verify.shown import Paragraphs, Piece, ShownPack, ShownQuote, counted_in, hashes_in
from ingest.errors import ReadError

_NOTE = re.compile(r"\[\^(\d+)\]: (.*)")
_CELL_END = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"“(.*?)”\[\^(\d+)\]")
_MARK = re.compile(r"\[\^(\d+)\]")
_FINGERPRINTS = re.compile(r"<!-- fingerprints: ([0-9a-f ]*) -->")


def read_markdown(data: bytes, name: str) -> ShownPack:
    """ReadError where the file is no text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{name} is no text in UTF-8.", "Give the pack as it was written.") from error
    quotes: list[ShownQuote] = []
    notes: dict[int, str] = {}
    kept: list[str] = []
    paragraphs = Paragraphs()
    for line in (one.rstrip("\r") for one in text.split("\n")):
        if (found := _NOTE.fullmatch(line)) and int(found.group(1)) not in notes:
            notes[int(found.group(1))] = unescaped(found.group(2))
        elif found := _FINGERPRINTS.fullmatch(line):
            kept += found.group(1).split()
        else:
            quotes += _quotes(line)
            _gather(line, paragraphs)
    shown = unescaped(text)
    return ShownPack(tuple(quotes), notes, hashes_in(shown), counted_in(shown), paragraphs.all(), tuple(kept))


def _gather(line: str, paragraphs: Paragraphs) -> None:
    for cell in _CELL_END.split(line):
        paragraphs.next_cell()
        end = 0
        for found in _QUOTE.finditer(cell):
            quote: list[Piece] = [("quote", unescaped(found.group(1))), ("mark", found.group(2))]
            paragraphs.add([*_marked(cell[end : found.start()]), *quote])
            end = found.end()
        paragraphs.add(_marked(cell[end:]))
    paragraphs.close(heading=line.startswith("## "))


def _marked(text: str) -> Iterator[Piece]:
    """Words and the marks between them: `split` gives them in turn."""
    for at, part in enumerate(_MARK.split(text)):
        yield ("mark", part) if at % 2 else ("words", unescaped(part))


def _quotes(line: str) -> Iterator[ShownQuote]:
    for cell in _CELL_END.split(line):
        for found in _QUOTE.finditer(cell):
            yield ShownQuote(unescaped(found.group(1)), int(found.group(2)))
