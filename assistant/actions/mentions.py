"""Mentions: the sentences of a document that may report on an action set down elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.actions.blocks import prose_of, references_in
from assistant.actions.figures import shows_change
from assistant.actions.moved import moved_in
from assistant.actions.reading import read_report
from assistant.actions.setdown import Report
from assistant.actions.unfinished import is_short_of
from ingest.sentences import sentences

if TYPE_CHECKING:
    from ingest.document import Document

_POINTS_BACK = re.compile(
    r"\b(?:it|they|this|that|these|those|the (?:audit|action|work|review|plan|policy|training|number|scope|"
    r"figure|form|report|group|backlog))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\W*(?:it|this|that|they|these|both|the (?:new |revised )?date)\b", re.IGNORECASE)
"""Of a sentence that moves a date and begins so, what it is about stands in the one before."""
_QUESTION = re.compile(r"\?\s*$|\basked (?:whether|why|how|what|when|for)\b", re.IGNORECASE)
_OPENS = re.compile(r"(?:\d+(?:\.\d+)*\s+)?recommendation\s+\d+\b", re.IGNORECASE)
_LONGEST = 600


def mentions_of(document: Document, said_on: str | None) -> Iterator[Report]:
    """The sentences of the prose that say how far something has got, or what was measured of it."""
    if document.kind in ("framework", "guidance"):
        return
    for block, heading in prose_of(document):
        text = document.text[block.start : block.end]
        refs, before = references_in(text), ""
        for start, end in sentences(text):
            sentence = text[start:end]
            report = _report(
                sentence, (block.start + start, block.start + end), said_on, refs, heading, before
            )
            if report:
                yield report
            before = sentence


def _report(
    sentence: str,
    span: tuple[int, int],
    said_on: str | None,
    refs: tuple[str, ...],
    heading: str,
    before: str,
) -> Report | None:
    if len(sentence) > _LONGEST or _QUESTION.search(sentence):
        return None
    reading = read_report(sentence, said_on, prose=True)
    change = shows_change(sentence)
    short = is_short_of(sentence)
    state = "none" if short and reading.state == "done" else reading.state
    moved = moved_in(sentence, said_on)
    if moved and state in ("none", "done"):
        state = "in_hand"
    named = any(ref.startswith("action") for ref in refs) or bool(_OPENS.match(sentence))
    if state == "none" and not change and not reading.measured and not named:
        return None
    leans = bool(refs) or bool(_POINTS_BACK.search(sentence))
    about = f"{heading}. {before}" if leans and before else heading
    return Report(
        span=span,
        said_on=said_on,
        state=state,
        completed=reading.completed if state == "done" else None,
        late=reading.late,
        timely=reading.timely,
        measured=reading.measured,
        impact=change,
        short=short,
        about=about,
        refs=refs,
        words=f"{before} {sentence}" if moved and _PRONOUN.match(sentence) else sentence,
        due=moved[0] if moved else None,
        due_words=(span[0] + moved[1][0], span[0] + moved[1][1]) if moved else None,
    )
