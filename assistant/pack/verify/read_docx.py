"""A DOCX pack as Word shows it: deleted and hidden text is left out, inserted text is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

from assistant.pack.docx.xml import DRAWING, WORD
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

_NOTE = re.compile(r"note_(\d+)")
"""The name of the bookmark where a note begins, and of what its marks lead to."""

_PAGE_OF = re.compile(r"\d+ of \d+")
_AROUND = re.compile(r"word/(header|footer)\d*\.xml")
_KEPT = re.compile(r"customXml/item\d+\.xml")

Element = Any
Token = tuple[str, str]
"""What stands in a paragraph: ("quote" or "text", words) or ("mark", number of a note)."""

WORDS = ("quote", "text")


def read_docx(data: bytes, name: str) -> ShownPack:
    """ReadError where the file is no Word document."""
    package = Package(data, name)
    document = package.xml("word/document.xml")
    if document is None:
        raise ReadError(f"{name} is no Word document.", "Give the pack as it was written.")
    quotes: list[ShownQuote] = []
    notes: dict[int, str] = {}
    whole: list[str] = []
    paragraphs = Paragraphs()
    for paragraph in list(document.iter(f"{W}p")):
        tokens = _tokens(paragraph)
        whole.append(_words(tokens))
        note = _note(paragraph, tokens)
        if note and note[0] not in notes:
            notes[note[0]] = note[1]
            paragraph.getparent().remove(paragraph)  # compared with its source word by word
        else:
            quotes += _quotes(tokens)
    for root in (document, *(package.xml(part) for part in sorted(package.names) if _AROUND.fullmatch(part))):
        _gather(root, paragraphs)
    text = "\n".join(whole)
    return ShownPack(
        tuple(quotes), notes, hashes_in(text), counted_in(text), paragraphs.all(), _fingerprints(package)
    )


def _fingerprints(package: Package) -> tuple[str, ...]:
    """Word gives the parts that it keeps names of its own: this one is known by its namespace."""
    for part in sorted(filter(_KEPT.fullmatch, package.names)):
        root = package.xml(part)
        if root is not None and root.tag == f"{{{FINGERPRINTS}}}fingerprints":
            return tuple((root.text or "").split())
    return ()


def _gather(root: Element, paragraphs: Paragraphs) -> None:
    """The paragraphs of one part; those of a table's row are one."""
    for row, group in groupby(root.iter(f"{W}p"), _row_of):
        style = ""
        for paragraph in group:
            if style and row is not None:
                paragraphs.next_cell()
            named = paragraph.find(f"{W}pPr/{W}pStyle")
            style = named.get(f"{W}val", "") if named is not None else "none"
            paragraphs.add(_pieces(_tokens(paragraph), style))
            if row is None:
                paragraphs.close(heading=style == "Heading1")
        paragraphs.close()


def _row_of(paragraph: Element) -> Element | None:
    return next(paragraph.iterancestors(f"{W}tr"), None)


def _pieces(tokens: list[Token], style: str) -> Iterator[Piece]:
    """What a paragraph shows, without the numbers of pages that Word brings up to date."""
    text = _words(tokens)
    if style == "Footer" and _PAGE_OF.fullmatch(text):
        return
    if style == "TOC1":
        yield "words", text.partition("\t")[0]
        return
    for (kind, words), behind in pairwise([*tokens, ("end", "")]):
        if kind == "mark":
            yield "mark", words
        else:
            noted = kind == "quote" and behind[0] == "mark"
            yield ("quote", unmarked(words)) if noted else ("words", words)


def _quotes(tokens: list[Token]) -> Iterator[ShownQuote]:
    """The quotations, and the mark right behind each."""
    for (kind, words), (behind, number) in pairwise([*tokens, ("end", "")]):
        if kind == "quote":
            yield ShownQuote(unmarked(words), int(number) if behind == "mark" else None)


def _note(paragraph: Element, tokens: list[Token]) -> tuple[int, str] | None:
    """Number and words, where the paragraph begins a note and shows its number."""
    names = [mark.get(f"{W}name", "") for mark in paragraph.iter(f"{W}bookmarkStart")]
    number, _, words = _words(tokens).partition("\t")
    return (int(number), words) if f"note_{number}" in names and number.isdecimal() else None


def _words(tokens: list[Token]) -> str:
    return "".join(words for kind, words in tokens if kind in WORDS)


def _tokens(element: Element) -> list[Token]:
    """Those of a paragraph in order; what programs saved in several runs is one.

    So is a quotation up to its closing mark: words typed into it may lack its style.
    """
    tokens: list[Token] = []
    for kind, words in _parts(element):
        before, so_far = tokens[-1] if tokens else ("", "")
        inside = before == "quote" and so_far.startswith("“") and not so_far.endswith("”")
        if kind in WORDS and (kind == before or inside):
            tokens[-1] = (before, so_far + words)
        else:
            tokens.append((kind, words))
    return tokens


def _parts(element: Element) -> Iterator[Token]:
    for child in element:
        if child.tag in GONE:
            continue
        if child.tag == f"{W}r":
            yield from _run(child)
        elif child.tag == f"{W}hyperlink" and (found := _NOTE.fullmatch(child.get(f"{W}anchor", ""))):
            shown = "".join(words for _, words in _parts(child))
            yield ("mark" if shown == found.group(1) else "text"), shown
        else:
            yield from _parts(child)


def _run(run: Element) -> Iterator[Token]:
    properties = run.find(f"{W}rPr")
    if properties is not None and properties.find(f"{W}vanish") is not None:
        return
    style = properties.find(f"{W}rStyle") if properties is not None else None
    kind = "quote" if style is not None and style.get(f"{W}val") == QUOTATION else "text"
    for child in run:
        if child.tag == f"{W}t":
            yield kind, child.text or ""
        elif child.tag in WHITE and child.get(f"{W}type") != "page":
            yield kind, WHITE[child.tag]
        elif child.tag == f"{W}drawing":
            yield "text", " ".join(one.get("descr", "") for one in child.iter(f"{{{DRAWING}}}docPr"))
