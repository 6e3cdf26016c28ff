"""An HTML pack as a browser shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from assistant.pack.verify.shown import ShownPack, ShownQuote, counted_in, hashes_in, unmarked
from ingest.errors import ReadError

Element = Any


def read_html(data: bytes, name: str) -> ShownPack:
    """ReadError where the file cannot be read as a page."""
    try:
        root = html.document_fromstring(data.decode("utf-8"))
    except (ValueError, html.etree.ParserError) as error:
        raise ReadError(f"{name} cannot be read as HTML.", "Give the pack as it was written.") from error
    for unseen in root.xpath("//script | //style | //template | //head | //*[@hidden]"):
        unseen.drop_tree()
    text = " ".join(root.itertext())  # apart: the cells of a table touch one another
    return ShownPack(tuple(_quotes(root)), dict(_notes(root)), hashes_in(text), counted_in(text))


def _quotes(root: Element) -> Iterator[ShownQuote]:
    for quote in root.iter("q"):
        if not quote.xpath("ancestor::li[starts-with(@id, 'note-')]"):
            yield ShownQuote(unmarked(quote.text_content()), _note_behind(quote))


def _note_behind(quote: Element) -> int | None:
    """The number of the note that is marked right behind the quotation, as the mark shows it."""
    behind = quote.getnext()
    if behind is None or behind.tag != "sup" or (quote.tail or "").strip():
        return None
    shown = behind.text_content().strip()
    targets = [link.get("href", "") for link in behind.iter("a")]
    return int(shown) if re.fullmatch(r"\d+", shown) and targets == [f"#note-{shown}"] else None


def _notes(root: Element) -> Iterator[tuple[int, str]]:
    for item in root.xpath("//li[starts-with(@id, 'note-')]"):
        number = item.get("id").removeprefix("note-")
        words = item.xpath("./span[@class='note']")
        if number.isdigit() and words:
            yield int(number), words[0].text_content()
