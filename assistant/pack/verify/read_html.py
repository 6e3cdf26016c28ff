"""An HTML pack as a browser shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from assistant.pack.verify.shown import (
    Paragraphs,
    ShownPack,
    ShownQuote,
    counted_in,
    hashes_in,
    unmarked,
)
from ingest.errors import ReadError

Element = Any

UNSEEN = "//script | //style | //template | //head | //*[@hidden] | //*[contains({0}, 'display:none')]"
STYLE = "translate(@style, ' ', '')"
INLINE = {"a", "span", "strong", "em", "b", "i", "u", "code", "q", "sup", "sub", "small", "mark", "br"}
CELLS = {"th", "td", "dt", "dd"}
"""Elements that do not end a paragraph: those within a line, and those side by side."""

NOTES = "//li[starts-with(@id, 'note-')]"
BACK = "↩"
"""Leads from a note back to the text."""


def read_html(data: bytes, name: str) -> ShownPack:
    """ReadError where the file cannot be read as a page."""
    try:
        root = html.document_fromstring(data.decode("utf-8"))
    except (ValueError, html.etree.ParserError) as error:
        raise ReadError(f"{name} cannot be read as HTML.", "Give the pack as it was written.") from error
    kept = " ".join(root.xpath("//meta[@name='fingerprints']/@content")).split()
    for unseen in root.xpath(UNSEEN.format(STYLE)):
        unseen.drop_tree()
    text = " ".join(root.itertext())  # apart: the cells of a table touch one another
    quotes, notes = tuple(_quotes(root)), _without_notes(root)
    paragraphs = Paragraphs()
    _gather(root, paragraphs)
    return ShownPack(quotes, notes, hashes_in(text), counted_in(text), paragraphs.all(), tuple(kept))


def _without_notes(root: Element) -> dict[int, str]:
    """The notes, which are compared with their sources word by word, taken out of the page.

    What has a number that another had before it stays: it is a paragraph that was added.
    """
    notes: dict[int, str] = {}
    for item in root.xpath(NOTES):
        number = item.get("id").removeprefix("note-")
        words, back = (item.xpath(f"./{part}") for part in ("span[@class='note']", "a[@class='back']"))
        if number.isdecimal() and words and int(number) not in notes:
            notes[int(number)] = words[0].text_content()
            for part in (words[0], *(link for link in back if link.text_content() == BACK)):
                part.drop_tree()
    return notes


def _gather(element: Element, paragraphs: Paragraphs) -> None:
    if not isinstance(element.tag, str):  # a comment
        return
    apart = element.tag not in INLINE | CELLS
    if apart:
        paragraphs.close()
    if element.tag in CELLS:
        paragraphs.next_cell()
    note = _note_behind(element) if element.tag == "q" else None
    mark = _mark(element) if element.tag == "sup" else None
    if mark is not None:
        paragraphs.add([("mark", str(mark))])
    elif note is not None:
        paragraphs.add([("quote", unmarked(element.text_content()))])
    else:
        paragraphs.add([("words", element.text or "")])
        for child in element:
            _gather(child, paragraphs)
            paragraphs.add([("words", child.tail or "")])
    if apart:
        paragraphs.close(heading=element.tag == "h2")


def _quotes(root: Element) -> Iterator[ShownQuote]:
    for quote in root.iter("q"):
        if not quote.xpath("ancestor::li[starts-with(@id, 'note-')]"):
            yield ShownQuote(unmarked(quote.text_content()), _note_behind(quote))


def _note_behind(quote: Element) -> int | None:
    """The number of the note that is marked right behind the quotation, as the mark shows it."""
    behind = quote.getnext()
    if behind is None or behind.tag != "sup" or (quote.tail or "").strip():
        return None
    return _mark(behind)


def _mark(raised: Element) -> int | None:
    """The number of a mark that leads where it says."""
    shown = raised.text_content().strip()
    targets = [link.get("href", "") for link in raised.iter("a")]
    return int(shown) if re.fullmatch(r"\d+", shown) and targets == [f"#note-{shown}"] else None
