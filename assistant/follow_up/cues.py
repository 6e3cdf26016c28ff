"""Cues: texts that are known by their words alone, such as "tell me more" and "who said that?"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from string import Template

from assistant.words import WHOLE_WORD
from prompts import load_data


def asks_for_more(text: str) -> bool:
    """Does the text want no more than more of the same ("tell me more", "and then?")?"""
    return _plain(text) in phrases("more")


def asks_for_sources(text: str) -> bool:
    """Does the text ask who says what was quoted, where, or when ("what page is that on?")?"""
    said, rules = words_of(text), load_data("follow-ups.yaml")["sources"]
    if {said, _plain(text)} & {*rules["phrases"]} or asks_for_author(text):
        return True
    words = {*said.split()}
    said_with = (*rules["closed"], *rules["pointing"], *_source_nouns())
    known = {word for one in said_with for word in one.split()}
    asked = any(one.fullmatch(words_of(without(text, phrases("openings")))) for one in _source_forms())
    return asked and bool(words & {*rules["pointing"]}) and words <= known


def reads_on(text: str) -> bool:
    """Does it ask how the paper goes on after what was quoted ("read me more of it")?"""
    return re.fullmatch(load_data("follow-ups.yaml")["reads_on"], words_of(text)) is not None


def asks_if_still(text: str) -> bool:
    """Does it ask whether what was quoted has changed since ("is that still true?")?"""
    return re.fullmatch(load_data("follow-ups.yaml")["still"], words_of(text)) is not None


def asks_otherwise(text: str) -> bool:
    """Does it ask what speaks against what was quoted ("who disagrees?")?"""
    return re.fullmatch(load_data("follow-ups.yaml")["otherwise"], words_of(text)) is not None


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


def asks_elsewhere(text: str) -> bool:
    """Does it ask the same of other places, whichever ("and elsewhere?")?"""
    form = load_data("follow-ups.yaml")["frame"]["elsewhere"]
    return re.fullmatch(form, words_of(without(text, phrases("openings")))) is not None


def leans(text: str) -> bool:
    """Is the text nothing without a question before it?"""
    return (
        asks_for_more(text)
        or asks_why(text)
        or asks_for_sources(text)
        or asks_for_earlier(text)
        or reads_on(text)
        or asks_if_still(text)
        or asks_otherwise(text)
    )


def words_of(text: str) -> str:
    """The text's words in small letters, one space between; "what's" is two."""
    lowered = re.sub(r"\b(what|who|where|when|how|that|it)[’']s\b", r"\1 is", text.lower())
    return " ".join(WHOLE_WORD.findall(lowered))


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


@cache
def _source_forms() -> tuple[re.Pattern[str], ...]:
    rules = load_data("follow-ups.yaml")["sources"]
    nouns = "|".join(sorted(_source_nouns(), key=lambda one: -len(one)))
    return tuple(re.compile(Template(one).substitute(nouns=nouns)) for one in rules["forms"])


@cache
def _source_nouns() -> tuple[str, ...]:
    """What a source and its parts are called."""
    rules = load_data("follow-ups.yaml")
    return (*rules["sources"]["nouns"], *rules["frame"]["papers"])
