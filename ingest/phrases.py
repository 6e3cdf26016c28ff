"""Phrases: words and phrases of lists as patterns, and whether a name stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from prompts import load_data


def alternatives(entries: Iterable[str]) -> str:
    """The phrases as alternatives of a pattern, longest first, without anchors.

    A * stands for any ending, a space for any white space, an apostrophe for either sort.
    """
    ordered = sorted({str(entry) for entry in entries}, key=lambda entry: (-len(entry), entry))
    return "|".join(map(_as_regex, ordered))


@cache
def any_listed(file: str, *keys: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One of the phrases of a list of `prompts`, as words of their own; they may be patterns.

    The keys lead to the list in its file.
    """
    phrases: Any = load_data(file)
    for key in keys:
        phrases = phrases[key]
    return re.compile(rf"\b(?:{'|'.join(map(str, phrases))})\b", flags)


def stands_in(text: str, name: str, flags: re.RegexFlag = re.NOFLAG) -> bool:
    """Does the name stand in the text as a word or phrase of its own?"""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags) is not None


def _as_regex(entry: str) -> str:
    escaped = r"\s+".join(map(re.escape, entry.split()))
    return re.sub("['’]", "['’]", escaped.replace(r"\*", r"\w*"))
