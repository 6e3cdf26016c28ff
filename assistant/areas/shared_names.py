"""Shared names: whose a paper is that names no area, by the people and bodies of one area that it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from ingest.library import Library
from prompts import load_data

VERSION = 1
"""Of what counts as a name; to be raised with each change of it."""

LEAST = 5
"""So many names that no other area's papers hold make a paper an area's: fewer may be chance."""

_NAME = re.compile(r"(?<=[\w,;’'] )[A-Z][a-z]{2,}(?:[-’'][A-Z][a-z]+)*")
_SMALL = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])")


def areas_by_names(library: Library, known: Mapping[str, str], unknown: Collection[str]) -> dict[str, str]:
    """The area of each document in `unknown` (ids), "" where names tell none; `known`: those of others."""
    if not unknown:
        return {}
    words = {id_: _words(library, id_) for id_ in (*known, *unknown)}
    small = frozenset().union(*(written for _, written in words.values()))
    held: dict[str, set[str]] = {}
    for id_, area in known.items():
        held.setdefault(area, set()).update(words[id_][0])
    return {id_: _area(words[id_][0], held, small) for id_ in unknown}


def _area(names: Collection[str], held: Mapping[str, set[str]], small: Collection[str]) -> str:
    """The area whose papers alone hold many of the names, at least twice as many as any other's alone."""
    telling = [name for name in names if name.lower() not in small]
    holders = [[area for area in held if name in held[area]] for name in telling]
    shared = {area: holders.count([area]) for area in held}
    best, *others = sorted(shared, key=lambda area: (-shared[area], area)) or [""]
    if not best or shared[best] < LEAST or (others and shared[best] < 2 * shared[others[0]]):
        return ""
    return best


def _words(library: Library, id_: str) -> tuple[frozenset[str], frozenset[str]]:
    names, small = library.derived(id_, "names", str(VERSION), lambda: names_in(library.text(id_)))
    return frozenset(names), frozenset(small)


def names_in(text: str) -> tuple[list[str], list[str]]:
    """The words with a capital within sentences, but months and the like, and the words written small."""
    small = set(_SMALL.findall(text))
    names = {name for name in _NAME.findall(text) if name.lower() not in small and name not in no_names()}
    return sorted(names), sorted(small)


@cache
def no_names() -> frozenset[str]:
    """Words with a capital that name nobody: months, days, Partnership."""
    return frozenset(word for line in load_data("vocabulary/no-names.yaml") for word in line)
