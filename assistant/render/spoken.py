"""Answer → lines to be read aloud: each says what it is; no borders, no bare numbers in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Answer
from assistant.conversations.conversation import PastTurn
from assistant.render.answer import OUTCOMES
from assistant.render.conversation import turn_said
from assistant.render.place import place_of
from assistant.render.plain import one_line


def answer_lines(answer: Answer) -> Iterator[str]:
    """The outcome, each statement with the numbers of its sources in words, what is missing, the sources."""
    if answer.understood:
        yield f"Assistant: Taken to mean: {one_line(answer.understood)}"
    yield f"Assistant: {OUTCOMES[answer.outcome]}: {one_line(answer.verdict)}"
    if answer.outcome == "not_found" and answer.reason:
        yield f"Reason: {one_line(answer.reason)}"
    for number, statement in enumerate(answer.statements, 1):
        yield f"Statement {number}: {one_line(statement.text)} {_sources(statement.citations)}"
    for gap in answer.gaps:
        yield f"Missing: {one_line(gap.what)}"
    for challenge in answer.challenges:
        yield f"To ask the board: {one_line(challenge.text)} {_sources(challenge.citations)}".rstrip()
    for citation in answer.citations:
        yield f"Source {citation.n}: {place_of(citation)}"
    for number, citation in enumerate(answer.nearest, 1):
        yield f"Nearest passage {number}: “{one_line(citation.quote)}” {place_of(citation)}"


def turn_lines(turn: PastTurn) -> Iterator[str]:
    """A question of a conversation that was kept, and what was quoted to it."""
    yield f"You asked: {one_line(turn.asked)}"
    if said := turn_said(turn):
        yield f"Assistant: {said}"
    for citation in turn.citations:
        yield f"Quoted {citation.n}: “{one_line(citation.quote)}” {place_of(citation)}"


def _sources(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return ""
    return f"(source{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))})"
