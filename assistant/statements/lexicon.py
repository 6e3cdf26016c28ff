"""Lexicon: every list that statements are read by, looked up in one pass over a sentence."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from assistant.statements.concepts import Concepts, Found, words_of
from ingest.errors import SettingsError
from prompts import load_data

CONCEPTS = "evidence/concepts.yaml"
POLARITY = "evidence/polarity.yaml"
BASIS = "evidence/basis.yaml"
MASKS = "evidence/masks.yaml"
MEASURES = "evidence/measures.yaml"

TONES = ("good", "bad", "turns", "neither", "contrast", "mended", "mending")
SAYINGS = (
    "expectation", "not_expectation", "own_expectation", "plan", "own_plan", "not_plan", "voices", "saying",
    "who_did_not", "reported_finding",
)  # fmt: skip

_ACRONYM = re.compile(r"[a-z]{1,4}(?:scb|scp|ssp|scbs|scps)")
"""HSCB, WDSCP, CYSCB: a board by its initials."""
_BOARD = "lscb"


class Lexicon:
    """The concepts of the vocabulary, with a board's own beside them, and the rules' lists."""

    def __init__(self, own: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> None:
        concepts: dict[str, list[str]] = {
            name: list(phrases) for name, phrases in load_data(CONCEPTS).items()
        }
        for name, phrases in own:
            concepts[name] = [*concepts.get(name, []), *phrases]
        self.names = frozenset(concepts)
        self.version = hashlib.sha256(json.dumps(own).encode()).hexdigest()[:16]
        polarity, basis = load_data(POLARITY), load_data(BASIS)
        lists = {f"tone:{name}": polarity[name] for name in TONES} | {
            f"says:{name}": basis[name] for name in SAYINGS
        }
        masks = {f"mask:{name}": phrases for name, phrases in load_data(MASKS).items()}
        self._masked = {name: frozenset(name.removeprefix("mask:").split()) for name in masks}
        self._words = Concepts(checked(concepts | lists | masks))

    def find(self, words: Sequence[str]) -> list[Found]:
        """Every phrase in the words; concepts inside a phrase that masks them are left out."""
        found = self._words.find([_BOARD if _ACRONYM.fullmatch(word) else word for word in words])
        masks = [hit for hit in found if hit.concept in self._masked]
        return [
            hit
            for hit in found
            if hit.concept not in self._masked
            and not any(
                hit.concept in self._masked[mask.concept]
                and mask.first <= hit.first
                and hit.last <= mask.last
                and hit.last - hit.first < mask.last - mask.first
                for mask in masks
            )
        ]

    def names_in(self, text: str) -> frozenset[str]:
        """The concepts of the vocabulary that a text holds."""
        return frozenset(hit.concept for hit in self.find(words_of(text)) if ":" not in hit.concept)


@cache
def lexicon(own: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Lexicon:
    """The lexicon with a framework's own concepts added; made once."""
    return Lexicon(own)


def checked(lists: dict[str, Any]) -> dict[str, Iterable[str]]:
    """The lists, if all they hold are phrases; YAML takes an unquoted "no" or "2023" for something else."""
    for name, phrases in lists.items():
        for phrase in phrases:
            if not isinstance(phrase, str):
                raise SettingsError(
                    f"The list {name} holds {phrase!r}, which is not a phrase.", "Put it in quotation marks."
                )
    return lists
