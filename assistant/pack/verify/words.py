"""Words: the paragraphs of a pack as shown → what no source says, and what was edited since."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.pack.shown import shown
from assistant.pack.verify.fault import Fault, short
from assistant.pack.verify.fingerprints import fingerprints_of
from assistant.pack.verify.shown import ShownPack, ShownParagraph
from assistant.render.plain import counted
from prompts import load_data

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.records import DocumentRecord

_STRAIGHT = re.compile(r'"([^"“”]+)"')
_END = " ,;:.–—"
"""Where a challenge cuts a quotation, it leaves out the stops that stood there."""


class Sayings:
    """Whether words stand in any document of a library, whatever its version."""

    def __init__(self, library: Library, records: Sequence[DocumentRecord]) -> None:
        self._library, self._records = library, records

    def hold(self, passage: str) -> bool:
        """Does one document say all of it, in order, where it leaves something out (…) the parts of it?"""
        parts = [part for part in (one.strip(_END) for one in passage.split("…")) if part]
        return any(_in_order(parts, text) for text in self._texts)

    @cached_property
    def _texts(self) -> list[str]:
        texts = [shown(self._library.document(record.id).text) for record in self._records]
        own = shown(str(load_data("pack/words.yaml")))
        return [own, *texts, *(text.replace(" | ", ", ") for text in texts if " | " in text)]


def word_faults(pack: ShownPack, sayings: Sayings) -> Iterator[Fault]:
    """False words and edits, in the order of reading."""
    if pack.paragraphs is None:
        return
    if not pack.fingerprints:
        yield Fault(
            "it holds no fingerprints of its paragraphs (one written by an earlier version has none):"
            " only its quotations and notes were compared"
        )
        for paragraph in pack.paragraphs:
            yield from _false(paragraph, sayings)
        return
    matcher = SequenceMatcher(None, pack.fingerprints, fingerprints_of(pack), autojunk=False)
    for kind, was, was_end, now, now_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        changed = was_end - was
        for at in range(now, now_end):
            paragraph = pack.paragraphs[at]
            what = "is not as it was written" if at - now < changed else "was added"
            edited = Fault(
                f"this paragraph {what}: “{short(paragraph.text)}”",
                section=paragraph.section,
                kind="edited",
            )
            yield from list(_false(paragraph, sayings)) or [edited]
        if (missing := changed - (now_end - now)) > 0:
            yield _missing(missing, pack.paragraphs[now_end - 1] if now_end else None)


def _missing(number: int, before: ShownParagraph | None) -> Fault:
    after = f" after “{short(before.text)}”" if before else " at the beginning"
    what = f"{counted(number, 'paragraph')} that was written is missing{after}"
    what = what.replace("paragraphs that was written is", "paragraphs that were written are")
    return Fault(what, section=before.section if before else None, kind="edited")


def _false(paragraph: ShownParagraph, sayings: Sayings) -> Iterator[Fault]:
    for passage in passages(paragraph.unnoted):
        if not sayings.hold(passage):
            what = f"shows in quotation marks what no source says: “{short(passage)}”"
            yield Fault(what, section=paragraph.section)


def passages(text: str) -> Iterator[str]:
    """What stands in quotation marks, with the quotations inside it."""
    depth = start = 0
    for at, letter in enumerate(text):
        if letter == "“":
            start = at + 1 if depth == 0 else start
            depth += 1
        elif letter == "”" and depth:
            depth -= 1
            if depth == 0:
                yield text[start:at]
    if depth:
        yield text[start:]
    yield from _STRAIGHT.findall(text)


def _in_order(parts: Sequence[str], text: str) -> bool:
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True
