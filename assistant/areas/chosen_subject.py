"""Subject: the one partnership a ledger is about, and which documents and sentences are another's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from assistant.areas.subjects import core_name, no_such_area
from ingest.phrases import worded
from ingest.records import DocumentRecord
from prompts import load_data

_TOKEN = re.compile(r"[^\W_]+")
shared = worded("vocabulary/areas.yaml", r"\s+{shared}")


@dataclass(frozen=True)
class Subject:
    """The area's everyday name, all names it is known by, and the other areas of the library."""

    name: str
    names: tuple[str, ...]
    others: tuple[str, ...]
    chosen: bool = False
    """It was not asked for but is the one that most documents are about."""

    @cached_property
    def _begin(self) -> frozenset[str]:
        """The first words of the other names: most texts hold none of them, which is quickly seen."""
        return frozenset(_TOKEN.findall(name)[0] for name in self.others if _TOKEN.findall(name))

    def is_in(self, text: str) -> bool:
        """Does the text name it?"""
        return bool(self.names) and _pattern(self.names).search(text) is not None

    def is_named_in(self, text: str) -> bool:
        """Does the text name it in full? Initials are whose paper it is: HSSP in Halton's is Halton's."""
        return bool(self.name) and _pattern((self.name,)).search(text) is not None

    def other_in(self, text: str) -> str:
        """Another area that the text names, "" where there is none."""
        if self._begin.isdisjoint(_TOKEN.findall(text)):
            return ""
        for found in _pattern(self.others).finditer(text):
            if not shared().match(text, found.end()):
                return found.group()
        return ""


def choose_subject(records: Sequence[DocumentRecord], asked: str | None) -> Subject:
    """The subject asked for, or the one that most documents are about. NotFoundError where none is meant."""
    counted = Counter(name for record in records if (name := area_name(record.subject)))
    counted = _merged(counted)
    if asked is None:
        name = min(counted, key=lambda one: (-counted[one], one)) if counted else ""
        return _subject(name, counted, chosen=len(counted) > 1)
    wanted = area_name(asked) or asked
    for name in sorted(counted):
        if wanted.casefold() in (name.casefold(), *(other.casefold() for other in other_names(name))):
            return _subject(name, counted)
    near = [name for name in sorted(counted) if wanted.casefold() in name.casefold()]
    if len(near) == 1:
        return _subject(near[0], counted)
    raise no_such_area(asked, counted)


def area_name(subject: str | None) -> str:
    """A subject without the words that the names of many bodies share, "" where there is none."""
    if not subject:
        return ""
    lines = [core_name(line) or line.strip() for line in subject.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def other_names(name: str) -> tuple[str, ...]:
    """The initials of its bodies: HSCB and HSCP for Harrow, as they call themselves in running text."""
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", name) if word[0].isupper())
    return tuple(f"{initials}{ending}" for ending in ("SCB", "SCP", "SSP", "LSCB", "LSCP", "SSCP"))


def is_about(record: DocumentRecord, subject: Subject) -> bool:
    """Was the document recognised as the subject's?"""
    return _same(area_name(record.subject), subject.name)


def times_named(text: str, subject: Subject) -> tuple[int, int]:
    """In how many lines a text names the subject, and in how many it names another area."""
    lines = text.split("\n")
    return sum(subject.is_in(line) for line in lines), sum(bool(subject.other_in(line)) for line in lines)


def _subject(name: str, counted: Counter[str], chosen: bool = False) -> Subject:
    others = {other for other in counted if other != name} | set(_known_areas())
    unlike = {other for other in others if not _same(other, name) and other.casefold() not in name.casefold()}
    names = (name, *other_names(name)) if name else ()
    return Subject(name, names, tuple(sorted(unlike, key=lambda one: (-len(one), one))), chosen)


def _merged(counted: Counter[str]) -> Counter[str]:
    """Names that end in or begin with a more frequent name are that name: "Ivy Aldermere" is Aldermere."""
    merged: Counter[str] = Counter()
    for name, number in sorted(counted.items()):
        longer = [
            other for other in counted if other != name and _ends(name, other) and counted[other] >= number
        ]
        merged[min(longer, key=lambda one: (-counted[one], one)) if longer else name] += number
    return merged


def _ends(name: str, part: str) -> bool:
    return re.search(rf"(?:^|\W){re.escape(part)}$", name) is not None and len(part) > 3


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold() or _ends(one, other)


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


@cache
def _known_areas() -> frozenset[str]:
    data = load_data("vocabulary/areas.yaml")
    listed: Iterable[str] = [name for group in ("london", "elsewhere") for name in data[group]]
    return frozenset(listed) - frozenset(data["everyday"])
