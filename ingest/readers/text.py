"""Read plain text: paragraphs between blank lines, wrapped lines joined, marks of emphasis taken out."""

from __future__ import annotations

import re

from ingest.draft import Draft, DraftBlock, Strand
from ingest.readers.decode import decode
from ingest.readers.headings import infer_headings
from ingest.readers.markdown import read_markdown_text
from ingest.readers.markers import find_marker, list_depth

_BLANK = re.compile(r"\n[ \t]*\n+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\|.+\|\s*$|```|\[[^\]]+\]\(\S+\))", re.MULTILINE)
_WRAPPED_AT_LEAST = 45
_WRAPPED_AT_MOST = 110
"""Characters; a text with longer lines has one paragraph a line."""


def read_text(data: bytes, name: str) -> Draft:
    """The draft of a plain text file; one that is written in Markdown is read as such."""
    del name
    return read_text_string(decode(data))


def read_text_string(text: str) -> Draft:
    """The draft of a text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n")
    if len(_MARKDOWN.findall(text)) >= 3:
        return read_markdown_text(text)
    text = _EMPHASIS.sub(r"\2", text)
    lines = [line for line in text.split("\n") if line.strip()]
    wrapped = bool(lines) and sum(len(line) <= _WRAPPED_AT_MOST for line in lines) >= 0.95 * len(lines)
    width = max((len(line) for line in lines if len(line) <= _WRAPPED_AT_MOST), default=0) if wrapped else 0
    width = width if width >= _WRAPPED_AT_LEAST else 0
    blocks: list[DraftBlock] = []
    for part in _BLANK.split(text):
        blocks += [_block(paragraph) for paragraph in _paragraphs(part, width)]
    return Draft(infer_headings(blocks))


def _paragraphs(part: str, width: int) -> list[str]:
    """The paragraphs of a part between blank lines; `width`: that of wrapped lines, 0 for none."""
    found: list[str] = []
    previous = ""
    for line in part.split("\n"):
        if not line.strip():
            continue
        first_word = len(line.split()[0])
        full = width and len(previous.rstrip()) + 1 + first_word > 0.85 * width
        if found and full and not find_marker(line.strip()):
            found[-1] += " " + line.strip()
        else:
            found.append(line.strip())
        previous = line
    return found


def _block(text: str) -> DraftBlock:
    """A list item where the text begins with a marker, else a paragraph."""
    marker = find_marker(text)
    if marker:
        return DraftBlock("list_item", Strand(text), list_depth(marker), marker)
    return DraftBlock("paragraph", Strand(text))
