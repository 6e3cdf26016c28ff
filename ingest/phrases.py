"""Phrases: words and phrases of lists as patterns, and whether a name stands in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from prompts import load_data

_SLOT = re.compile(r"\{(?:([a-z_-]+):)?([a-z_][\w.|]*)\}")

VALUES: dict[str, int] = load_data("vocabulary/numbers.yaml")
"""By the word, from one to ninety; "forty-two" is two of them."""
ONE_OR_MORE = "|".join(sorted(VALUES, key=len, reverse=True))
"""The words as alternatives of a pattern, longest first, so that no "six" is taken out of "sixteen"."""
TWO_OR_MORE = "|".join(word for word in ONE_OR_MORE.split("|") if word != "one")


def alternatives(entries: Iterable[str]) -> str:
    """The phrases as alternatives of a pattern, longest first, without anchors.

    A * stands for any ending, a space for any white space, an apostrophe for either sort.
    """
    ordered = sorted({str(entry) for entry in entries}, key=lambda entry: (-len(entry), entry))
    # One letter is tried before all that begin with it: whatever the case, a pattern of hundreds of phrases
    # takes half the time.
    by_first: dict[str, list[str]] = {}
    for entry in map(_as_regex, ordered):
        by_first.setdefault(entry[:1].lower() if entry[:1].isalnum() else entry, []).append(entry)
    return "|".join(map(_factored, by_first.values()))


def worded(
    file: str, form: str, *, flags: int = re.IGNORECASE, literal: bool = False
) -> Callable[[], re.Pattern[str]]:
    """A pattern with lists of a file of `prompts` in it, read and compiled when it is first called for.

    {counted.it} in the form stands for any entry of the list to which these keys lead, {stops|holder.stops}
    for one of either, {facts:date.spans} for one of a file beside it. Entries may be patterns; `literal` ones
    are phrases, as of `alternatives`.
    """

    @cache
    def made() -> re.Pattern[str]:
        def entries(slot: re.Match[str]) -> str:
            beside = str(PurePosixPath(file).with_name(f"{slot[1]}.yaml")) if slot[1] else file
            listed = [entry for keys in slot[2].split("|") for entry in _listed(beside, keys.split("."))]
            return f"(?:{alternatives(listed) if literal else '|'.join(map(str, listed))})"

        return re.compile(_SLOT.sub(entries, form), flags)

    return made


@cache
def any_listed(file: str, *keys: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One of the phrases of a list of `prompts`, as words of their own; they may be patterns.

    The keys lead to the list in its file.
    """
    return re.compile(rf"\b(?:{'|'.join(map(str, _listed(file, keys)))})\b", flags)


@cache
def word_set(file: str, *keys: str) -> frozenset[str]:
    """The words to which these keys lead in a file of `prompts`: a list, or a text of words."""
    found = _at(file, keys)
    return frozenset(found.split() if isinstance(found, str) else map(str, found))


def _listed(file: str, keys: Iterable[str]) -> Any:
    """The entries to which keys lead in a file; one alone, where they lead to no list."""
    found = _at(file, keys)
    return [found] if isinstance(found, str) else found


def _at(file: str, keys: Iterable[str]) -> Any:
    found: Any = load_data(file)
    for key in keys:
        found = found[key]
    return found


def stands_in(text: str, name: str, flags: re.RegexFlag = re.NOFLAG) -> bool:
    """Does the name stand in the text as a word or phrase of its own?"""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags) is not None


def _factored(entries: list[str]) -> str:
    """Alternatives that begin alike, their first letter taken out where it is the same in all."""
    if len(entries) == 1 or len({entry[0] for entry in entries}) > 1:
        return "|".join(entries)
    return f"{entries[0][0]}(?:{'|'.join(entry[1:] for entry in entries)})"


def _as_regex(entry: str) -> str:
    escaped = r"\s+".join(map(re.escape, entry.split()))
    return re.sub("['’]", "['’]", escaped.replace(r"\*", r"\w*"))
