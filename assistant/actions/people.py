"""People: owners named in several ways ("Dr Vale", "Dr Ann Vale, Designated Doctor") are one person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assistant.actions.vocabulary import pattern
from ingest.phrases import worded
from ingest.recommendations.actors import actors

_WORD = r"[A-Z][\w’'-]+"
_TWO_WORDS = re.compile(rf"(?=\b(?P<first>{_WORD})\s+(?P<last>{_WORD}))")
"""Any two capitalised words, those that overlap too: "Named Nurse Ann Vale"."""
_former = worded("actions/people.yaml", r"[\s,;(–-]+{former}\s+(?P<name>[^()]+)\)?\s*$", literal=True)
_form = worded(
    "actions/people.yaml",
    rf"(?:(?P<title>(?i:{{titles}}))\.?\s+)?(?:(?P<first>{_WORD})\s+)?(?P<last>{_WORD})",
    flags=re.NOFLAG,
    literal=True,
)
_JOINED = re.compile(r"[/;&+]|\b(?:and|with)\b", re.IGNORECASE)
"""Between several owners."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in its parts; `first` is "" where only title and surname are given."""

    title: str
    first: str
    last: str


class People:
    """The persons whom the papers name in full, by whom shorter names are known again."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names`: owners as papers give them, and those listed as present."""
        found = sorted({part for words in names for part in [_before_role(words)] if _parts(part)})
        self._by_last: dict[str, set[tuple[str, str]]] = {}
        self._full: dict[tuple[str, str], str] = {}
        for name in found:
            parts = _parts(name)
            if parts and parts.first:
                self._by_last.setdefault(parts.last, set()).add((parts.first, parts.last))
                known = self._full.get((parts.first, parts.last), "")
                self._full[parts.first, parts.last] = max(known, name, key=len)

    def of(self, words: str) -> str:
        """The fullest name of the person whom an owner names; the words themselves where that is not sure."""
        parts = _parts(_before_role(words))
        if not parts:
            return self._named_in(words)
        same = {(parts.first, parts.last)} if parts.first else self._by_last.get(parts.last, set())
        if len(same) != 1:
            return words
        name = self._full.get(next(iter(same)), "")
        known = _parts(name)
        if not known or (parts.title and known.title and parts.title != known.title):
            return words
        return name

    def _named_in(self, words: str) -> str:
        """The one known person whose name stands behind an office ("The performance manager, Ann Vale"); the
        words themselves where there is none, or others own it too.
        """
        known = {
            self._full[first, last]
            for first, last in ((found["first"], found["last"]) for found in _TWO_WORDS.finditer(words))
            if (first, last) in self._full
        }
        return known.pop() if len(known) == 1 and not _JOINED.search(words) else words


def name_of(words: str) -> str:
    """First name and surname of the person whom an owner names, without title and office; "" for others."""
    parts = _parts(_before_role(words))
    return f"{parts.first} {parts.last}" if parts and parts.first else ""


def without_former(words: str) -> str:
    """The owner of now, of words that also name the one before: "Ann Vale (from Ben Orr)"."""
    found = _former().search(words)
    return words[: found.start()] if found and _parts(_before_role(found["name"])) else words


def _before_role(words: str) -> str:
    """The name before a person's office: "Ann Vale, Designated Doctor", "Ann Vale (Health)"."""
    return re.split(r"\s*[,(;–]|\s-\s", words.strip(), maxsplit=1)[0].strip()


@cache
def _parts(name: str) -> _Name | None:
    """The parts of a person's name; None for a body, an office, and a single word."""
    found = _form().fullmatch(name)
    if not found or not (found["title"] or found["first"]):
        return None
    if _is_body(found["last"].lower()):
        return None
    return _Name((found["title"] or "").lower().rstrip("."), found["first"] or "", found["last"])


def _is_body(word: str) -> bool:
    """Whether a name that ends so is a body's or an office: "Marlbrook Police", "Early Help"."""
    return bool(actors().fullmatch(word) or pattern("people", "not_surnames").fullmatch(word))
