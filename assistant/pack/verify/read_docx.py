"""A DOCX pack as Word shows it: deleted and hidden text is left out, inserted text is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from assistant.pack.docx.xml import WORD
from assistant.pack.verify.shown import (
    Paragraphs,
    Piece,
    ShownPack,
    ShownQuote,
    counted_in,
    hashes_in,
    unmarked,
)
from ingest.errors import ReadError
from ingest.readers.office import Package

W = f"{{{WORD}}}"
QUOTATION = "Quotation"
GONE = {f"{W}del", f"{W}moveFrom"}
WHITE = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
FINGERPRINTS = "urn:scrutiny-assistant:fingerprints"
"""The namespace of the part that holds them."""

_NOTEREF = re.compile(r"NOTEREF\s+note_(\d+)")
_PAGE_OF = re.compile(r"\d+ of \d+")
_AROUND = re.compile(r"word/(header|footer)\d*\.xml")
_KEPT = re.compile(r"customXml/item\d+\.xml")

Element = Any
Token = tuple[str, str]
"""What a run shows: ("quote" or "text", words), ("footnote", its id) or ("reference", number of a note).

A "field" is a reference as other programs save it: what it shows follows as text.
"""

WORDS = ("quote", "text")


def read_docx(data: bytes, name: str) -> ShownPack:
    """ReadError where the file is no Word document."""
    package = Package(data, name)
    document, footnotes = package.xml("word/document.xml"), package.xml("word/footnotes.xml")
    if document is None:
        raise ReadError(f"{name} is no Word document.", "Give the pack as it was written.")
    quotes: list[ShownQuote] = []
    whole: list[str] = []
    before = _before_first(footnotes)
    for paragraph in document.iter(f"{W}p"):
        tokens = list(_tokens(paragraph))
        whole.append("".join(text for kind, text in tokens if kind in WORDS))
        quotes += _quotes(tokens, before)
    text = "\n".join(whole)
    paragraphs = Paragraphs()
    for root in (document, *(package.xml(part) for part in sorted(package.names) if _AROUND.fullmatch(part))):
        _gather(root, before, paragraphs)
    return ShownPack(
        tuple(quotes),
        dict(_notes(footnotes, before)),
        hashes_in(text),
        counted_in(text),
        paragraphs.all(),
        _fingerprints(package),
    )


def _fingerprints(package: Package) -> tuple[str, ...]:
    """Word gives the parts that it keeps names of its own: this one is known by its namespace."""
    for part in sorted(filter(_KEPT.fullmatch, package.names)):
        root = package.xml(part)
        if root is not None and root.tag == f"{{{FINGERPRINTS}}}fingerprints":
            return tuple((root.text or "").split())
    return ()


def _gather(root: Element, before: int, paragraphs: Paragraphs) -> None:
    """The paragraphs of one part; those of a table's row are one."""
    for row, group in groupby(root.iter(f"{W}p"), _row_of):
        style = ""
        for paragraph in group:
            if style and row is not None:
                paragraphs.next_cell()
            named = paragraph.find(f"{W}pPr/{W}pStyle")
            style = named.get(f"{W}val", "") if named is not None else "none"
            paragraphs.add(_pieces(list(_tokens(paragraph)), before, style))
            if row is None:
                paragraphs.close(heading=style == "Heading1")
        paragraphs.close()


def _row_of(paragraph: Element) -> Element | None:
    return next(paragraph.iterancestors(f"{W}tr"), None)


def _pieces(tokens: list[Token], before: int, style: str) -> Iterator[Piece]:
    """What a paragraph shows, without the numbers of pages that Word brings up to date."""
    text = "".join(words for kind, words in tokens if kind in WORDS)
    if style == "Footer" and _PAGE_OF.fullmatch(text):
        return
    if style == "TOC1":
        yield "words", text.partition("\t")[0]
        return
    at, field = 0, ""
    while at < len(tokens):
        kind, words = tokens[at]
        at += 1
        while kind == "quote" and at < len(tokens) and tokens[at][0] == "quote":
            words += tokens[at][1]
            at += 1
        if kind in WORDS:
            told = words.lstrip()
            words = told.removeprefix(field) if field and told.startswith(field) else words
            noted = kind == "quote" and at < len(tokens) and _marked(tokens[at], before) is not None
            yield ("quote", unmarked(words)) if noted else ("words", words)
        elif (mark := _marked((kind, words), before)) is not None:
            yield "mark", str(mark)
        field = words if kind == "field" else ""


def _before_first(footnotes: Element | None) -> int:
    """The id before that of note 1: programs give the lines above the notes different ids."""
    lines = footnotes.iter(f"{W}footnote") if footnotes is not None else ()
    return max((int(one.get(f"{W}id", "0")) for one in lines if one.get(f"{W}type")), default=0)


def _quotes(tokens: list[Token], before: int) -> Iterator[ShownQuote]:
    """Runs of quotation on end, and the mark right behind them."""
    at = 0
    while at < len(tokens):
        words = ""
        while at < len(tokens) and tokens[at][0] == "quote":
            words += tokens[at][1]
            at += 1
        if words:
            yield ShownQuote(unmarked(words), _marked(tokens[at], before) if at < len(tokens) else None)
        at += 1


def _marked(token: Token, before: int) -> int | None:
    """The number of the note that the token marks; a footnote is known by its id, a reference by number."""
    kind, told = token
    if kind == "footnote":
        return int(told) - before
    return int(told) if kind in ("reference", "field") else None


def _notes(footnotes: Element | None, before: int) -> Iterator[tuple[int, str]]:
    for note in footnotes.iter(f"{W}footnote") if footnotes is not None else ():
        if not note.get(f"{W}type"):
            number = int(note.get(f"{W}id", "0")) - before
            yield number, "".join(text for kind, text in _tokens(note) if kind in WORDS).strip()


def _tokens(element: Element) -> Iterator[Token]:
    for child in element:
        if child.tag in GONE:
            continue
        if child.tag == f"{W}r":
            yield from _run(child)
        elif child.tag == f"{W}fldSimple" and (found := _NOTEREF.search(child.get(f"{W}instr", ""))):
            yield "reference", found.group(1)
        else:
            yield from _tokens(child)


def _run(run: Element) -> Iterator[Token]:
    properties = run.find(f"{W}rPr")
    if properties is not None and properties.find(f"{W}vanish") is not None:
        return
    style = properties.find(f"{W}rStyle") if properties is not None else None
    kind = "quote" if style is not None and style.get(f"{W}val") == QUOTATION else "text"
    for child in run:
        if child.tag == f"{W}t":
            yield kind, child.text or ""
        elif child.tag == f"{W}footnoteReference":
            yield "footnote", child.get(f"{W}id", "0")
        elif child.tag == f"{W}instrText" and (found := _NOTEREF.search(child.text or "")):
            yield "field", found.group(1)
        elif child.tag in WHITE:
            yield kind, WHITE[child.tag]
        elif child.tag == f"{W}drawing":
            yield "text", " ".join(one.get("descr", "") for one in child.iter() if "descr" in one.attrib)
