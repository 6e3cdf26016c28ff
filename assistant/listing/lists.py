"""Lists: a question that wants all of something, answered with all there is, each once."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Gap, Statement
from assistant.in_words import filled
from assistant.listing.mentions import mentions, mentions_asked
from assistant.listing.recommended import recommended, recommended_asked
from assistant.slices import Citations, Slice
from ingest.filters import Filters
from ingest.library import Library
from prompts import load_data

MOST = 40
"""So many of a list are shown; how many more there are is said."""

Row = tuple[str, Slice]
"""What a line of a list is headed by ("" for nothing), and the words quoted."""


def list_answer(text: str, library: Library, filters: Filters, as_of: str) -> Answer | None:
    """The answer to a question for all of something; None where it asks for anything else."""
    records = library.documents(filters)
    if asked := mentions_asked(text):
        found = mentions(asked, library, records, filters)
        form = ("places" if asked.places else "papers", "no_mention", "missing")
        return _answer(text, asked.thing, found, form, library, len(records), as_of)
    if wanted := recommended_asked(text, records):
        listed = recommended(wanted, library, records, filters)
        form = ("recommendations", "no_recommendation", "missing_recommendation")
        return _answer(text, wanted.thing, listed, form, library, len(records), as_of)
    return None


def _answer(
    text: str,
    thing: str,
    rows: Sequence[Row],
    form: tuple[str, str, str],
    library: Library,
    searched: int,
    as_of: str,
) -> Answer:
    """`form` names the sentences for a list, for an empty one, and for what is then missing."""
    told, nothing, missing = form
    where = _say("searched", count=searched)
    citations = Citations(library)
    statements = [_statement(head, piece, citations) for head, piece in rows[:MOST]]
    left = len(rows) - len(statements)
    gaps = [Gap(_say("more", count=left), where, searched=False)] if left else []
    if not rows:
        gaps = [Gap(_say(missing, thing=thing), where)]
    return Answer(
        question=text,
        outcome="answered" if rows else "not_found",
        verdict=_say(told, count=len(rows), searched=searched, thing=thing) if rows else where + ".",
        statements=tuple(statements),
        citations=citations.all(),
        gaps=tuple(gaps),
        challenges=(),
        nearest=(),
        reason="" if rows else _say(nothing, thing=thing),
        as_of=as_of,
        library_version=library.version,
        confidence=1.0 if rows else 0.0,
    )


def _statement(head: str, piece: Slice, citations: Citations) -> Statement:
    number = citations.number(piece)
    quote = citations.all()[number - 1].quote
    return Statement(f"{head}: “{quote}”" if head else quote, (number,))


def _say(name: str, **words: object) -> str:
    return filled(load_data("vocabulary/listing.yaml")["answer"][name], **words)
