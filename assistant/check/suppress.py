"""Suppressions: findings set aside with a reason, in the configuration or in a comment of the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.words import normal

_COMMENT = re.compile(
    r"(?:<!--|#|\[//\]: # \(|%%)\s*scrutiny:\s*ignore\s+(?P<codes>SM\d+(?:\s*,\s*SM\d+)*)[ \t]*"
    r"(?:until[ \t]+(?P<until>\d{4}-\d\d-\d\d)\b[ \t]*)?(?P<reason>[^\n]*?)\s*(?:-->|\)|$)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """One entry: `code` may be shortened; `words` are the first of the recommendation, "" for any;
    `document` a file name.
    """

    code: str
    reason: str
    words: str = ""
    document: str = ""
    until: str = ""
    """The last day (ISO) on which it sets anything aside; "" for ever."""
    line: int | None = None
    """The line of the comment, for one that stands in a text: it counts for this line and the next."""

    def has_ended(self, today: str) -> bool:
        """Whether its last day is past."""
        return bool(self.until) and today > self.until

    def covers(self, code: str, text: str, document: str, line: int | None) -> bool:
        """Whether it sets this finding aside while it lasts; without a reason it sets nothing aside."""
        if not self.reason.strip() or not code.startswith(self.code):
            return False
        if self.line is not None:
            return line is not None and line - self.line in (0, 1)
        named = not self.document or self.document == document
        return named and normal(text).startswith(normal(self.words))


def comments(raw: str) -> Iterable[Suppression]:
    """The suppressions that stand in a text as comments, one a code."""
    for match in _COMMENT.finditer(raw):
        line = raw.count("\n", 0, match.start()) + 1
        for code in re.split(r"\s*,\s*", match["codes"]):
            yield Suppression(code, match["reason"].strip(), until=match["until"] or "", line=line)


def without_comments(line: str) -> str:
    """The line without a suppressing comment."""
    return _COMMENT.sub("", line).rstrip()
