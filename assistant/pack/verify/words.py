"""Words: the paragraphs of a pack as shown → what no source says, and what was edited since."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.pack.verify.fault import Fault, short
from assistant.pack.verify.fingerprints import fingerprints_of
from assistant.pack.verify.sayings import Sayings
from assistant.pack.verify.shown import CELL_END, ShownPack, ShownParagraph
from assistant.render.plain import counted

_UNCHECKED = (
    "whether its own words were changed since it was written cannot be told: it holds no fingerprints of its"
    " paragraphs. It was written by an earlier version, or another program left them out when it saved the"
    " file. Its quotations and notes were compared with the sources. To be able to check all of it, write the"
    " pack again with scrutiny pack -o FILE, with the same --subject and --period, and keep that file"
)
_STRAIGHT = re.compile(r'"([^"“”]+)"')


def word_faults(pack: ShownPack, sayings: Sayings) -> Iterator[Fault]:
    """False words and edits, in the order of reading.

    A paragraph that is as it was written is compared with the sources where it rests on them.
    """
    if pack.paragraphs is None:
        return
    if not pack.fingerprints:
        yield Fault(_UNCHECKED, kind="unchecked")
        for paragraph in pack.paragraphs:
            yield from _false(paragraph, sayings, edited=True)
        return
    matcher = SequenceMatcher(None, pack.fingerprints, fingerprints_of(pack), autojunk=False)
    for kind, was, was_end, now, now_end in matcher.get_opcodes():
        shown = pack.paragraphs[now:now_end]
        if kind == "equal":
            for paragraph in shown:
                yield from _false(paragraph, sayings, edited=False)
            continue
        for at, paragraph in enumerate(shown):
            what = "is not as it was written" if at < was_end - was else "was added"
            yield from list(_false(paragraph, sayings, edited=True)) or [_edited(paragraph, what)]
        if (missing := was_end - was - len(shown)) > 0:
            yield _missing(missing, pack.paragraphs[now_end - 1] if now_end else None)


def _edited(paragraph: ShownParagraph, what: str) -> Fault:
    told = f"this paragraph {what}: “{short(paragraph.text)}”"
    return Fault(told, section=paragraph.section, kind="edited")


def _missing(number: int, before: ShownParagraph | None) -> Fault:
    are = "that was written is" if number == 1 else "that were written are"
    after = f" after “{short(before.text)}”" if before else " at the beginning"
    told = f"{counted(number, 'paragraph')} {are} missing{after}"
    return Fault(told, section=before.section if before else None, kind="edited")


def _false(paragraph: ShownParagraph, sayings: Sayings, *, edited: bool) -> Iterator[Fault]:
    for passage in _passages(paragraph, edited=edited):
        if not sayings.hold(passage):
            what = f"shows in quotation marks what no source says: “{short(passage)}”"
            yield Fault(what, section=paragraph.section)


def _passages(paragraph: ShownParagraph, *, edited: bool) -> Iterator[str]:
    """What stands in quotation marks; in a paragraph that was edited also what only may be meant so."""
    rests = any(kind == "mark" for kind, _ in paragraph.pieces)
    for cell in paragraph.unnoted.split(CELL_END):
        closed, rest = passages(cell)
        if edited or rests:
            yield from closed
        if edited:
            yield from (*rest, *_STRAIGHT.findall(cell))


def passages(text: str) -> tuple[list[str], list[str]]:
    """What stands in quotation marks, with the quotations inside it; and what follows one never closed."""
    found: list[str] = []
    depth = start = 0
    for at, letter in enumerate(text):
        if letter == "“":
            start = at + 1 if depth == 0 else start
            depth += 1
        elif letter == "”" and depth:
            depth -= 1
            if depth == 0:
                found.append(text[start:at])
    return found, [text[start:]] if depth else []
