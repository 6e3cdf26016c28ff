"""Turn: one question of a conversation, and where its answer stood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """`asked` is what was typed, `understood` the whole question it was taken for.

    `slices` are (document id, start, end) of what was quoted: a conversation keeps no document's text.
    `verdict` and `reason` are what was said where nothing was quoted, as in a refusal; empty for an answer.
    """

    asked: str
    understood: str
    slices: tuple[tuple[str, int, int], ...] = ()
    verdict: str = ""
    reason: str = ""
