"""Toned clauses: a sentence's or row's clauses, each in the tone of its measure where one moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.statements.concepts import Found, word_starts
from assistant.statements.movement import (
    Movement,
    may_move,
    movement_of_clause,
    movement_of_row,
    moving_words,
)
from assistant.statements.polarity import Clause, clauses_of


def toned_clauses(
    text: str,
    words: Sequence[str],
    found: Sequence[Found],
    breaks: Sequence[int],
    commas: Sequence[int],
    header: str,
    row: Sequence[str],
) -> tuple[list[Clause], list[Movement | None]]:
    """The clauses, and what moved in each; `row` are the cells of a row, whose columns `header` names."""
    clauses = clauses_of(found, len(words), breaks, commas)
    moves: list[Movement | None]
    if row:
        moves = [movement_of_row(header, row)] * len(clauses)
    else:
        parts = _parts(text, clauses) if may_move(text, words) else [""] * len(clauses)
        moves = [movement_of_clause(part) if part else None for part in parts]
    if any(moves):
        moving = moving_words(words)
        still = [hit for hit in found if not _moves(hit, moving)]
        clauses = _by_movement(clauses_of(still, len(words), breaks, commas), moves)
    return clauses, moves


def _parts(text: str, clauses: list[Clause]) -> list[str]:
    """The words of each clause as they stand."""
    starts = word_starts(text)
    ends = [starts[clause.last + 1] if clause.last + 1 < len(starts) else len(text) for clause in clauses]
    return [text[starts[clause.first] : end] for clause, end in zip(clauses, ends, strict=True)]


def _moves(hit: Found, moving: frozenset[int]) -> bool:
    """Is it a word of praise or blame only because it says that a figure moved: "fallen"?"""
    return hit.concept.startswith("tone:") and moving.issuperset(range(hit.first, hit.last + 1))


def _by_movement(clauses: list[Clause], moves: list[Movement | None]) -> list[Clause]:
    """The clauses, those with a measure that moved in the tone of its getting better or worse."""
    return [
        replace(clause, tone=moved.good) if moved and moved.good else clause
        for clause, moved in zip(clauses, moves, strict=True)
    ]
