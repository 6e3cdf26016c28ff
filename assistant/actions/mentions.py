"""Mentions: the sentences of a document that may report on an action set down elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, replace

from assistant.actions.blocks import prose_of
from assistant.actions.days import day_told_of
from assistant.actions.due import expected_in, moved_in
from assistant.actions.figures import shows_change
from assistant.actions.proposals import Proposal, first_proposal, kept_open, proposal_in
from assistant.actions.reading import State, read_report
from assistant.actions.references import bare_references_in, label_of, references_in
from assistant.actions.setdown import Report
from assistant.actions.unfinished import is_short_of
from assistant.actions.vocabulary import pattern
from ingest.discover import MESSAGES
from ingest.document import Document
from ingest.phrases import worded
from ingest.sentences import sentences

_closes_it = worded("actions/status.yaml", r"(?<![\w-]){closes_it}(?![\w-])")
_closes_at_end = worded("actions/status.yaml", "{closes_at_end}")
_points_back = worded("actions/links.yaml", r"\b{points_back}\b")
_PRONOUN = re.compile(r"\W*(?:it|this|that|they|these|both|the (?:new |revised )?date)\b", re.IGNORECASE)
"""Of a sentence that moves a date and begins so, what it is about stands in the one before."""
_QUESTION = re.compile(r"\?\s*$|\basked (?:whether|why|how|what|when|for(?! an? extension))\b", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:\d+(?:\.\d+)*\s+)?(?:recommendation\s+\d+|action\s+[A-Z]{0,4}\d*(?:[./-]?\d+)+)\b", re.IGNORECASE
)
_TITLED = 80
"""Within so many characters stands what a paragraph names before a colon: "Health data (action 3.2): …"."""
_ITEM = re.compile(r"\s*\d{1,2}[.)]?\s+(?P<title>[A-Z][^.:]{2,60})[.:]\s")
"""What an item of minutes is about, where its number and title open the paragraph: "2. Early help. …"."""
_RISK = re.compile(r"\W*Risk\s+[A-Z]{0,2}\d+\b")
"""A line of a risk register, which scores a danger and reports on no action."""
_BULLET = re.compile(r"\s*[•◦▪▫◼●■]\s*")
_LONGEST = 600


def mentions_of(document: Document, said_on: str | None) -> Iterator[Report]:
    """The sentences of the prose that say how far something has got, or what was measured of it; of minutes
    also each item that answers an action by its number.
    """
    if document.kind in ("framework", "guidance"):
        return
    subject = document.title if document.source.lower().endswith(MESSAGES) else ""
    for block, over in prose_of(document):
        # What a mail is about is its subject; a greeting on a line of its own looks like a heading.
        heading = subject or over
        text = document.text[block.start : block.end]
        number, start = label_of(text)
        if number and len(text) <= _LONGEST:
            yield _answer(text, block.start, start, number, said_on, heading)
        else:
            yield from _told(text, block.start, said_on, heading)


def _answer(text: str, at: int, start: int, number: str, said_on: str | None, heading: str) -> Report:
    """An item under an action's own number, read as a whole like a cell of progress after its label."""
    label, colon, status = text[start:].partition(": ")
    words = status if colon else text[start:]
    reading, moved = read_report(words, said_on), moved_in(words, said_on)
    shift, proposal = len(text) - len(words), first_proposal(words, (number,))
    if moved and reading.state == "none":
        reading = replace(reading, state="in_hand")
    report = Report(
        span=(at, at + len(text)),
        said_on=said_on,
        **asdict(reading),
        impact=shows_change(words),
        short=is_short_of(words) and reading.state != "done",
        about=f"{heading}. {label}",
        refs=(number,),
        words=text[start:],
        expected=None if reading.state == "done" else expected_in(words, said_on),
        due=moved[0] if moved else None,
        due_words=(at + shift + moved[1][0], at + shift + moved[1][1]) if moved else None,
    )
    return _as_answered(report, proposal) if proposal else report


def _told(text: str, at: int, said_on: str | None, heading: str) -> Iterator[Report]:
    """The reports among the sentences of one block. A number holds for the sentences that lean on the one
    that names it, and from the block's opening on until another is named.
    """
    title = item["title"] if (item := _ITEM.match(text)) else ""
    opening = bool(_OPENS.match(text) or references_in(_title(text)))
    heading, before = f"{heading}. {title}" if title else heading, ""
    refs: tuple[str, ...] = ()
    named = list(references_in(heading))
    bullet, told_to = _BULLET.match(text), 0
    spans = list(sentences(text))
    for index, (start, end) in enumerate(spans):
        if start < told_to:
            continue
        start = max(start, bullet.end() if bullet else 0)
        sentence, after = text[start:end], spans[index + 1] if index + 1 < len(spans) else (end, end)
        own = (*references_in(sentence), *bare_references_in(sentence))
        leans = bool(_PRONOUN.match(sentence))
        refs = own or (refs if leans or opening else ())
        named += own
        report = _report(sentence, (at + start, at + end), said_on, refs, heading, before)
        if not refs and _closes_it().search(sentence):
            first = spans[index - 1][0] if index else start
            yield _closing(
                text[first:end], (at + first, at + end), said_on, tuple(dict.fromkeys(named)), heading
            )
            before = sentence
            continue
        if proposal := proposal_in(sentence, text[slice(*after)], refs):
            told_to = after[1] if proposal.apart and proposal.agreed is not None else end
            told = report or Report((at + start, at + end), said_on, "none", about=heading, refs=refs)
            told = _as_answered(told, proposal)
            yield replace(told, span=(at + start, at + told_to), words=text[start:told_to])
        elif report:
            ahead = None if report.state == "done" else expected_in(sentence, said_on)
            yield replace(report, told_of=day_told_of(sentence, said_on), expected=ahead)
        before = f"{before} {sentence}" if before and _points_back().search(sentence) else sentence


def _closing(
    words: str, span: tuple[int, int], said_on: str | None, named: tuple[str, ...], heading: str
) -> Report:
    """The report of a sentence that closes what was named before it, with the one before: it closes the only
    one that is `named`; where several are, it says no more than that it speaks of them.
    """
    reading = read_report(words, said_on, prose=True)
    state: State = "none" if len(named) > 1 else "done"
    completed = reading.completed if state == "done" else None
    told = asdict(replace(reading, state=state, completed=completed))
    about = f"{heading}. {words}"
    return Report(span, said_on, **told, about=heading, refs=named, words=about, points=True)


def _as_answered(report: Report, proposal: Proposal) -> Report:
    """A report as what the body made of the proposal in it: what is only asked for changes nothing."""
    if proposal.agreed and proposal.act != "moving":
        return replace(report, state="done" if proposal.act == "closing" else "not_done")
    if proposal.agreed:
        return report
    if proposal.agreed is False and proposal.act == "closing":
        return replace(report, state="not_done")
    said = report.state in ("rejected", {"closing": "done", "reopening": "not_done"}.get(proposal.act))
    return replace(report, state="none" if said else report.state, due=None, due_words=None)


def _title(text: str) -> str:
    """The words before a paragraph's first colon, if they are few."""
    title, colon, _ = text[:_TITLED].partition(": ")
    return title if colon else ""


def _report(
    sentence: str,
    span: tuple[int, int],
    said_on: str | None,
    refs: tuple[str, ...],
    heading: str,
    before: str,
) -> Report | None:
    refused = kept_open().search(sentence)
    if len(sentence) > _LONGEST or (_QUESTION.search(sentence) and not refused):
        return None
    if pattern("status", "no_report").search(sentence) or _RISK.match(sentence):
        return None
    reading = read_report(sentence, said_on, prose=True)
    change = shows_change(sentence)
    short = reading.measured and is_short_of(sentence)
    state = "none" if short and reading.state == "done" else reading.state
    if state == "none" and (_closes_at_end().search(sentence) or (refs and _closes_it().search(sentence))):
        state = "done"
    moved = moved_in(sentence, said_on)
    if moved and state in ("none", "done"):
        state = "in_hand"
    named = any(not ref.startswith("recommendation") for ref in refs) or bool(_OPENS.match(sentence))
    if state == "none" and not change and not reading.measured and not named:
        return None
    leans = bool(refs) or bool(_points_back().search(sentence))
    about = f"{heading}. {before}" if leans and before else heading
    completed = reading.completed if state == "done" else None
    return Report(
        span=span,
        said_on=said_on,
        **asdict(replace(reading, state=state, completed=completed)),
        impact=change,
        short=short,
        about=about,
        refs=refs,
        words=f"{before} {sentence}" if moved and _PRONOUN.match(sentence) else sentence,
        due=moved[0] if moved else None,
        due_words=(span[0] + moved[1][0], span[0] + moved[1][1]) if moved else None,
    )
