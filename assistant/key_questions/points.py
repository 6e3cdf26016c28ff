"""Points: matches → the best statements of each side, one a source of the same words, in a fixed order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.key_questions.finding import Point
from assistant.key_questions.matching import Match
from assistant.key_questions.material import Material
from assistant.key_questions.period import newest_first
from assistant.slices import Slice
from assistant.statements.said import Basis, Said

SHOWN = 10
"""A side shows at most so many statements …"""

OF_ONE = 4
"""… and at most so many of one document."""

ASIDE = 8
"""Of what is earlier or elsewhere so many are shown."""

EVIDENCE: frozenset[Basis] = frozenset({"data", "voice", "independent_finding"})
"""What "evidenced" needs; a self_report is a claim."""

_STRENGTH: dict[Basis, int] = {"data": 0, "voice": 0, "independent_finding": 0, "self_report": 1, "plan": 2,
                               "expectation": 3}  # fmt: skip
ALIKE = 0.6
"""Share of the words of two sentences that both hold: a summary repeats its chapter …"""

FEWEST = 8
"""… in sentences of at least so many different words."""

_LETTERS = re.compile(r"[\W_]+")
LONG = 60
"""A statement of more words is shown after the others of its signal."""


def points(matches: Iterable[Match], material: Material) -> list[Point]:
    """One point for each different statement, best first; the same words in several places are one point."""
    grouped: dict[str, list[Match]] = {}
    known: dict[str, str] = {}
    said: dict[str, list[tuple[frozenset[str], str]]] = {}
    for match in matches:
        if match.said.text.rstrip().endswith(":"):
            continue  # it only announces a list
        letters = _LETTERS.sub(" ", match.said.text).strip().casefold()
        words, document = frozenset(letters.split()), match.said.piece.document_id
        alike = ""
        if letters not in known:
            alike = next((key for other, key in said.get(document, ()) if _alike(words, other)), "")
        key = known.setdefault(letters, alike or material.words_of(match.said.piece))
        said.setdefault(document, []).append((words, key))
        grouped.setdefault(key, []).append(match)
    made = [_point(group, material) for group in grouped.values()]
    return sorted(made, key=lambda point: point.rank)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Do two sentences of one document say the same in nearly the same words, figures alike?"""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < FEWEST or shorter < ALIKE * longer:
        return False
    both = len(one & other)
    return both >= ALIKE * (shorter + longer - both) and _figures(one) == _figures(other)


def _figures(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if any(letter.isdigit() for letter in word))


def point_of(said: Said, signal: str, material: Material, *more: Slice) -> Point:
    """A statement as it stands, found by other means than a match; `more` are further places of it."""
    return Point(said.text, said.basis, (said.piece, *more), signal, material.source_of(said.piece))


def best(points: Sequence[Point], shown: int = SHOWN, of_one: int = OF_ONE) -> list[Point]:
    """The first of a side, at first not too many of one document; what room is left goes to the next best."""
    taken: Counter[str] = Counter()
    chosen: list[Point] = []
    for point in points:
        document = point.slices[0].document_id
        if len(chosen) < shown and taken[document] < of_one:
            taken[document] += 1
            chosen.append(point)
    more = [point for point in points if point not in chosen][: shown - len(chosen)]
    return [point for point in points if point in chosen or point in more]


def merged(points: Sequence[Point]) -> list[Point]:
    """The points without those that another of the side shows as the sentence it leans on."""
    kept: list[Point] = []
    for point in points:
        holder = next((one for one in points if one is not point and _holds(one, point)), None)
        if holder is None:
            held = [one.rank for one in points if one is not point and _holds(point, one)]
            kept.append(replace(point, rank=min([point.rank, *held])))
    return sorted(kept, key=lambda point: point.rank)


def apart(points: Sequence[Point], others: Sequence[Point]) -> list[Point]:
    """The points of a side, without the sentence shown before where it stands on the other side."""
    return [
        _without_lead(point) if any(_holds(point, other) for other in others) else point for point in points
    ]


def _without_lead(point: Point) -> Point:
    shown, *others = point.slices
    own = Slice(shown.document_id, shown.end - len(point.core), shown.end)
    return replace(point, text=point.core, slices=(own, *others))


def _holds(one: Point, other: Point) -> bool:
    """Is the other statement the sentence shown before this one?"""
    mine, theirs = one.slices[0], other.slices[0]
    led = one.core != one.text and mine.document_id == theirs.document_id
    return led and mine.start == theirs.start and theirs.end < mine.end


def within(points: Sequence[Point], bounds: Mapping[str, int]) -> list[Point]:
    """The points without those of a signal beyond its bound."""
    seen: Counter[str] = Counter()
    kept = []
    for point in points:
        seen[point.signal] += 1
        if seen[point.signal] <= bounds.get(point.signal, len(points)):
            kept.append(point)
    return kept


def _point(group: Sequence[Match], material: Material) -> Point:
    first = min(group, key=lambda match: _rank(match, material))
    shown = first.said.shown
    slices = sorted({match.said.shown for match in group} - {shown})
    return Point(
        first.said.text if shown == first.said.piece else material.words(shown),
        first.said.basis,
        (shown, *slices),
        first.signal.name,
        material.source_of(first.said.piece),
        _rank(first, material),
        first.said.text,
    )


def _rank(match: Match, material: Material) -> tuple[object, ...]:
    """Weight of the signal, strength of the basis, length, newest first, then by document and place."""
    said, record = match.said, material.record(match.said)
    return (
        -match.signal.weight,
        _STRENGTH[said.basis],
        len(said.text.split()) > LONG,
        newest_first(record),
        record.source,
        said.piece.start,
    )
