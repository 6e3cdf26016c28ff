"""Matching: which signal of a question a statement gives, and on which side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.key_questions.framework import KeyQuestion, Signal
from assistant.key_questions.material import Material
from assistant.statements.concepts import lists_of, words_of
from assistant.statements.lexicon import POLARITY
from assistant.statements.said import Said

Side = Literal["for", "against", "promised"]


@dataclass(frozen=True, slots=True)
class Match:
    """A statement as evidence: by which signal, on which side."""

    said: Said
    signal: Signal
    side: Side


def matches(question: KeyQuestion, statements: Iterable[Said], material: Material) -> list[Match]:
    """The statements that give a signal of the question, each by its weightiest one, and their rejoinders."""
    found: list[Match] = []
    for said in statements:
        match = best_match(question.signals, said, material.record(said).kind)
        if match is None and found and _rejoins(said, found[-1].said):
            match = _rejoinder(said, found[-1])
        if match is not None:
            found.append(match)
    return found


def _rejoins(said: Said, before: Said) -> bool:
    """Does it follow at once and turn back to it: "However, there is no plan for how this is done"?"""
    near = said.piece.document_id == before.piece.document_id and said.heading == before.heading
    if said.row or not near or not 0 <= said.piece.start - before.piece.end <= 1:
        return False
    words = words_of(said.text)
    hits = lists_of(POLARITY, "turning_back", "pointing").find(words)
    opens = any(hit.concept == "turning_back" and hit.first == 0 for hit in hits)
    return opens and any(hit.concept == "pointing" and hit.first > 0 for hit in hits)


def _rejoinder(said: Said, before: Match) -> Match | None:
    """What turns back to praise and finds fault stands against by the same signal."""
    turned = before.side == "for" and before.signal.side != "praise"
    faults = said.tone < 0 and turned and said.is_told
    return Match(said, before.signal, "against") if faults else None


def best_match(signals: Iterable[Signal], said: Said, kind: str) -> Match | None:
    """The statement by the weightiest signal it gives that puts it on a side."""
    found = list(_matches(signals, said, kind))
    return max(found, key=lambda match: match.signal.weight) if found else None


def gives(signal: Signal, said: Said, kind: str) -> bool:
    """Does the statement give the signal, on whatever side? What it asks for must stand in one clause."""
    if not signal.all <= said.concepts:  # most fail here, and quickly
        return False
    held = [said.concepts] if signal.across else [names for _, names in said.clauses]
    return (
        any(signal.all <= names and (not signal.any or not signal.any.isdisjoint(names)) for names in held)
        and signal.none.isdisjoint(said.concepts | said.led)
        and (not signal.under or not signal.under.isdisjoint(said.under))
        and (not signal.basis or said.basis in signal.basis)
        and (not signal.kinds or kind in signal.kinds)
    )


def _matches(signals: Iterable[Signal], said: Said, kind: str) -> Iterator[Match]:
    if said.basis == "expectation":
        return
    for signal in signals:
        if gives(signal, said, kind) and (side := _side(signal, said)):
            yield Match(said, signal, "promised" if said.basis == "plan" else side)


def _side(signal: Signal, said: Said) -> Literal["for", "against"] | None:
    if signal.side in ("for", "against"):
        return signal.side
    tone = said.tone_of(signal.all or signal.any)
    if signal.side == "praise":
        return "for" if tone > 0 else None
    if tone:
        return "for" if tone > 0 else "against"
    return None if signal.plain == "leave" else signal.plain
