"""ShownPack: the quotations, notes and hashes that a reader of a written pack can see."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.pack.wording import wording

HASH = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quotation in the text: the words between its marks, and the note behind it (None: there is none)."""

    text: str
    note: int | None


@dataclass(frozen=True, slots=True)
class ShownPack:
    """What one file shows. `notes` by number; `counted` is how many notes the pack says it has."""

    quotes: tuple[ShownQuote, ...]
    notes: dict[int, str]
    hashes: frozenset[str]
    counted: int | None


def hashes_in(text: str) -> frozenset[str]:
    """The hashes of files that stand in a text."""
    return frozenset(HASH.findall(text))


def counted_in(text: str) -> int | None:
    """How many notes the pack says it has."""
    before, _, after = wording("reading")["counted"].partition("$notes")
    found = re.search(re.escape(before) + r"(\d+)" + re.escape(after), text)
    return int(found.group(1)) if found else None


def unmarked(quotation: str) -> str:
    """The words between a quotation's own marks."""
    return quotation.removeprefix("“").removesuffix("”")
