"""Synonyms: the names that one thing has in the field, by `prompts/vocabulary/synonyms.yaml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.understanding.plain_words import field_names_of
from assistant.words import spaced
from prompts import load_data

ABBREVIATION = re.compile(r"[A-Z][A-Za-z&]*[A-Z]")


@lru_cache(maxsize=256)
def expansions(text: str) -> tuple[tuple[str, ...], ...]:
    """The groups of names for one thing of which the text holds at least one."""
    lowered = spaced(text)
    return tuple(group for group, keys in synonyms() if any(f" {key} " in lowered for key in keys))


def spelled_out(text: str) -> str:
    """The text with each abbreviation followed by the first of its names that is no abbreviation.

    The model that compares meanings knows few of the field's abbreviations.
    """
    for group, _ in synonyms():
        full = next((name for name in group if not ABBREVIATION.fullmatch(name)), None)
        for short in filter(ABBREVIATION.fullmatch, group):
            if full:
                text = re.sub(rf"\b{re.escape(short)}s?\b(?! \()", f"{short} ({full})", text)
    return text


def other_names(term: str) -> tuple[str, ...]:
    """Other names of the thing that one word names, such as an abbreviation's full form."""
    groups = (*synonyms(), *synonyms("meets"))
    return (
        *(name for group, keys in groups if term in keys for name in group),
        *field_names_of().get(term, ()),
    )


@cache
def synonyms(kind: str = "groups") -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Each group of names for one thing as it is written, and in small letters for looking up."""
    groups = load_data("vocabulary/synonyms.yaml")[kind]
    return tuple((tuple(group), tuple(spaced(name).strip() for name in group)) for group in groups)
