"""Cues: texts that are known by their words alone, such as "tell me more" and "who said that?"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from prompts import load_data

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")


def asks_for_more(text: str) -> bool:
    """Does the text want no more than more of the same ("tell me more", "and then?")?"""
    return _plain(text) in phrases("more")


def asks_for_sources(text: str) -> bool:
    """Does the text ask who says what was quoted, where, or when ("who said that?")?"""
    return words_of(text) in phrases("sources") or asks_for_author(text)


def asks_for_author(text: str) -> bool:
    """Does it ask who wrote the paper that was quoted?"""
    return words_of(text) in phrases("author")


def asks_for_earlier(text: str) -> bool:
    """Does the text ask what was said of the same before ("and before that?")?"""
    return words_of(text) in phrases("earlier")


def asks_why(text: str) -> bool:
    """Does it ask why it is as was said, and no more?"""
    return _plain(text) in phrases("why")


def ends(text: str) -> bool:
    """Does the text say no more than that the conversation is over ("bye")?"""
    return _plain(text) in phrases("ends")


def is_courtesy(text: str) -> bool:
    """Is it nothing but thanks, a greeting or the like?"""
    said = words_of(text).replace("’", "'").split()
    words = load_data("follow-ups.yaml")["courtesies"]
    return (
        bool(said) and not {*words["says"]}.isdisjoint(said) and {*words["says"], *words["with"]} >= {*said}
    )


def leans(text: str) -> bool:
    """Is the text nothing without a question before it?"""
    return asks_for_more(text) or asks_why(text) or asks_for_sources(text) or asks_for_earlier(text)


def words_of(text: str) -> str:
    """The text's words in small letters, one space between."""
    return " ".join(_WORD.findall(text.lower()))


@cache
def phrases(name: str) -> tuple[str, ...]:
    """A list of `prompts/follow-ups.yaml`, the longest first."""
    return tuple(sorted(load_data("follow-ups.yaml")[name], key=lambda one: (-len(one), one)))


def without(text: str, openings: Iterable[str]) -> str:
    """The text without the longest of the openings it begins with."""
    for opening in openings:
        found = re.match(rf"\W*{re.escape(opening)}\b[\s,]*", text, re.IGNORECASE)
        if found:
            # "and for health" keeps its "for": only the joining word is taken away
            kept = " ".join(word for word in opening.split()[1:] if word in ("for", "in", "of", "the"))
            return f"{kept} {text[found.end() :]}".strip()
    return text


def _plain(text: str) -> str:
    """The text's words without "please" and the like."""
    lowered = f" {words_of(text)} "
    for phrase in phrases("please"):
        lowered = lowered.replace(f" {phrase} ", " ")
    return lowered.strip()
