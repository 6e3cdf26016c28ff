"""Headings: short paragraphs that are headings in all but name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from ingest.draft import DraftBlock
from ingest.phrases import any_listed

_MOST_WORDS = 12
_PERSON = re.compile(r"^(?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+(?:\s[A-Z]{2,5})*(?:,\s|\s\([A-Z])|\bHMI\b")
"""Someone's name with a post after it."""
_LEAST_BODY = 14
"""Words that the paragraph below must have, unless it leads into a list."""

_ENDS_LIKE_TEXT = re.compile(r"[.!?;,:…–—-][\"'”’)\]]*$")
_NOT_A_HEADING = re.compile(
    r"""^(?:dear|yours|tel|telephone|fax|e-?mail|quick\ exit|skip\ to)\b
      | ^(?:menu|search|home)$ | ^(?:https?:|www\.|©|page\ \d)
      | ^[\W\d]+$ | \S@\S+\.\S | :\s+\S | ^\S+:$
      | ^\d{1,2}(?:st|nd|rd|th)?\s+\w+\s+\d{4}$ | ^[“"‘'].*
      | ^(?:mr|mrs|ms|miss|dr|cllr|sir|dame|professor)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAST_NUMBERED = 2
"""So many numbered titles, each with a paragraph under it, are an agenda's."""
_LABELLED = re.compile(
    r"(?:recommendation|finding|theme|learning(?: point)?|priority|objective|standard)\s+"
    r"(?:\d{1,2}|[a-z]|[ivx]{1,4})\W*",
    re.IGNORECASE,
)
"""What stands alone above a recommendation or finding, however short that is."""
_NUMBERED = re.compile(r"\d{1,2}\.")
_NAMED = re.compile(r"^heading\s*(\d)$|^(title)$|^(subtitle)$", re.IGNORECASE)


def named_level(style: str) -> int:
    """The level of a paragraph style called "Heading 2", "Title" (1) or "Subtitle" (2); 0 for any other."""
    found = _NAMED.match(style)
    if not found:
        return 0
    return min(int(found.group(1)), 6) if found.group(1) else (1 if found.group(2) else 2)


def outline_level(outline: int | None) -> int:
    """The level, 1 to 6, of an outline level from 0; 0 for 9 (body text) and where none is set."""
    return min(outline + 1, 6) if outline is not None and 0 <= outline < 9 else 0


def styled_level(styles: Iterable[tuple[str, int | None]]) -> int:
    """The level that a style, or one it is based on, gives by its name or its outline level; 0 for none."""
    return next((level for name, own in styles if (level := named_level(name) or outline_level(own))), 0)


def infer_headings(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Marks as headings short paragraphs without end punctuation that a longer paragraph follows, and the
    numbered titles of minutes.

    Their level is one below the deepest heading that the file marks itself (2 where it marks none, since
    the title is 1). Blocks are changed in place and returned.
    """
    marked = [block.level for block in blocks if block.kind == "heading"]
    level = min(6, max(marked) + 1) if marked else 2
    for at, block in enumerate(blocks):
        if _could_be_heading(block) and _leads(blocks, at):
            block.kind, block.level = "heading", level
    _mark_title(blocks, bool(marked))
    _mark_numbered(blocks, level)
    return blocks


def _mark_numbered(blocks: list[DraftBlock], level: int) -> None:
    """Marks as headings the numbered titles of minutes ("5. Health visiting").

    Only where somebody was present, all lines so numbered are such titles, their numbers rise, and a
    paragraph or an item numbered below it ("5.1") follows each: else they may be a list.
    """
    attended = any_listed("actions/people.yaml", "present")
    if not any(attended.match((block.cells or [block.strand])[0].text) for block in blocks):
        return
    places = [at for at, block in enumerate(blocks) if _NUMBERED.fullmatch(block.marker)]
    numbers = [int(blocks[at].marker[:-1]) for at in places]
    rise = all(first < second for first, second in pairwise(numbers))
    if len(places) < _LEAST_NUMBERED or not rise or not all(_is_title(blocks, at) for at in places):
        return
    for at in places:
        blocks[at].kind, blocks[at].level, blocks[at].marker = "heading", level, ""


def _is_title(blocks: list[DraftBlock], at: int) -> bool:
    text, number = blocks[at].strand.text.removeprefix(blocks[at].marker), blocks[at].marker
    below = next(iter(blocks[at + 1 : at + 2]), None)
    if below is not None and below.marker.startswith(number):
        text = text.replace(": ", " ")  # "5. Rapid review: Child K" is no label with its value
    elif below is None or below.kind != "paragraph":
        return False
    return _reads_like_heading(text)


def _could_be_heading(block: DraftBlock) -> bool:
    """A short line of words that ends like no sentence and is no label, name, date or address."""
    return block.kind == "paragraph" and _reads_like_heading(block.strand.text)


def _reads_like_heading(text: str) -> bool:
    text = text.strip()
    if not text or len(text) > 90 or len(text.split()) > _MOST_WORDS:
        return False
    if (
        (_ENDS_LIKE_TEXT.search(text) and not text.endswith("?"))
        or _NOT_A_HEADING.search(text)
        or _PERSON.search(text)
    ):
        return False
    return (text[0].isupper() or text[0].isdigit()) and bool(re.search(r"[^\W\d_]{3}", text))


def _leads(blocks: list[DraftBlock], at: int) -> bool:
    """Whether a longer paragraph follows, at once or after one more such line (a heading and its sub-
    heading); any does below the label of what it says.
    """
    labelled = _LABELLED.fullmatch(blocks[at].strand.text)
    if labelled and [block.kind for block in blocks[at + 1 : at + 2]] == ["paragraph"]:
        return True
    for following in blocks[at + 1 : at + 3]:
        if following.kind == "paragraph" and len(following.strand.text.split()) >= _LEAST_BODY:
            return True
        if not (following.kind == "heading" or _could_be_heading(following)):
            return False
    return False


def _mark_title(blocks: list[DraftBlock], marked: bool) -> None:
    """Where none is marked: the first short line above the first long paragraph, unless this is a letter."""
    first = next((at for at, block in enumerate(blocks) if block.kind == "heading"), None)
    if marked or first is None:
        return
    front = blocks[: first + 1]
    if any(len(block.strand.text.split()) > _MOST_WORDS or block.kind != "paragraph" for block in front[:-1]):
        return
    if any(block.strand.text.lower().startswith("dear ") for block in blocks[:25]):
        return
    title = next(block for block in front if block is front[-1] or _could_be_heading(block))
    title.kind, title.level = "heading", 1
