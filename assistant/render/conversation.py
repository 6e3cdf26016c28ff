"""Kept conversations → paragraphs, and a turn of one as what a screen shows again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.conversations.conversation import Conversation, ConversationEntry, PastTurn
from assistant.render.answer import OUTCOMES
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.place import place_of
from assistant.render.plain import counted, one_line, shortened

AGAIN = "From a conversation that was kept: the quotations as the documents have them now."
NOTHING = "Nothing was quoted to this, or what was quoted is no longer in the library."
NONE_KEPT = "No conversation is kept."


def conversation_list(entries: Iterable[ConversationEntry]) -> Iterator[Paragraph]:
    """A line each: name, number of questions, the first of them."""
    for entry in entries:
        yield Paragraph(entry_line(entry))


def entry_line(entry: ConversationEntry) -> str:
    """A conversation on one line."""
    return f"{one_line(entry.name)}  {counted(entry.questions, 'question')}: {shortened(entry.first, 100)}"


def conversation_paragraphs(conversation: Conversation) -> Iterator[Paragraph]:
    """Each question with its quotations and their places."""
    for turn in conversation.turns:
        yield Paragraph(f"You: {one_line(turn.asked)}", style="bold")
        yield from turn_body(turn)
        for citation in turn.citations:
            yield Paragraph(place_of(citation), lead=f"[{citation.n}] ", style="dim")
        yield EMPTY_LINE
    yield Paragraph(AGAIN, style="dim")


def turn_body(turn: PastTurn) -> Iterator[Paragraph]:
    """What a question was taken for, and the quotations."""
    if turn.understood != turn.asked:
        yield Paragraph(f"Taken to mean: {one_line(turn.understood)}", style="dim")
    if said := turn_said(turn):
        yield Paragraph(said)
    elif not turn.citations:
        yield Paragraph(NOTHING)
    for citation in turn.citations:
        yield Paragraph(f"“{one_line(citation.quote)}” [{citation.n}]", lead=f"{citation.n}. ")


def turn_said(turn: PastTurn) -> str:
    """What was said to a question to which nothing was quoted; "" for one that was answered."""
    if not turn.reason:
        return one_line(turn.verdict)
    told = turn.verdict if turn.reason in turn.verdict else f"{turn.verdict} {turn.reason}"
    return f"{OUTCOMES['not_found']}: {one_line(told)}"
