"""Whole: a quotation with what it needs to be understood by who sees nothing else of the paper.

A sentence that leans on the one before ("This means …") is quoted with it, a count with the sentence that
goes on with it ("Three months on, 12 …"), a lead-in ("The board should:") with its list, an item that is no
sentence with its lead-in, a line without a stop (a heading that was not known for one) with the sentence
under it, somebody's words to where they end, and a claim with those who would not have it. A row of a
table is quoted whole. A list's mark before the words is left out.
What would make the quotation longer than `MOST` words is not added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.asked.reasons import gives_reason
from assistant.evidence import Evidence
from assistant.sentences.instructions import addresses_software
from assistant.sentences.leaning import counts_on, disputes, leans, turns
from assistant.statements.concepts import words_of
from assistant.statements.polarity import LONGEST_HEADING, says_something
from ingest.draft import CELL_JOINER
from ingest.sentences import sentences_within

MOST = 75
"""Words that a quotation has at most where something is added to it: some three sentences."""

NEARBY = 1_500
"""Characters on either side in which what a quotation needs is looked for."""

SHORT = 8
"""An item of a list with fewer words and no verb is no sentence."""

BRACKET = 40
"""Characters in which a bracket that was cut in two is closed."""

_MARK = re.compile(r"[•◦▪▫◼●■➢➤►]\s*")
_ITEM = re.compile(r"[•◦▪▫◼●■➢➤►–—*-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|[a-z]")
_SPOKEN = re.compile(r"“|(?<![^\s(])\"(?=\w)"), re.compile(r"”|(?<=[\w.,!?…])\"(?!\w)")
"""What opens somebody's words and what closes them."""
_STOPPED = re.compile(r"[.!?…][\"'”’)\]]*$")

Span = tuple[int, int]


def whole(evidence: Evidence, text: str) -> Evidence:
    """The same evidence, longer where it needs to be; `text` is its document's."""
    start, end = evidence.start, evidence.end
    if evidence.found.passage.header:
        return evidence
    if (row := row_of(text, start, end)) is not None:
        return stretched(evidence, *row, text)
    if text[start:end].rstrip().endswith(":"):
        end = _with_list(text, start, end)
    elif _is_fragment(text[start:end]):
        start = _with_lead_in(text, start, end)
    elif _heads(text, start, end):
        end = _with_first(text, start, end)
    end = _with_turn(text, start, _closed(text, start, end))
    start = _with_before(text, start, end)
    start, end = _spoken_out(text, start, end)
    return stretched(evidence, start + _mark(text[start:end]), end, text)


def with_reason(evidence: Evidence, text: str) -> Evidence:
    """The same evidence with the sentence that goes straight on to say why, where it says none itself."""
    start, end = evidence.start, evidence.end
    begin, stop = next(_after(text, end), (end, end))
    goes_on = "\n" not in text[end:begin] and gives_reason(text[begin:stop], 1.0)
    if evidence.found.passage.header or not goes_on or gives_reason(evidence.quote, 1.0):
        return evidence
    return stretched(evidence, start, stop, text) if _fits(text[start:stop]) else evidence


def stretched(evidence: Evidence, start: int, end: int, text: str) -> Evidence:
    """The evidence as the slice `start:end` of its document, its passage made wide enough to hold it."""
    passage = evidence.found.passage
    first, last = min(passage.start, start), max(passage.end, end)
    # The passage's own words stay as they are: they are compared with the document's when it is cited.
    words = text[first : passage.start] + passage.text + text[passage.end : last]
    passage = replace(passage, start=first, end=last, text=words)
    return replace(evidence, found=replace(evidence.found, passage=passage), start=start, end=end)


def row_of(text: str, start: int, end: int) -> Span | None:
    """The row of a table that the slice is a part of; None where it is of none."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = last if last >= 0 else len(text)
    return (first, last) if CELL_JOINER in text[first:last] else None


def _with_before(text: str, start: int, end: int) -> int:
    """Where the quotation begins with the sentences that it leans on, each of which may lean on another."""
    first = start
    for begin, stop in _before(text, start):
        if not leans(text[first:end]) or not _STOPPED.search(text[begin:stop]):
            break
        if not _fits(text[begin:end]):
            break
        first = begin
    return first


def _with_first(text: str, start: int, end: int) -> int:
    """Where the quotation ends with the sentence under a heading."""
    begin, stop = next(_after(text, end), (end, end))
    under = text[begin:stop]
    ends = (_STOPPED.search(under) or under.endswith(":")) and not (
        _ITEM.match(text, start) and _ITEM.match(under)
    )
    return stop if ends and _fits(text[start:stop]) else end


def _closed(text: str, start: int, end: int) -> int:
    """Where the quotation ends with the rest of a bracket that a line's end cut in two."""
    quote, rest = text[start:end], text[end : end + BRACKET]
    closes = rest.find(")") + 1
    cut = quote.count("(") > quote.count(")") and "(" not in rest[:closes]
    return end + closes if cut else end


def _spoken_out(text: str, start: int, end: int) -> Span:
    """The slice with all of somebody's words, where it begins or ends within them."""
    opens, closes = ([one.start() for one in mark.finditer(text, start, end)] for mark in _SPOKEN)
    if opens and (not closes or opens[-1] > closes[-1]):
        closed = _SPOKEN[1].search(text, end, end + NEARBY)
        stop = closed.end() if closed and not _SPOKEN[0].search(text, end, closed.start()) else end
        return (start, stop) if _fits(text[start:stop]) else (start, end)
    if closes and (not opens or opens[0] > closes[0]):
        before = [one.start() for one in _SPOKEN[0].finditer(text, max(0, start - NEARBY), start)]
        first = before[-1] if before and not _SPOKEN[1].search(text, before[-1], start) else start
        first = next((begin for begin, stop in _before(text, start) if begin <= first < stop), first)
        return (first, end) if _fits(text[first:end]) else (start, end)
    return start, end


def _with_turn(text: str, start: int, end: int) -> int:
    """Where the quotation ends with what turns against it or goes on with its count, a sentence or more."""
    for begin, stop in _after(text, end):
        after = text[begin:stop]
        goes_on = turns(after) or counts_on(text[start:end], after) or disputes(after, text[start:end])
        if not goes_on or "\n" in text[end:begin] or not _fits(text[start:stop]):
            break
        end = stop
    return end


def _with_list(text: str, start: int, end: int) -> int:
    """Where the quotation ends with the items that follow a lead-in, or as many of them as fit."""
    last = end
    for begin, stop in _after(text, end):
        if not _ITEM.match(text, begin) or not _fits(text[start:stop]):
            break
        last = stop
    return last


def _with_lead_in(text: str, start: int, end: int) -> int:
    """Where the quotation begins with the lead-in of the list that it is an item of."""
    for begin, stop in _before(text, start):
        if not _fits(text[begin:end]):
            return start
        if text[begin:stop].endswith(":"):
            return begin
        if not _ITEM.match(text, begin):
            return start
    return start


def _is_fragment(quote: str) -> bool:
    """Is it an item of a list that is no sentence: "• the quality of audits"?"""
    if not _ITEM.match(quote):
        return False
    words = words_of(quote)
    return quote[_mark(quote) :][:1].islower() or (len(words) < SHORT and not says_something(words))


def _heads(text: str, start: int, end: int) -> bool:
    """Is it a whole line, short, and without a stop or with a question mark?"""
    quote = text[start:end]
    line = text[:start].rstrip(" ")[-1:] in ("", "\n") and text[end:].lstrip(" ").startswith("\n")
    stopped = quote.rstrip("\"'”’) ").endswith((".", "!", ";", ",", "…"))
    return line and not stopped and len(quote.split()) <= LONGEST_HEADING


def _before(text: str, start: int) -> Iterator[Span]:
    """The sentences that end before a place, the nearest first; none beyond an empty line."""
    near = max(0, start - NEARBY)
    near = max(near, text.rfind("\n\n", near, start))
    for begin, stop in reversed(sentences_within(text, near, start)):
        if begin > near or near == 0:
            yield begin, stop


def _after(text: str, end: int) -> Iterator[Span]:
    """The sentences that begin after a place, the nearest first; none beyond an empty line."""
    near = min(len(text), end + NEARBY)
    far = text.find("\n\n", end, near)
    for begin, stop in sentences_within(text, end, far if far >= 0 else near):
        if far >= 0 or stop < near or near == len(text):
            yield begin, stop


def _fits(quote: str) -> bool:
    """Is it short enough, and nothing in it that tells software what to do?"""
    return len(quote.split()) <= MOST and not addresses_software(quote)


def _mark(quote: str) -> int:
    """How long the mark of a list is that a quotation begins with."""
    found = _MARK.match(quote)
    return found.end() if found and found.end() < len(quote) else 0
