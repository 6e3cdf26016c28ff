"""Comments: who remarked what on which words, at the end under a heading of their own.

In a draft they say what is still to be settled; they are no words of the document itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.draft import DraftBlock, Strand

_MOST = 5_000
_LONGEST = 60
"""Characters of the words commented on that are shown: enough to find them by, too few to say them again."""
_GATHERED = 4 * _LONGEST


@dataclass(frozen=True)
class Comment:
    """A reader's remark; `about` are the words it is about, "" where that is not known."""

    author: str
    about: str
    words: str


class Ranges:
    """The words that comments are about, gathered by the comments' keys while a text is read."""

    def __init__(self) -> None:
        self.open: set[str] = set()
        """The keys of comments that the next words belong to; long words are gathered no further."""
        self._words: dict[str, str] = {}
        self._ended: set[str] = set()

    def begin(self, key: str) -> None:
        """The words after this are commented on."""
        self.open.add(key)
        self._words[key] = ""

    def end(self, key: str) -> None:
        """The words after this no longer are."""
        self.open.discard(key)
        self._ended.add(key)

    def add(self, words: str) -> None:
        """More words of the text."""
        for key in list(self.open):
            self._words[key] += words[:_GATHERED]
            if len(self._words[key]) > _GATHERED:
                self.open.discard(key)

    def about(self, key: str) -> str:
        """The words commented on; "" where their end was never told."""
        return self._words.get(key, "") if key in self._ended else ""


def blocks_of(comments: Sequence[Comment]) -> list[DraftBlock]:
    """A heading and a paragraph a comment, “Comment by Jo on ‘the words’: …”, in the order given."""
    told = [_told(comment) for comment in comments[:_MOST]]
    blocks = [DraftBlock("paragraph", Strand(text)) for text in told if text]
    return [DraftBlock("heading", Strand("Comments"), 1), *blocks] if blocks else []


def _told(comment: Comment) -> str:
    author, about, words = (" ".join(one.split()) for one in (comment.author, comment.about, comment.words))
    by = f" by {author}" if author else ""
    on = f" on “{_shortened(about)}”" if about else ""
    return f"Comment{by}{on}: {words}" if words else ""


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]}…"
