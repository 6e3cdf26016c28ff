"""Samples: on how many cases a document says that it rests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.slices import Slice
from assistant.statements.said import Said
from ingest.phrases import VALUES, worded
from prompts import load_data

RULES = "evidence/numbers.yaml"

_NUMBER = r"(\d{1,3}(?:,\d{3})?|[a-z]+(?:[ -][a-z]+)?)"
_THINGS = r"(?:[a-z’'-]+\s){0,3}{sampled}"
_FORMS = (
    worded(RULES, rf"\b{{sampling}} (?:the records? of (?:each of )?(?:the )?)?{_NUMBER} {_THINGS}"),
    worded(RULES, rf"\b{_NUMBER} {_THINGS} (?:were|was) (?:{{sampling}}|chosen|selected|drawn)"),
    worded(RULES, rf"\basks of {_NUMBER} {_THINGS}"),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """How many cases, and where it is said."""

    number: int
    piece: Slice


def sample_in(statements: Iterable[Said], kind: str) -> Sample | None:
    """The largest sample that the statements of a document of this kind name as its own; None where none."""
    others = frozenset(load_data(RULES)["of_others"].get(kind, ()))
    own = (said for said in statements if others.isdisjoint(said.concepts))
    found = [sample for said in own for sample in _samples(said)]
    return max(found, key=lambda sample: (sample.number, -sample.piece.start), default=None)


def _samples(said: Said) -> list[Sample]:
    # What is asked for was not yet looked at ("should look at 20 cases").
    if not said.count or said.basis == "expectation":
        return []
    numbers = [_value(one.group(1)) for form in _FORMS for one in form().finditer(said.text)]
    return [Sample(number, said.piece) for number in numbers if number]


def _value(words: str) -> int:
    """The number that digits or words name, 0 where they name none."""
    if words[0].isdigit():
        return int(words.replace(",", ""))
    return sum(VALUES.get(word, 0) for word in re.split(r"[ -]", words.lower()))
