"""Answering: what may come before and after a search: a conversation, a key question, a language model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import Answer
from assistant.ask import ask
from assistant.comparison.disputed import with_disputes
from assistant.comparison.of_time import of_time, with_nearest
from assistant.comparison.side_by_side import newest_answer, side_by_side
from assistant.comparison.split import latest_of, parts_of
from assistant.composition.both_sides import matter_asked, side_asked
from assistant.composition.other_side import with_other_sides
from assistant.conversations.converse import converse
from assistant.conversations.in_parts import answer_in_parts
from assistant.follow_up.unsearched import courtesy
from assistant.key_questions.route import ledger_answer
from assistant.listing.actions import actions_answer
from assistant.listing.changed import changed_answer
from assistant.listing.lists import list_answer
from assistant.listing.no_paper import no_paper
from assistant.listing.reckoned_recommendations import reckoned_recommendations
from assistant.listing.registered import register_answer
from assistant.listing.registers import register_for
from assistant.listing.to_ask import to_ask_answer
from assistant.listing.weighed import weighed_answer
from assistant.more import Quoted
from assistant.retrieval.retriever import HybridRetriever
from assistant.understanding.as_meant import as_meant
from assistant.understanding.bare import bare
from assistant.understanding.paper_named import paper_named
from assistant.understanding.plain_filters import plain_filters
from assistant.understanding.relative import told_by_date
from assistant.understanding.reworded import reworded
from assistant.understanding.several import questions_in
from assistant.understanding.time_limits import limit_in
from ingest.filters import Filters
from ingest.library import Library


def answer_question(
    question: str,
    library: Library,
    retriever_for: Callable[[Filters], HybridRetriever],
    filters: Filters,
    as_of: date,
    conversation: str | None,
    writer: str | None,
    holder: str = "",
) -> Answer:
    """The answer to a question as a user put it; see `ScrutinyAssistant.ask`."""

    def one(text: str, seen: Sequence[Quoted] = (), within: Sequence[str] = ()) -> Answer:
        narrowed = replace(filters, documents=_both(filters.documents, within))
        return _worded(_answer(text, library, retriever_for, narrowed, as_of, seen), writer)

    asked = bare(question)
    # One question by itself has no readings to be judged: a register answers it without a model.
    alone = conversation is None and len(questions_in(asked)) == 1
    scorer = None if alone else retriever_for(filters).scorer

    def judge(text: str, quotations: Sequence[str]) -> list[float]:
        return [reading.score for reading in scorer.read(text, quotations)] if scorer else []

    judging, day = judge if scorer else None, as_of.isoformat()
    if conversation is None:
        answer = courtesy(question, library, day) or answer_in_parts(asked, (), library, one, day, judging)
        return replace(answer, question=question)
    return converse(question, conversation, library, one, holder, day, judging)


def _both(asked: tuple[str, ...], within: Sequence[str]) -> tuple[str, ...]:
    """The documents of both limits, an empty one being none; where they share none, the reader's own."""
    return tuple(one for one in within if not asked or one in asked) or asked


def _answer(
    question: str,
    library: Library,
    retriever_for: Callable[[Filters], HybridRetriever],
    filters: Filters,
    as_of: date,
    seen: Sequence[Quoted],
) -> Answer:
    with library.reading():
        meant = as_meant(question, library)
        # An apostrophe or a capital more changes nothing that would have to be told.
        understood = meant if _plainly(meant) != _plainly(question) else ""
        meant = reworded(meant)
        text, narrowed = plain_filters(meant, library.documents(filters), filters)
        # Words for a time that limit no papers limit what is counted in them.
        counted = text if narrowed != filters else meant
        if not seen and (
            answer := actions_answer(counted, library, narrowed, as_of.isoformat())
            or register_answer(text, library, narrowed, as_of.isoformat())
            or reckoned_recommendations(counted, library, narrowed, as_of.isoformat())
            # A ledger lists all it has at once: what more there is stands outside it.
            or changed_answer(meant, library, filters, as_of.isoformat())
            or to_ask_answer(text, library, narrowed, as_of.isoformat())
            or weighed_answer(text, library, narrowed, as_of.isoformat())
            or ledger_answer(meant, library, filters, as_of.isoformat())
        ):
            return replace(answer, question=question, understood=understood)
        dated = told_by_date(meant, as_of)
        undated = text if dated != meant else ""
        if undated:
            text, narrowed = plain_filters(dated, library.documents(filters), filters)
            meant = understood = dated
        limit = limit_in(meant, library.documents(filters), in_year=bool(undated))

    def searched(text: str, within: Filters) -> Answer:
        return _searched(text or meant, library, retriever_for, within, as_of, seen)

    if limit:
        answer = of_time(limit, text, undated, narrowed, library, searched, as_of.isoformat())
    else:
        answer = with_nearest(searched(text, narrowed), text, library.documents(narrowed))
    if answer.outcome == "not_found" and (told := register_for(text)):
        answer = replace(answer, reason=f"{answer.reason} {told}")
    return replace(answer, question=question, understood=understood)


def _searched(
    text: str,
    library: Library,
    retriever_for: Callable[[Filters], HybridRetriever],
    filters: Filters,
    as_of: date,
    seen: Sequence[Quoted],
) -> Answer:
    """What the paper that is named, a list or a search tells."""
    with library.reading():
        named = paper_named(text, library.documents(filters), library, filters)
        if named and named.searched:
            filters = replace(filters, documents=tuple(one.id for one in named.searched))
            text = named.text
        absent = named and no_paper(text, named, library, as_of.isoformat())
        if absent and not (named and named.telling):
            return absent
        if not (seen or absent) and (answer := list_answer(text, library, filters, as_of.isoformat())):
            return answer
    with library.reading():
        answer = _found(text, filters, library, retriever_for, as_of, seen)
        if topic := matter_asked(text):
            first = side_asked(text) == "against"
            answer = with_disputes(answer, topic, library, filters, as_of.isoformat(), first=first)
        else:
            answer = with_other_sides(answer, library, filters, as_of.isoformat())
    if absent and named:
        # Another paper may tell of the one that is not there.
        gaps = (*answer.gaps, *absent.gaps)
        answer = replace(answer, gaps=gaps) if named.told_in(answer) else absent
    return answer


def _plainly(text: str) -> str:
    return text.replace("'", "").lower()


def _found(
    text: str,
    filters: Filters,
    library: Library,
    retriever_for: Callable[[Filters], HybridRetriever],
    as_of: date,
    seen: Sequence[Quoted],
) -> Answer:
    """What the documents say; of each place or year where the question sets several side by side."""

    def asked(part: str, within: Filters) -> Answer:
        return ask(part, retriever_for(within), as_of, seen)

    records = library.documents(filters)
    if parts := parts_of(text, records, filters):
        together = side_by_side(text, parts, asked)
    else:
        together = newest_answer(latest_of(text, records, filters), asked, filters)
    return together or asked(text, filters)


def _worded(answer: Answer, writer: str | None) -> Answer:
    if not writer:
        return answer
    from assistant.writer.model import ChatWriter
    from assistant.writer.write import write

    return write(answer, ChatWriter(writer))
