"""Under names: what several answers say, each under its own name, with citations numbered through all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.answer import Answer, Citation, Statement, by_number


def under_names(
    found: Iterable[tuple[str, Answer]], *, once: bool = False
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """The statements, headed by their name (`once`: the first of each), and the citations.

    A place that is quoted twice has one number.
    """
    statements: list[Statement] = []
    citations: dict[tuple[str, int, int], Citation] = {}
    for name, answer in found:
        numbered = by_number(answer.citations)
        for at, said in enumerate(answer.statements):
            cited = [numbered[number] for number in said.citations]
            numbers = []
            for one in cited:
                place = (one.document_id, one.start, one.end)
                numbers.append(citations.setdefault(place, replace(one, n=len(citations) + 1)).n)
            if once and at:
                statements.append(Statement(said.text, tuple(numbers)))
                continue
            # What says already on which side, or in which area, it stands has its own quotation marks.
            text = f"“{said.text}”" if cited and said.text == cited[0].quote else said.text
            statements.append(Statement(f"{name}: {text}", tuple(numbers)))
    return tuple(statements), tuple(citations.values())
