"""References: the printed numbers of actions and recommendations by which a text speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

NUMBER = r"\d{1,3}(?:\.\d{1,3})*[a-z]?"
"""The printed number of a recommendation: "4", "4.2", "4a"."""
LABEL = r"(?:recommendations?|recs?|r|nos?)\b\.?\s*"
_MINUTED = r"[A-Z]{0,4}\d{1,4}/\d{1,4}-\d{1,3}|[A-Z]{1,4}\d{0,4}(?:[/-]\d{1,4}){1,3}"
"""A reference that minutes print: the meeting, then the action ("E24/09-2", "SE/24/3")."""
_NUMBER = rf"(?:{_MINUTED}|[A-Z]{{0,4}}\d{{1,3}}(?:[./]\d{{1,3}}){{0,2}})[a-z]?"
_PARTED = rf"(?:{_MINUTED}|[A-Z]{{0,2}}\d{{1,3}}[./]\d{{1,3}})[a-z]?"
"""A number that nothing but a reference has ("4.2", "21/26"), even without a word before it."""
_ALONE = r"\d{1,3}(?=\s*(?:[.,;:)]|$|and\b|&|are\b|is\b|have\b|has\b|were\b|was\b|can\b))"
"""A further plain number, where it counts nothing: "actions 12 and 14"."""
_REFERENCE = re.compile(
    rf"\b(?P<kind>action|recommendation|rec|minute|item)s?\s+"
    rf"(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)(?:{_PARTED}|{_ALONE}))*)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\((?P<held>{_PARTED}|[A-Z]{{1,4}}\d{{1,2}})\)|\bclos(?:e|ed|ing|ure\s+of)\s+(?P<closed>{_PARTED})(?!\s?%)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"\s*(?P<number>(?:{_MINUTED}|[A-Z]{{1,3}}\d{{2,3}})(?=\s*[.:–-]\s)|[A-Z]{{1,4}}\d(?=\s*[:–-]\s)|\d{{1,3}}/\d{{2,4}}[a-z]?|\d{{2,3}}/\d[a-z]?)\s*[.:)–-]?\s+"
)
_PIECE = re.compile(_NUMBER, re.IGNORECASE)


def references_in(text: str) -> tuple[str, ...]:
    """What a text names by kind and number: "action 23/14", "recommendation 2"."""
    return tuple(
        f"{_kind(match['kind'])} {number.lower()}"
        for match in _REFERENCE.finditer(text)
        for number in _PIECE.findall(match["numbers"])
    )


def bare_references_in(text: str) -> tuple[str, ...]:
    """The numbers that stand for something without a word for its kind: "(4.2)", "agreed to close 2.1"."""
    return tuple(f"number {(match['held'] or match['closed']).lower()}" for match in _BARE.finditer(text))


def plain_number(number: str) -> str:
    """A printed number without its label: "Recommendation 3." is "3"."""
    return number.lower().removeprefix("recommendation").strip(" .:")


def label_of(text: str) -> tuple[str, int]:
    """The number with which minutes open an item that answers an action, and where its words begin; "" for
    none.

    Only numbers that are no paragraph's: "21/26 Letter: sent", "A04: not begun", "A2 - done".
    """
    found = _LABEL.match(text)
    return (f"action {found['number'].lower()}", found.end()) if found else ("", 0)


def numbers_of(refs: tuple[str, ...], kind: str) -> Iterator[str]:
    """The numbers among references that may be those of an action or recommendation."""
    for ref in refs:
        said, _, number = ref.partition(" ")
        if said in (kind, "number"):
            yield number


def _kind(word: str) -> str:
    return "recommendation" if word.lower().startswith("rec") else "action"
