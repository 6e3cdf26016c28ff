"""Pointing: words such as "it" that stand for something outside a question, and what is put for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Any, Literal

from assistant.follow_up.frame import agreeing
from assistant.understanding.content_words import content_words
from assistant.words import WHOLE_WORD
from prompts import load_data

Role = Literal["thing", "owner", "place", "paper", "kind"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """The words `start:end` of a text that point out of it.

    An "owner" stands before a thing of its own ("their health"); a "kind" says of what kind the thing is
    ("those findings"), a "paper" that it is one ("that audit").
    """

    word: str
    start: int
    end: int
    role: Role


def pointer_in(text: str, *, talk: bool = False) -> Pointer | None:
    """The first words that point out of the text; None where each stands for something named before it.

    In `talk` that goes on, "on it" at the end points out whatever stands before it ("Did police act on it?").
    """
    if re.search(_rules()["nobody"], text, re.IGNORECASE):
        return None
    hits = list(WHOLE_WORD.finditer(text))
    words = [hit.group().lower() for hit in hits]
    for at, hit in enumerate(hits):
        role = _role(words, at)
        leaning = talk and (_ends_with(words, at) or _is_subject(words, at))
        if role and (leaning or _nothing_before(text[: hit.start()])):
            end = hits[at + 1].end() if role in ("paper", "kind") else hit.end()
            return Pointer(text[hit.start() : end], hit.start(), end, role)
    return None


def matter_words(text: str) -> list[str]:
    """The content words that name something to look for, without verbs and the like ("finished", "yet")."""
    rules = _rules()
    empty = {*rules["predicates"], *rules["no_things"], *rules["acts"], *rules["now"]}
    return [word for word in content_words(text) if word not in empty and not word.endswith("ed")]


def resolved(text: str, pointer: Pointer, thing: str) -> str:
    """The text with the thing in the pointer's place, its verb agreeing."""
    rules, before, after = _rules(), text[: pointer.start], text[pointer.end :]
    if pointer.role == "owner":
        owned = re.match(rf" ((?:(?!(?:{'|'.join(rules['ends'])})\b)[\w’'-]+ ?)+)", after)
        if owned:
            told = Template(rules["owned"]).substitute(owned=owned[1].strip(), thing=thing)
            return f"{before}{told} {after[owned.end() :]}".strip()
        return f"{before}the{after}"
    if pointer.role == "kind" and (kind := pointer.word.split()[-1]) not in thing.lower().split():
        thing = Template(rules["kind"]).substitute(kind=kind, thing=thing)
    front = before.rstrip()
    stood_for = "things" if pointer.word.lower().split()[0] in rules["many"] else "thing"
    verb = agreeing(front, stood_for, thing) if front else ""
    return f"{verb}{before[len(front) :]}{thing}{after}"


def _role(words: Sequence[str], at: int) -> Role | None:
    rules, word = _rules(), words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    if word in rules["demonstrative"] and following in rules["papers"]:
        return "paper"
    if word in rules["owners"]:
        return "owner"
    if word == "there":
        return "place" if at and not following else None
    if word in rules["demonstrative"][:2] and before in rules["joining"] and following in rules["places"]:
        return "thing"  # "Is there anything about that in the minutes?"
    if following in rules["own"]:
        return None
    if word in ("those", "these"):
        return "kind" if _is_many(following) else "thing"
    if word in ("one", "ones"):
        return "thing" if not following and before in rules["one_after"] else None
    if word in ("that", "this"):
        asked = before in rules["asked"] and at <= rules["near"]
        return "thing" if (at and not following) or asked else None
    return "thing" if word in rules["things"] else None


def _nothing_before(text: str) -> bool:
    """Does nothing stand before that a word could stand for, only asking words, verbs and the like?"""
    rules = _rules()
    return all(
        word in rules["predicates"] or word in rules["no_things"] or word.endswith(("ed", "ing"))
        for word in content_words(text)
    )


def _ends_with(words: Sequence[str], at: int) -> bool:
    """Does the text end with the word, after one such as "on", in few words, or with "there"?"""
    rules, last = _rules(), at == len(words) - 1
    joined = at > 0 and words[at - 1] in rules["joining"]
    # "Who owns them?"
    object_ = words[at] in rules["objects"] and len(words) <= rules["short"]
    return last and (words[at] in ("there", "one", "ones") or joined or object_)


def _is_subject(words: Sequence[str], at: int) -> bool:
    """Is it who does something, right after an auxiliary?"""
    return at > 0 and words[at] in _rules()["subjects"] and words[at - 1] in _rules()["auxiliaries"]


def _is_many(word: str) -> bool:
    """Is it a noun for more than one, by its ending?"""
    return word in _rules()["people"] or bool(len(word) > 3 and re.search(r"[^s]s$", word))


@cache
def _rules() -> dict[str, Any]:
    data = load_data("follow-ups.yaml")
    frame = ("people", "papers", "predicates", "owned", "kind", "auxiliaries", "acts")
    return {
        **data["pointing"],
        "places": data["frame"]["before_paper"],
        **{name: data["frame"][name] for name in frame},
    }
