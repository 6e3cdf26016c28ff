"""Fault: one thing in a pack that is not as it should be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.pack.shown import LENGTH

FaultKind = Literal["false", "edited", "unchecked"]
"""False: the sources do not bear it out. Edited: words of the pack's own are not those that were written.
Unchecked: whether they are cannot be told.
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the note (by number), document (by name) or section (by heading) concerned."""

    what: str
    note: int | None = None
    document: str | None = None
    section: str | None = None
    kind: FaultKind = "false"


def short(text: str, most: int = LENGTH * 16) -> str:
    """The beginning of a long text, enough to find it by."""
    return text if len(text) <= most else text[:most] + "…"
