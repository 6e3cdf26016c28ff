"""Unmet: which names and years of a question a sentence, its passage and its document do not hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.in_words import day_in_words
from assistant.question import Question
from assistant.understanding.periods import dated_cell, in_month, months_at, of_another, parts_in
from assistant.understanding.synonyms import expansions
from assistant.words import YEAR, stems, stems_in_order
from ingest.draft import CELL_JOINER
from ingest.library import DocumentRecord
from ingest.passage import Passage
from ingest.phrases import worded

_titled = worded(
    "actions/people.yaml",
    r"^(?:{titles}\.?\s+)+(?=[\w’'-]+(?:\s+[\w’'-]+)?$)",
    flags=re.NOFLAG,
    literal=True,
)
"""The titles before a name of one word or two."""


def unmet(
    question: Question, sentence: str, passage: Passage, record: DocumentRecord, above: str = ""
) -> tuple[str, ...]:
    """The names and years of the question that neither the sentence nor what stands round it holds.

    A name may stand anywhere in the passage. A year has to be the document's own, or stand in the sentence or
    its headings: another sentence's year says nothing of this one. `above` is the text before the passage,
    where a table may begin.
    """
    if not (question.names or question.years or question.periods or question.parts):
        return ()
    about = _joined([record.title, record.subject, record.organisation, record.source, passage.text])
    dated = _joined([record.title, record.published, record.period, record.source, sentence])
    near = _joined([passage.heading, passage.header, columns(sentence, f"{above}\n{passage.text}")])
    words = stems_in_order(f"{about} {near}")
    places = stems(" ".join(question.subjects))
    at = months_at(question.text)
    months = {_month_of(record.published, question.periods), *(month.split()[0] for month in at)}
    names = tuple(
        name
        for name in question.names
        if name not in months
        and not any(_held(one, words, places) for one in (name, *question.also.get(name, ())))
    )
    texts, met = (sentence, near, record.title), record.kind == "minutes"
    # A month that only says since or by when it was is told beside others.
    asked = (one for one in question.periods if question.kinds or met or not one[0].isalpha())
    told = (*(one for one in asked if one not in at), *question.parts)
    header = columns(sentence, f"{above}\n{passage.text}") or passage.header
    own = dated_cell(sentence, header)
    round_it = "" if own else f"{near} {passage.text}"
    dated_by = (None, None) if own else (record.published, record.period)
    others = (
        *(one for one in told if of_another(one, texts, record.published, met=met)),
        *(one for one in at if not in_month(one, own or sentence, round_it, *dated_by)),
    )
    # Where the sentence itself says of which year its quarter or season is, no title says another.
    parted = not set(parts_in(sentence)).isdisjoint(question.parts) and YEAR.search(sentence)
    held = sentence if parted else f"{dated} {near}"
    of_months = " ".join((*others, *at))
    years = (year for year in question.years if year not in held and year not in of_months)
    return tuple(dict.fromkeys((*names, *years, *others)))


def _month_of(published: str | None, periods: Sequence[str]) -> str:
    """The name of the month that a paper is of, where it is one of the periods; else ""."""
    month, _, year = day_in_words((published or "")[:7]).partition(" ")
    return month if f"{month} {year}" in periods else ""


def columns(sentence: str, text: str) -> str:
    """The row that heads the columns of the table in the text that the sentence is a row of; else nothing."""
    at = text.rfind(sentence) if CELL_JOINER in sentence else -1
    above = text[: max(at, 0)].split("\n")[:-1]
    rows = list(takewhile(lambda line: CELL_JOINER in line, reversed([line for line in above if line])))
    return rows[-1] if rows else ""


def _joined(parts: Sequence[str | None]) -> str:
    return " ".join(filter(None, parts))


def _held(name: str, words: str, places: frozenset[str]) -> bool:
    """Do these words hold the name, or another name of the same thing?

    "Safer London" is no "safer care in London"; but the place of "Harrow MASH" may stand elsewhere, and "Dr
    Vale" is "Ann Vale" too.
    """
    others = (other for group in expansions(name) for other in group)
    for form in map(stems_in_order, (name, *others, _titled().sub("", name))):
        own = " ".join(word for word in form.split() if word not in places)
        if all(f" {word} " in words for word in (*form.split(), own) if word):
            return True
    return False
