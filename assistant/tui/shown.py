"""Shown: what an exchange shows, made from an answer or from the ledger of a key question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.answer import Answer, Citation
from assistant.conversations.conversation import PastTurn
from assistant.key_questions.ledger import Ledger
from assistant.render.answer import NEAREST, answer_body, answer_paragraphs
from assistant.render.cited import footer
from assistant.render.conversation import AGAIN, turn_body
from assistant.render.ledger import ledger_body, ledger_paragraphs
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.place import place_of
from ingest.records import DocumentRecord

State = Literal["-answered", "-refused"]


@dataclass(frozen=True)
class Shown:
    """`body` and `status` for the screen, `whole` with the sources for copying; `sources` can be opened.

    `question_id` is the key question's where this is a ledger, else "".
    """

    state: State
    body: tuple[Paragraph, ...]
    status: Paragraph
    whole: tuple[Paragraph, ...]
    sources: tuple[Citation, ...]
    sources_title: str
    question_id: str = ""


def shown_answer(answer: Answer) -> Shown:
    """An answer with its sources, or a refusal with the nearest passages."""
    refused = answer.outcome == "not_found"
    return Shown(
        state="-refused" if refused else "-answered",
        body=tuple(answer_body(answer)),
        status=footer(answer),
        whole=tuple(answer_paragraphs(answer)),
        sources=answer.citations or answer.nearest,
        sources_title="Nearest passages" if refused else "Sources",
    )


def shown_ledger(ledger: Ledger) -> Shown:
    """A ledger: both sides, the silence, and what to ask."""
    return Shown(
        state="-answered",
        body=tuple(ledger_body(ledger)),
        status=footer(ledger),
        whole=(*ledger_paragraphs(ledger), EMPTY_LINE, footer(ledger)),
        sources=ledger.citations,
        sources_title="Sources",
        question_id=ledger.id,
    )


def shown_turn(turn: PastTurn) -> Shown:
    """A question of a conversation that was kept, with what was quoted to it."""
    body = tuple(turn_body(turn))
    return Shown(
        state="-refused" if turn.reason else "-answered",
        body=body,
        status=Paragraph(AGAIN, style="dim"),
        whole=(*body, *(Paragraph(place_of(one), lead=f"[{one.n}] ") for one in turn.citations)),
        sources=turn.citations,
        sources_title="Sources",
    )


def source_heading(shown: Shown) -> str:
    """The heading of the sources under an exchange."""
    return NEAREST if shown.state == "-refused" else "Sources"


def as_text(question: str, shown: Shown) -> Iterator[str]:
    """The question and what was said to it as lines of Markdown."""
    yield f"# {question}"
    yield ""
    for paragraph in shown.whole:
        yield (paragraph.lead + paragraph.text).rstrip()


def areas_of(records: Iterable[DocumentRecord]) -> list[str]:
    """The areas that may be asked for; their words are loaded when that is first done, not at the start."""
    from assistant.areas.subjects import area_names

    return area_names(records)
