"""As meant: a question or a query as it was typed, in the words of the library."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from assistant.areas.subjects import subjects_of
from assistant.areas.typed import typed_as_name
from assistant.understanding.contractions import contracted
from assistant.understanding.respell import respelled
from assistant.understanding.synonyms import ABBREVIATION, synonyms
from ingest.library import Library
from ingest.tokens import count_tokens
from prompts import load_data


def as_meant(text: str, library: Library) -> str:
    """The text with its short forms written out and its slips put right; itself where it has none."""
    full = areas_in_full(contracted(text), subjects_of(library.subjects()))
    return in_capitals(respelled(full, library))


def in_capitals(text: str) -> str:
    """The text with the field's abbreviations that are typed in small letters ("camhs") as they are written.

    Not those that are words too ("send"): what the embedding model knows as one piece.
    """
    return _typed_small().sub(lambda found: found[0].upper(), text)


@cache
def _typed_small() -> re.Pattern[str]:
    shorts = {name.lower() for group, _ in synonyms() for name in group if ABBREVIATION.fullmatch(name)}
    return re.compile(rf"\b(?:{'|'.join(sorted(one for one in shorts if count_tokens(one) > 1))})\b")


def areas_in_full(text: str, subjects: Collection[str]) -> str:
    """The text with the parts of place names that are typed short written out, and with those of `subjects`
    (places of the library) that two names make up in place of their initials ("B&H").
    """
    text = _short().sub(_written_out, text)
    for initials, name in _initials_of(frozenset(subjects)).items():
        both = " ?& ?".join(map(re.escape, initials))
        text = re.sub(rf"(?<!\w){both}(?!\w)", name.replace("\\", r"\\"), text)
    return text


def _written_out(found: re.Match[str]) -> str:
    quarter, short = found[1], found[2]
    areas = load_data("vocabulary/areas.yaml")
    if short.lower() in areas["short_words"] and not typed_as_name(found.string, found.start(), found.end()):
        return found[0]
    return f"{areas['quarters'][quarter.lower()]} {_full(short)}" if quarter else _full(short)


def _full(short: str) -> str:
    name: str = load_data("vocabulary/areas.yaml")["short"][short.lower()]
    return name


def _initials_of(subjects: frozenset[str]) -> dict[str, str]:
    """Both initials of each name that joins two, but of two such names with the same."""
    joined = [(name, re.split(r" (?:and|&) ", name)) for name in sorted(subjects)]
    pairs = [(name, parts[0][:1] + parts[1][:1]) for name, parts in joined if len(parts) == 2]
    initials = [one for _, one in pairs]
    return {one: name for name, one in pairs if initials.count(one) == 1}


@cache
def _short() -> re.Pattern[str]:
    areas = load_data("vocabulary/areas.yaml")
    quarters, short = "|".join(areas["quarters"]), "|".join(sorted(areas["short"], key=len, reverse=True))
    return re.compile(rf"(?<![\w’'])(?:({quarters})\.? )?({short})(?!\w)", re.IGNORECASE)
