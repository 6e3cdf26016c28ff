"""Told back: what was done, by a paper's own account, about what children and families said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from assistant.key_questions.material import Material
from assistant.statements.concepts import Concepts, words_of
from assistant.statements.figures import has_share
from assistant.statements.said import Said
from ingest.recommendations.rows import named_by, parts_of
from prompts import load_data

WORDS = "vocabulary/told-back.yaml"
_BEFORE = 3
"""An answer stands among so many statements after what was said, in the same section."""


@dataclass(frozen=True, slots=True)
class ToldBack:
    """A row or a sentence: whether something was `done`, and what is told of the difference to children."""

    said: Said
    done: bool
    difference: Literal["", "figures", "claimed", "unknown"]


def told_back(material: Material) -> Iterator[ToldBack]:
    """Of the period: the rows of tables, and the sentences of people or after theirs in one section."""
    for at, said in enumerate(material.now):
        if said.basis == "expectation" or material.record(said).kind == "inspection":
            continue
        before = material.now[max(0, at - _BEFORE) : at + 1]
        if answer := _row(said) if said.row else _sentence(said, [one for one in before if not one.row]):
            yield answer


def not_told(material: Material, told: Sequence[ToldBack]) -> list[Said]:
    """The period's other statements: of a row the complaint in it says nothing, only what came of it."""
    rows = {one.said.piece for one in told if one.said.row}
    return [said for said in material.now if said.piece not in rows]


def _row(said: Said) -> ToldBack | None:
    cells, parts = said.texts(), _parts(said.header)
    if not {"said", "done"} <= parts.keys() or len(cells) <= max(parts.values()):
        return None
    answer = cells[parts["done"]]
    done = bool(words_of(answer)) and _names(answer).isdisjoint(("nothing", "not_done"))
    difference = cells[parts["difference"]] if "difference" in parts else ""
    names, words = _names(difference), frozenset(words_of(difference))
    if not done or not words or names == {"nothing"}:
        return ToldBack(said, done, "")
    figures = has_share(difference, words) or len(re.findall(r"\d+", difference)) > 1
    return ToldBack(said, done, "unknown" if "unknown" in names else "figures" if figures else "claimed")


def _sentence(said: Said, before: list[Said]) -> ToldBack | None:
    changed, denied = "did_change" in said.concepts, "did_not_change" in said.concepts
    names = _names(said.text)
    near = [one for one in before if one.heading == said.heading]
    addressed = any("you_said" in _names(f"{one.heading} {one.text}") for one in near)
    if said.basis == "plan" or not (changed or denied or (addressed and "we_did" in names)):
        return None
    # Else one of them tells what people asked for.
    asked = (one for one in near if "asked_for" in one.concepts)
    if not addressed and not any(one.basis == "voice" or "client" in one.concepts for one in asked):
        return None
    done = not denied and not (addressed and "not_done" in names)
    return ToldBack(said, done, "figures" if addressed and done and said.share else "")


@cache
def _parts(header: str) -> dict[str, int]:
    return parts_of(header.split(" | "), named_by(load_data(WORDS)["columns"]))


def _names(text: str) -> frozenset[str]:
    return _phrases().names(text)


@cache
def _phrases() -> Concepts:
    return Concepts({name: words for name, words in load_data(WORDS).items() if name != "columns"})
