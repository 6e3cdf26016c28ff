"""Agencies: the bodies that own an action, by its owner's words or by where the papers say a person works."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from assistant.actions.people import name_of
from assistant.areas.subjects import core_name
from assistant.register.bodies import agencies_in, is_body
from ingest.library import Library
from prompts.load import load_data

ROLES = "actions/roles.yaml"
_PLACED = (
    r"\s*(?:\((?:chair|vice[ -]chair|deputy|co-chair)\))?\s*(?:\(([^()\n]{3,90})\)|[,|–]\s*([^;:.|\n]{3,90}))"
)
_LISTS = ("minutes",)
"""Kinds of document that say of those present where they work: "Hester Pettifer (Wendlemoor Police)"."""


class Agencies:
    """Finds the bodies behind owners in one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._people: dict[str, tuple[str, ...]] = {}
        self._texts: list[str] | None = None
        self._mostly: str | None = None

    def learn(self, owners: Iterable[tuple[str, str]]) -> None:
        """Note where owners work that a paper names with their body; `owners`: words and document's id."""
        for words, document_id in owners:
            for one in _each(words):
                subject = self._subject(document_id)
                name, body = name_of(one), _bodies_in(one, subject)
                if name and body:
                    self._people.setdefault(name, body)

    def of(self, owner: str, document_id: str) -> tuple[str, ...]:
        """The bodies that the words of an owner name, of the area that the document is about; else that
        of a role, or a person's, as other papers or lists of those present give it.
        """
        subject = self._subject(document_id)
        named = _bodies_in(owner, subject)
        if named:
            return named
        people = [name for one in _each(owner) if (name := name_of(one))]
        return tuple(dict.fromkeys(body for name in people for body in self._of_person(name, subject)))

    def _of_person(self, name: str, subject: str | None) -> tuple[str, ...]:
        if name not in self._people:
            places = re.compile(re.escape(name) + _PLACED)
            told = (found for text in self._lists() if name in text for found in places.finditer(text))
            bodies = (_bodies_in(one[1] or one[2], subject) for one in told)
            self._people[name] = next((some for some in bodies if some), ())
        return self._people[name]

    def _lists(self) -> list[str]:
        if self._texts is None:
            records = [one for one in self._library.documents() if one.kind in _LISTS]
            self._texts = [self._library.text(one.id) for one in records]
        return self._texts

    def _subject(self, document_id: str) -> str | None:
        return _area(self._library.record(document_id).subject or "") or self._main()

    def _main(self) -> str | None:
        """The area that most documents are about."""
        if self._mostly is None:
            self._mostly = self._counted()
        return self._mostly or None

    def _counted(self) -> str:
        areas = [_area(record.subject or "") for record in self._library.documents()]
        counted = {area: areas.count(area) for area in areas if area}
        return min(counted, key=lambda area: (-counted[area], area)) if counted else ""


def _each(owner: str) -> list[str]:
    """The owners that words name together: "Ann Vale / Tom Ash"."""
    return [one for one in re.split(r"\s*(?:/|;|&|\band\b)\s*", " ".join(owner.split())) if one]


def _bodies_in(words: str, subject: str | None) -> tuple[str, ...]:
    """The bodies that words name, or for which those work who have the role that they name."""
    return tuple(body for body in agencies_in(words, subject) if is_body(body)) or by_role(words, subject)


def in_one_form(bodies: tuple[str, ...], known: Iterable[str]) -> tuple[str, ...]:
    """Bodies without a place ("Integrated Care Board") as the only one so called among those known."""
    told = set(known)
    placed = {body: [other for other in told if other.endswith(f" {body}")] for body in bodies}
    return tuple(dict.fromkeys(placed[body][0] if len(placed[body]) == 1 else body for body in bodies))


def by_role(owner: str, subject: str | None) -> tuple[str, ...]:
    """The bodies for which those work who own it by their roles alone: "Designated Nurse"."""
    found = _roles().finditer(" ".join(owner.split()).replace("'", "’"))
    bodies = (agencies_in(_bodies()[match.group().lower()], subject) for match in found)
    return tuple(dict.fromkeys(body for named in bodies for body in named))


@cache
def _bodies() -> dict[str, str]:
    """The body of each role, in small letters."""
    return {str(role).lower(): str(body) for body, roles in load_data(ROLES).items() for role in roles}


@cache
def _roles() -> re.Pattern[str]:
    longest = sorted(_bodies(), key=lambda role: (-len(role), role))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)


def _area(subject: str) -> str:
    return core_name(subject) or subject
