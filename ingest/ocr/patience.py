"""Patience: how many pictures in vain a file may have looked at, so that no file takes for ever.

Counted, not timed: the same file is read the same way on every computer. A picture of writing costs 3 to 10
seconds of a core, and one of a thousand specks more; a hostile file is full of those.
"""

from __future__ import annotations

AT_FIRST, EARNED = 12, 8
"""What a file has at first, and what each picture with writing on it adds: a scan may have blank pages."""

EMPTY, ILLEGIBLE = 1, 4
"""What a picture without writing takes away, and one that looks written and cannot be read."""

A_SECOND = 12_000
"""Pixels of lines that are read in about a second; a picture in vain takes away as many more as it took."""

LETTERS = 12
"""A picture on which fewer characters were read held no writing."""


class Patience:
    """That of one file."""

    def __init__(self) -> None:
        self._left = AT_FIRST

    @property
    def ended(self) -> bool:
        """Whether the pictures still to come are not looked at; their pages count as unread."""
        return self._left <= 0

    def looked(self, characters: int, *, sure: bool, work: int = 0) -> None:
        """A picture was looked at: characters read on it, whether those are all, and pixels of lines read."""
        vain = max(EMPTY if sure else ILLEGIBLE, work // A_SECOND)
        self._left += EARNED if characters >= LETTERS else -vain
