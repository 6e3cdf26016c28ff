"""A Markdown pack as it is shown: escapes taken away, cells of tables apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.pack.markdown import unescaped
from assistant.pack.verify.shown import ShownPack, ShownQuote, counted_in, hashes_in
from ingest.errors import ReadError

_NOTE = re.compile(r"\[\^(\d+)\]: (.*)")
_CELL_END = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"“(.*)”\[\^(\d+)\]")


def read_markdown(data: bytes, name: str) -> ShownPack:
    """ReadError where the file is no text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{name} is no text in UTF-8.", "Give the pack as it was written.") from error
    quotes: list[ShownQuote] = []
    notes: dict[int, str] = {}
    for line in text.split("\n"):
        if found := _NOTE.fullmatch(line.rstrip("\r")):
            notes[int(found.group(1))] = unescaped(found.group(2))
        else:
            quotes += _quotes(line)
    shown = unescaped(text)
    return ShownPack(tuple(quotes), notes, hashes_in(shown), counted_in(shown))


def _quotes(line: str) -> Iterator[ShownQuote]:
    for cell in _CELL_END.split(line):
        if found := _QUOTE.search(cell):
            yield ShownQuote(unescaped(found.group(1)), int(found.group(2)))
