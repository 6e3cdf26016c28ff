"""Lexicon: every list that statements are read by, looked up in one pass over a sentence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from assistant.key_questions.concepts import Concepts
from ingest.errors import SettingsError
from prompts import load_data

CONCEPTS = "evidence/concepts.yaml"
POLARITY = "evidence/polarity.yaml"
BASIS = "evidence/basis.yaml"
NUMBERS = "evidence/numbers.yaml"

TONES = ("good", "bad", "turns", "neither", "contrast")
SAYINGS = (
    "expectation", "not_expectation", "own_expectation", "plan", "own_plan", "voices", "saying",
    "who_did_not", "reported_finding",
)  # fmt: skip


class Lexicon:
    """The concepts of the vocabulary, with a board's own beside them, and the rules' lists."""

    def __init__(self, own: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> None:
        concepts: dict[str, list[str]] = {
            name: list(phrases) for name, phrases in load_data(CONCEPTS).items()
        }
        for name, phrases in own:
            concepts[name] = [*concepts.get(name, []), *phrases]
        self.names = frozenset(concepts)
        self.version = _hash([concepts, *(load_data(name) for name in (POLARITY, BASIS, NUMBERS))])
        polarity, basis = load_data(POLARITY), load_data(BASIS)
        rules = {f"tone:{name}": polarity[name] for name in TONES} | {
            f"says:{name}": basis[name] for name in SAYINGS
        }
        self.words = Concepts(checked(concepts | rules))
        self.concepts = Concepts(checked(concepts))


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


def _hash(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]
