"""Bodies: who is meant by the words that name an owner, under one name whatever it was called then.

The names are data: `owners` in `prompts/vocabulary/agencies.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.phrases import alternatives, word_set, worded
from prompts.load import load_data

WORDS = "vocabulary/agencies.yaml"
_PLACE = r"(?:[A-Z][\w’'.-]*)(?:[ -](?:(?:and|of|upon|on|the|with|in|&)[ -])?[A-Z][\w’'.-]*){0,4}"
_between = worded(WORDS, r"[\s,;/&]*(?:{between}[\s,]+)*")
_front = worded(WORDS, r"^{front}\s+")
_article = worded(WORDS, r"(?<!\w){articles}\s+$")
_NAMED = re.compile(r"((?:[A-Z][\w’'.-]*\s+){1,3}[A-Z][\w’'-]+)\s*,")
"""A person's name before an office: "Ann Vale, Education"."""


@dataclass(frozen=True, slots=True)
class _Body:
    name: str
    area: bool
    own: bool


def bodies_of(owner: str, subject: str | None = None) -> tuple[str, ...]:
    """The bodies that an owner's words name, in their order, each once; `subject` is the document's area.

    “Aldermere Council and the Wendlemoor CCG” are Aldermere Council and Wendlemoor Integrated Care Board.
    Words that name none of the vocabulary's bodies stand for themselves, without their article.
    """
    words = " ".join(owner.split())
    found: list[str] = []
    at = 0
    for match in _matches(words):
        start = _start(words, match, at)
        if found and not _between().fullmatch(words[at:start]):
            break
        found.append(_named(words[start : match.start()], match.group(), subject))
        at = match.end()
    return tuple(dict.fromkeys(found)) or (_alone(words),)


def agencies_in(words: str, subject: str | None = None) -> tuple[str, ...]:
    """The bodies of the vocabulary that words name anywhere; none where they name only a person."""
    plain = " ".join(words.split())
    found, at = [], 0
    for match in _matches(plain):
        start = _start(plain, match, at)
        found.append(_named(plain[start : match.start()], match.group(), subject))
        at = match.end()
    return tuple(dict.fromkeys(found))


@cache
def is_body(name: str) -> bool:
    """Is a name that of a body, and not of people at work in one ("Managers")?"""
    rows = load_data(WORDS)["owners"]
    return not any(row["name"] in name for row in rows if row.get("people"))


def is_single(bodies: Sequence[str]) -> bool:
    """Is one body alone named, and not all of them in one word ("All agencies")?"""
    rows = load_data(WORDS)["owners"]
    return len(bodies) == 1 and not any(row["name"] == bodies[0] for row in rows if row.get("everybody"))


def _matches(words: str) -> Iterator[re.Match[str]]:
    """The names in the words. One that is an everyday word too is a name only by a capital or an article:
    nobody's body is meant by “someone they trust”.
    """
    for match in _names().finditer(words):
        if match.group() not in _everyday() or _article().search(words[: match.start()]):
            yield match


def _start(words: str, match: re.Match[str], after: int) -> int:
    """Where the name begins: with the capitals right before it ("Wendlemoor Police")."""
    before = re.search(rf"(?:{_PLACE})\s+$", words[after : match.start()])
    if not before:
        return match.start()
    place = before.group()
    while place.split() and place.split()[0].lower() in word_set(WORDS, "no_places"):
        place = place.split(None, 1)[1] if len(place.split()) > 1 else ""
    return match.start() - len(place)


def _named(place: str, name: str, subject: str | None) -> str:
    body, area = _body(name)
    place = (area or place).strip()
    if body.own:
        return f"{place} {name}" if place else _alone(name)
    if body.area and subject and (not place or _same_place(place, subject)):
        place = subject
    return f"{place} {body.name}".strip()


def _same_place(one: str, other: str) -> bool:
    return one.lower() in other.lower() or other.lower() in one.lower()


def _alone(words: str) -> str:
    named = _NAMED.match(words)
    plain = _front().sub("", named[1] if named else words).rstrip(" ,.;:")
    return plain[:1].upper() + plain[1:]


@cache
def _entries() -> list[tuple[str, _Body]]:
    """Each name as a pattern with its body, the longest first."""
    rows = load_data(WORDS)["owners"]
    entries = [
        (str(name), _Body(row["name"], bool(row.get("area")), bool(row.get("own"))))
        for row in rows
        for name in row["names"]
    ]
    # A name that any place completes gives way: "NHS Trust" is no ICB of a place called Trust.
    entries.sort(key=lambda entry: ("{area}" in entry[0], -len(entry[0]), entry[0]))
    return [(_as_pattern(name), body) for name, body in entries]


def _as_pattern(name: str) -> str:
    before, area, after = name.partition("{area}")
    parts = [f"(?i:{alternatives([part.strip()])})" for part in (before, after) if part.strip()]
    return r"\s+".join([*parts[:1], _PLACE, *parts[1:]]) if area else parts[0]


@cache
def _everyday() -> frozenset[str]:
    rows = load_data(WORDS)["owners"]
    return frozenset(word for row in rows for word in row.get("everyday", ()))


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(pattern for pattern, _ in _entries())})(?![\w-])")


@lru_cache(maxsize=4_096)
def _body(name: str) -> tuple[_Body, str]:
    """The body of one matched name, and the place inside it ("London Borough of Harrow")."""
    pattern, body = next(entry for entry in _entries() if re.fullmatch(entry[0], name))
    inside = re.search(rf"(?:{_PLACE})$", name) if _PLACE in pattern else None
    return body, re.sub(r"(?i)^(?:london borough of|nhs)\s+", "", inside.group()) if inside else ""
