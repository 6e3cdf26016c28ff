"""Told back: what was done, by a paper's own account, about what children and families said ("you said, we did")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from assistant.key_questions.concepts import Concepts, words_of
from assistant.key_questions.figures import has_share
from assistant.key_questions.material import Material
from assistant.key_questions.said import Said
from prompts import load_data

WORDS = "vocabulary/told-back.yaml"
_PHRASES = ("nothing", "unknown", "you_said", "we_did", "not_done")
_BEFORE = 3
"""An answer stands among so many statements after what was said, in the same section."""

Difference = Literal["", "shown", "claimed", "unknown"]


@dataclass(frozen=True, slots=True)
class ToldBack:
    """A row or a sentence that tells whether something was `done`, and what `difference` to children it made: by
    a figure, by a claim, that nobody knows, or nothing.
    """

    said: Said
    done: bool
    difference: Difference


def told_back(material: Material) -> Iterator[ToldBack]:
    """Of the period: the rows of tables, and the sentences of people or after theirs in one section."""
    for at, said in enumerate(material.now):
        if said.basis == "expectation" or material.record(said).kind == "inspection":
            continue
        answer = _of_row(said) if said.row else _of_sentence(said, at, material)
        if answer:
            yield answer


def _of_row(said: Said) -> ToldBack | None:
    cells = said.texts()
    roles = _roles(said.header)
    if not {"said", "done"} <= roles.keys() or len(cells) <= max(roles.values()):
        return None
    done = bool(words_of(cells[roles["done"]])) and not _names(cells[roles["done"]]) & {"nothing", "not_done"}
    told = cells[roles["difference"]] if "difference" in roles else ""
    return ToldBack(said, done, _difference(told) if done else "")


def _difference(told: str) -> Difference:
    names, words = _names(told), frozenset(words_of(told))
    if "unknown" in names:
        return "unknown"
    if not words or _phrases("nothing").names(told) and len(words) < 4:
        return ""
    return "shown" if has_share(told, words) or len(re.findall(r"\d+", told)) > 1 else "claimed"


def _of_sentence(said: Said, at: int, material: Material) -> ToldBack | None:
    names = _names(said.text)
    denied = "did_not_change" in said.concepts
    if said.basis == "plan" or not (denied or "did_change" in said.concepts or "we_did" in names):
        return None
    before = [one for one in material.now[max(0, at - _BEFORE) : at + 1] if one.heading == said.heading]
    spoke = any(_spoke(one) for one in before)
    addressed = any("you_said" in _names(f"{one.heading} {one.text}") for one in before)
    if not (addressed or (spoke and (denied or "did_change" in said.concepts))):
        return None
    done = not denied and not (addressed and "not_done" in names)
    return ToldBack(said, done, "shown" if addressed and done and said.share else "")


def _spoke(said: Said) -> bool:
    """Does it tell what people asked for?"""
    return "asked_for" in said.concepts and (said.basis == "voice" or "client" in said.concepts)


@cache
def _roles(header: str) -> dict[str, int]:
    """The columns of a header's parts; a column has one part."""
    roles: dict[str, int] = {}
    for at, name in enumerate(header.split(" | ")):
        words = re.sub(r"[\s:*?]+", " ", name).strip()
        for role, names in load_data(WORDS)["columns"].items():
            if role not in roles and at not in roles.values():
                if re.fullmatch("|".join(f"(?:{one})" for one in names), words, re.IGNORECASE):
                    roles[role] = at
    return roles


def _names(text: str) -> frozenset[str]:
    return frozenset(_phrases(*_PHRASES).names(text))


@cache
def _phrases(*names: str) -> Concepts:
    return Concepts({name: load_data(WORDS)[name] for name in names})
