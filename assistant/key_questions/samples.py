"""Samples: on how many cases a document says that it rests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.key_questions.said import Said
from assistant.slices import Slice

_UNITS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        1,
    )
}
_TENS = {
    word: number * 10
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_NUMBER = r"(\d{1,3}(?:,\d{3})?|[a-z]+(?:[ -][a-z]+)?)"
_THINGS = r"(?:[a-z’'-]+\s){0,3}(?:children|files|records|cases|families|interviews|assessments|appointments|plans|young people|supervision records)"
_SAMPLE = (
    re.compile(
        rf"\b(?:sample of|audited|examined|reviewed|tracked the experience of|read|drew|took|looked at|sampled|considered|followed) (?:the records? of (?:each of )?(?:the )?)?{_NUMBER} {_THINGS}",
        re.I,
    ),
    re.compile(
        rf"\b{_NUMBER} {_THINGS} (?:were|was) (?:chosen|selected|audited|examined|read|reviewed|sampled|drawn)",
        re.I,
    ),
    re.compile(rf"\basks of {_NUMBER} {_THINGS}", re.I),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """How many cases, and where it is said."""

    number: int
    piece: Slice


def sample_in(statements: Iterable[Said]) -> Sample | None:
    """The largest sample that a document's statements name; None where they name none."""
    found = [sample for said in statements for sample in _samples(said)]
    return max(found, key=lambda sample: (sample.number, -sample.piece.start), default=None)


def _samples(said: Said) -> list[Sample]:
    if not said.count:
        return []
    numbers = [
        number
        for pattern in _SAMPLE
        for one in pattern.finditer(said.text)
        if (number := _value(one.group(1)))
    ]
    return [Sample(number, said.piece) for number in numbers]


def _value(words: str) -> int:
    """The number that digits or words name, 0 where they name none."""
    if words[0].isdigit():
        return int(words.replace(",", ""))
    total = 0
    for word in re.split(r"[ -]", words.lower()):
        total += _UNITS.get(word, _TENS.get(word, 0))
    return total
