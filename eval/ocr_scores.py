"""How much of a page was read: words found, spaces lost and added. Pure."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass

_SAME = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "ﬁ": "fi", "ﬂ": "fl"}
)
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@dataclass(frozen=True)
class PageScore:
    """Counts of one page or several: words of the truth, found; spaces of the truth, lost; spaces added."""

    words: int
    found: int
    spaces: int
    lost: int
    added: int

    def __add__(self, other: PageScore) -> PageScore:
        return PageScore(
            self.words + other.words,
            self.found + other.found,
            self.spaces + other.spaces,
            self.lost + other.lost,
            self.added + other.added,
        )

    @property
    def recall(self) -> float:
        """The share of the words that were read as they stand."""
        return self.found / self.words if self.words else 1.0

    def line(self) -> str:
        """One line for a report."""
        spaces = max(1, self.spaces)
        return (
            f"words {self.words:6d} recall {self.recall:.4f}  spaces {self.spaces:6d} "
            f"lost {self.lost / spaces:.4f} added {self.added / spaces:.4f}"
        )


def score(truth: str, read: str) -> PageScore:
    """Compares what was read with the truth, wherever on the page each word stands.

    Spaces are compared where the characters on both sides are the same in both texts; line ends count as
    spaces, except after a hyphen.
    """
    truth, read = _plain(truth), _plain(read)
    wanted, had = Counter(_WORD.findall(truth)), Counter(_WORD.findall(read))
    first, breaks = _characters(truth)
    second, others = _characters(read)
    spaces = lost = added = 0
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    for start, other, length in matcher.get_matching_blocks():
        for step in range(1, length):
            here, there = start + step in breaks, other + step in others
            spaces += here
            lost += here and not there
            added += there and not here
    return PageScore(wanted.total(), (wanted & had).total(), spaces, lost, added)


def _plain(text: str) -> str:
    """One kind of quote and dash; words that a line end splits are whole."""
    text = text.translate(_SAME).replace("\ufffe", "-").replace("\x02", "-")
    return re.sub(r"-\s*[\r\n]+\s*", "-", text)


def _characters(text: str) -> tuple[str, set[int]]:
    """The characters without spaces, and before which of them a space stands."""
    characters: list[str] = []
    breaks: set[int] = set()
    for character in text:
        if character.isspace():
            breaks.add(len(characters))
        else:
            characters.append(character)
    return "".join(characters), breaks
