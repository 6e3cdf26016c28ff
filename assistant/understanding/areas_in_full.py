"""Areas in full: "Notts", "N Yorks" and "B&H" as the papers call the places."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from assistant.areas.typed import typed_as_name
from prompts import load_data


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
