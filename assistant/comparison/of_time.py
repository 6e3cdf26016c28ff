"""Of time: the answer from papers of the time that a question is limited to, or what others tell of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation, Gap, Statement, by_number
from assistant.areas.subjects import about_places
from assistant.comparison.split import places_named
from assistant.in_words import day_in_words, filled, short_title
from assistant.listing.happened import happened
from assistant.listing.listed import Listed, answer_of
from assistant.understanding.papers_called import newest_first
from assistant.understanding.periods import RULES, dated_cell, months_at, periods_in
from assistant.understanding.time_limits import TimeLimit, asks_what_happened, days_of, times_in
from assistant.understanding.understand import asks_for_figure
from ingest.filters import Filters
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data

Ask = Callable[[str, Filters], Answer]


def of_time(
    limit: TimeLimit, text: str, undated: str, filters: Filters, library: Library, ask: Ask, as_of: str
) -> Answer:
    """The answer to the text within the limit; `undated` is what was typed for it ("last year"), if so.

    Papers of the time are asked first, without its words. What was before or between, another paper may tell
    too, where a quotation names the time; what was since, none does. Else a refusal names the time, but for a
    figure of "the last year", which a paper may have of its own.
    """
    records = library.documents(filters)
    places = places_named(text, records)
    here = [*about_places(records, places), *(one for one in records if places and not one.subject)]
    if asks_what_happened(limit.rest):
        rows = happened(limit, library, records)
        said = _said("happened", time=limit.name, count=len(rows))
        listed = Listed(rows, said, _none(limit, (), here), _said("gap", time=limit.name))
        return answer_of(listed, text, library, len(records), as_of)
    papers = [one for one in here if limit.holds(one)]
    ids = tuple(one.id for one in papers)
    first = _within(ask(limit.rest, replace(filters, documents=ids)), limit, ids) if papers else None
    if first and first.statements:
        return first
    if not limit.first:
        return ask(text, filters)
    told = _within(ask(text, filters), limit, ids) if limit.last else None
    if told and told.statements:
        return told
    if undated and not papers and asks_for_figure(text):
        own = ask(undated, filters)
        searched = filled(load_data("answer.yaml")["where"]["searched"], documents=len(records))
        gap = Gap(_said("other", time=limit.name, nearest=_nearest(limit, here)), searched)
        return replace(own, outcome="partly", gaps=(*own.gaps, gap)) if own.statements else own
    reason = _said("silent", time=limit.name, count=len(papers)) if papers else _none(limit, places, here)
    listed = Listed([], "", reason, _said("gap", time=limit.name))
    return answer_of(listed, text, library, len(records), as_of)


def with_nearest(answer: Answer, text: str, records: Sequence[DocumentRecord]) -> Answer:
    """A refusal that also says so where no paper is of the month or financial year that is asked of."""
    places = places_named(text, records)
    here = about_places(records, places)
    for time in (*months_at(text), *(one for one in periods_in(text) if one[0].isdigit())):
        limit = TimeLimit(*(days_of(time) or ("", "")), time, text)
        if answer.outcome == "not_found" and not any(limit.holds(one) for one in here):
            return replace(answer, reason=f"{answer.reason} {_none(limit, places, here)}")
    return answer


def _within(answer: Answer, limit: TimeLimit, papers: Collection[str]) -> Answer:
    """The answer without the statements that are of another time."""
    numbered = by_number(answer.citations)
    kept = [
        one for one in answer.statements if all(_is_of(numbered[n], limit, papers) for n in one.citations)
    ]
    if len(kept) == len(answer.statements):
        return answer
    cited = [one for one in answer.citations if any(one.n in said.citations for said in kept)]
    new = {one.n: n for n, one in enumerate(cited, 1)}
    return replace(
        answer,
        verdict=_said("kept", time=limit.name, count=len(kept)),
        statements=tuple(Statement(one.text, tuple(new[n] for n in one.citations)) for one in kept),
        citations=tuple(replace(one, n=new[one.n]) for one in cited),
    )


def _is_of(cited: Citation, limit: TimeLimit, papers: Collection[str]) -> bool:
    """Is it of the time: by its row's date, else by its paper, else by a time that it names?"""
    if days := days_of(dated_cell(cited.quote, cited.header)):
        return limit.meets(days)
    named = times_in(cited.quote)
    return cited.document_id in papers or any(
        limit.first <= first and last <= limit.last for first, last in named
    )


def _none(limit: TimeLimit, places: Sequence[str], here: Sequence[DocumentRecord]) -> str:
    form = "none_about" if places else "none"
    return _said(form, time=limit.name, place=" and ".join(places), nearest=_nearest(limit, here))


def _nearest(limit: TimeLimit, here: Sequence[DocumentRecord]) -> str:
    """The paper that came out next to the time, before it or after it."""
    dated = [(days[0], one) for one in newest_first(here) if (days := days_of(one.published or ""))]
    near = min(dated, key=lambda one: limit.days_off(one[0]), default=None)
    return (
        _said("nearest", title=short_title(near[1].title), day=day_in_words(near[1].published))
        if near
        else ""
    )


def _said(form: str, **words: object) -> str:
    return filled(load_data(RULES)["said"][form], **words)
