"""Actions: a question for what is late, outstanding or done, answered with the action register of the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.actions.action import Action, ActionRegister, Field
from assistant.actions.sift import owner_of
from assistant.answer import Answer, Citation, Gap, Statement, by_number
from assistant.areas.subjects import core_name
from assistant.in_words import day_in_words, filled
from assistant.listing.action_filter import Found, about_one, is_owner, of_papers
from assistant.listing.actions_asked import RULES, ActionsAsked, actions_asked
from assistant.listing.coloured import coloured
from assistant.listing.listed import MOST
from assistant.listing.own_count import own_count
from assistant.listing.reckoned_actions import ALL, reckoned_actions
from assistant.listing.reckoning import RULES as RECKONED
from assistant.listing.reckoning import in_period, time_in_words
from assistant.register.bodies import agencies_in
from assistant.repeats.themes import themes_of
from assistant.slices import Citations, Slice
from ingest.filters import Filters
from ingest.library import Library
from ingest.recommendations.recommendation import identity
from prompts import load_data

BARE = 1
"""A latest word of no more words ("Open") says no more than the status does."""


def actions_answer(text: str, library: Library, filters: Filters, as_of: str) -> Answer | None:
    """The answer for actions by their state; None for anything else, or for what no action is about."""
    records = library.documents(filters)
    asked = actions_asked(text, records)
    if asked is None:
        return None
    known, drafts = _every(asked, library, filters, as_of)
    every = [one for one in known if asked.is_wanted(one.action)]
    if asked.period:
        every = [one for one in every if in_period(one.set_down, asked.period)]
    if asked.paper:
        every = [one for one in every if one.papers & asked.paper.papers]
    papers = of_papers(asked.rest, every, records) if asked.rest and not asked.form else None
    if asked.form and asked.form.state == "coloured":
        papers = coloured(asked.rest, asked.form.paper, every, records, library)
    about = _meant(asked, every) if papers is None else papers
    if not about and (asked.rest or asked.state == ALL or not records):
        return None
    order = list(load_data(RULES)["heads"])
    found: Sequence[Found] = sorted(
        (one for one in about if asked.holds(one.action)),
        key=lambda one: (order.index(one.kind), one.action.due or "9999"),
    )
    if asked.form and not found:
        return None
    words = _words(asked, about, as_of)
    told = ""
    if found and asked.reckoning and not (asked.paper and asked.reckoning.how == "count"):
        reckoned = reckoned_actions(asked.reckoning, found, library, records, as_of, words)
        if reckoned is None:
            return None
        found, told = reckoned
        if not found:
            words["state"] = filled(load_data(RECKONED)["answer"]["due_then"], state=words["state"])
    elif found:
        told = _verdict(asked, found, words)
    counting = asked.paper.papers if asked.paper else {id_ for one in papers or () for id_ in one.papers}
    own = own_count(counting, library, as_of) if asked.counted else None
    answer = _answer(text, found, told, words, len(records), library, as_of, own)
    return replace(answer, gaps=(*answer.gaps, *drafts))


def _words(asked: ActionsAsked, about: Sequence[Found], as_of: str) -> dict[str, Any]:
    """What the sentences about these actions are filled in with."""
    rules = load_data(RULES)
    called = asked.paper.called if asked.paper else ""
    time = time_in_words(asked.period) if asked.period else ""
    limits = ", ".join(name for name in (*asked.places, asked.rest, called, time) if name)
    noun = "recommendations" if asked.requested else "actions"
    stated = "" if asked.state == ALL else rules["states_told"][asked.state]
    return {
        "day": day_in_words(as_of),
        "state": rules["states_told"][asked.state],
        "limits": f" ({limits})" if limits else "",
        "count": len(about),
        "what": " ".join((noun, stated)).strip(),
        "stated": f" {stated}" if stated else "",
        "counted": rules["counted"][noun],
        "past": sum(replace(asked, state="overdue").holds(one.action) for one in about),
    }


def _meant(asked: ActionsAsked, every: Sequence[Found]) -> list[Found]:
    """The actions that the question names: an owner's, those of one thing, or all about it."""
    if asked.form is None:
        return [one for one in every if asked.is_about(one.action)]
    if asked.form.owner:
        return [one for one in every if is_owner(asked.rest, one.action, people=asked.form.people)]
    return about_one(asked.rest, every)


def _every(
    asked: ActionsAsked, library: Library, filters: Filters, as_of: str
) -> tuple[list[Found], list[Gap]]:
    """All actions of the places that are asked for, and a word on each draft that is left out."""
    from assistant.actions.track import track

    areas = {one.id: core_name(one.subject or "") for one in library.documents(filters)}
    found: dict[str, Found] = {}
    drafts: dict[str, Gap] = {}
    for place in asked.places or (None,):
        register = track(library, as_of=as_of, subject=place, filters=filters)
        cited = by_number(register.citations)
        for action in (*register.actions, *(_silent(register, cited) if asked.with_silent else ())):
            found.setdefault(action.id, Found(action, cited, areas.get(action.document_id, "")))
        drafts |= {told: Gap(told, "", searched=False) for told in register.left_out}
    return list(found.values()), list(drafts.values())


def _silent(register: ActionRegister, cited: Mapping[int, Citation]) -> Iterator[Action]:
    """The recommendations that no plan and no report takes up, as actions still to be done."""
    for field in register.unanswered:
        place = cited[field.citations[0]]
        yield Action(
            id=identity(place.document_id, f"request {place.start}"),
            recommendation_id=None,
            document_id=place.document_id,
            text=field,
            owner=None,
            due=None,
            due_words=None,
            status="open",
            timing="no_date",
            progress=(),
            evidence=None,
            impact=None,
            origin="request",
            agencies=agencies_in(field.text),
            themes=themes_of(field.text),
        )


def _answer(
    text: str,
    found: Sequence[Found],
    told: str,
    words: Mapping[str, Any],
    searched: int,
    library: Library,
    as_of: str,
    own: tuple[str, Slice, str] | None,
) -> Answer:
    rules, citations = load_data(RULES), Citations(library)
    shown = found[:MOST]
    several = len({one.area for one in shown if one.area}) > 1
    statements = (*_counted(own, citations), *(_statement(one, citations, several) for one in shown))
    left = len(found) - len(shown)
    gaps = [Gap(filled(rules["more"], count=left), "", searched=False)] if left else []
    if not found:
        gaps = [Gap(filled(rules["missing"], **words), filled(rules["where"], count=searched))]
    told = told or filled(rules["none" if words["count"] else "none_at_all"], **words)
    return Answer(
        question=text,
        outcome="answered" if statements else "not_found",
        verdict=told,
        statements=statements,
        citations=citations.all(),
        gaps=tuple(gaps),
        reason="" if found else told,
        as_of=as_of,
        library_version=library.version,
        confidence=1.0 if statements else 0.0,
    )


def _counted(own: tuple[str, Slice, str] | None, citations: Citations) -> Iterator[Statement]:
    """What a paper of these actions counts itself."""
    if own:
        title, place, quote = own
        yield Statement(
            filled(load_data(RULES)["said"]["counted"], title=title, quote=quote), (citations.number(place),)
        )


def _verdict(asked: ActionsAsked, found: Sequence[Found], words: dict[str, Any]) -> str:
    """How many there are on the day, and how many of each kind of timing."""
    rules, kinds = load_data(RULES), Counter(one.kind for one in found)
    told = len(kinds) > 1 or asked.state == "overdue"
    parts = [filled(rules["parts"][kind], count=kinds[kind]) for kind in rules["heads"] if kinds[kind]]
    counted = filled(words["counted"], count=len(found))
    state = words["state"][:1].upper() + words["state"][1:]
    listed = "".join(f", {part}" for part in parts) if told else ""
    form = rules["verdict"]
    if asked.paper and asked.state == ALL:
        form, words = rules["progress_told"], words | {"paper": asked.paper.called}
    return filled(form, **(words | {"state": state, "counted": counted, "parts": listed}))


def _statement(one: Found, citations: Citations, several: bool) -> Statement:
    """The action as it is set down, with its day, its owner and the last word on it."""
    said, action = load_data(RULES)["said"], one.action
    due = action.due and filled(said["due"], day=day_in_words(action.due))
    if one.kind == "silent" and one.set_down:
        due = filled(said["asked"], day=day_in_words(one.set_down))
    facts = (one.area if several else "", load_data(RULES)["heads"][one.kind], due, owner_of(action))
    head = ", ".join(" ".join(fact.split()) for fact in facts if fact)
    latest = action.latest
    fields = [action.text]
    form = "plain"
    if latest and len(latest.text.split()) > BARE and latest.text != action.text.text:
        form = "latest" if latest.said_on else "latest_undated"
        fields.append(latest)
    if action.disputed and latest:
        form, fields = "disputed", [action.text, action.disputed, latest]
    words = {"head": head, "quote": action.text.text, "latest": latest.text if latest else ""}
    words["earlier"] = action.disputed.text if action.disputed else ""
    day = day_in_words(latest.said_on) if latest else ""
    return Statement(filled(said[form], **words, day=day), _numbers(fields, one.cited, citations))


def _numbers(fields: Sequence[Field], cited: Mapping[int, Citation], citations: Citations) -> tuple[int, ...]:
    """The numbers in the answer of the citations that fields have in their register, the first of each."""
    places = [cited[field.citations[0]] for field in fields]
    return tuple(dict.fromkeys(citations.number(Slice.of(one)) for one in places))
