"""Registers: which ledger of a whole library a question means, and what limits it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from prompts import load_data

RULES = "vocabulary/registers.yaml"
_KNOWN, _PAPER = "\x00", "\x01"
"""They stand for the words of a class, and for those that name a kind of paper; no question may hold them."""
_MARKS = re.compile(f"[{_KNOWN}{_PAPER}]")
_WORD = re.compile(r"[\x00\x01]|[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class RegisterAsked:
    """The ledger that is meant ("" where a command alone gives it), the rule by which, and its limits.

    `topic` is what it shall be about, `papers` are those that the question names; "" and none are no limit.
    """

    ledger: str
    topic: str
    papers: tuple[str, ...]
    rule: Mapping[str, Any]


def register_asked(text: str) -> RegisterAsked | None:
    """The ledger that a question means; None where it asks for anything else."""
    said = " ".join(_MARKS.sub(" ", text).split()).strip(" ?.!").lower().replace("’", "'")
    for rule in load_data(RULES)["registers"]:
        for classes in rule["needs"]:
            if asked := _read(said, rule, classes):
                return asked
    return None


def register_for(text: str) -> str:
    """What tells the reader which command gives what the papers do not; "" for any other question."""
    asked = register_asked(text)
    return str(asked.rule.get("told", "")) if asked else ""


def _read(said: str, rule: Mapping[str, Any], classes: Sequence[str]) -> RegisterAsked | None:
    """The question by one rule, where it has a word of each class and nothing left but a topic."""
    named: list[str] = []
    for name in classes:
        if not _class(name).search(said):
            return None
    for name in sorted(classes, key=lambda name: name != "papers"):
        said, found = _masked(said, name)
        named += found
    words = _WORD.findall(said)
    papers, words = _papers(words, named)
    topic = _topic(words)
    if topic is None or (topic and not rule.get("topic")) or (rule.get("named") and len(papers) < 2):
        return None
    return RegisterAsked(rule["ledger"], topic, papers, rule)


def _masked(said: str, name: str) -> tuple[str, list[str]]:
    """The question with the words of a class marked, and the words themselves where they are papers.

    What stands behind "about" is no paper but what it shall be about: "the review of plans".
    """
    if name != "papers":
        return _class(name).sub(_KNOWN, said), []
    about = re.search(load_data(RULES)["about"], said)
    head = said[: about.start()] if about and _class(name).search(said, 0, about.start()) else said
    return _class(name).sub(_PAPER, head) + said[len(head) :], _class(name).findall(head)


def _papers(words: list[str], named: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The papers called by a name of their own, with the words before each, and the words that are left."""
    left: list[str] = []
    papers: list[str] = []
    nouns = iter(named)
    for word in words:
        if word != _PAPER:
            left.append(word)
            continue
        own: list[str] = []
        while left and left[-1] != _KNOWN and left[-1] not in _known_words():
            own.insert(0, left.pop())
        noun = next(nouns)
        if own or noun not in load_data(RULES)["any_paper"].split():
            papers.append(" ".join((*own, noun)))
        left.append(_KNOWN)
    return tuple(papers), left


def _topic(words: Sequence[str]) -> str | None:
    """What stands behind a slot, and alone is left over; "" for nothing, None for anything else."""
    telling = [at for at, word in enumerate(words) if word != _KNOWN and word not in _known_words()]
    if not telling:
        return ""
    first, last = telling[0], telling[-1]
    before = first
    while before and words[before - 1] in _articles():
        before -= 1
    behind_slot = before and words[before - 1] in load_data(RULES)["slots"].split()
    held = words[first : last + 1]
    return " ".join(held) if behind_slot and _KNOWN not in held else None


@cache
def _known_words() -> frozenset[str]:
    rules = load_data(RULES)
    return frozenset(f"{rules['fillers']} {rules['slots']}".split())


@cache
def _articles() -> frozenset[str]:
    return frozenset(load_data(RULES)["articles"].split())


@cache
def _class(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{load_data(RULES)['words'][name]})(?![\w-])")
