"""Reckoned actions: which of the actions found a question is about ("due next"), and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.actions.sift import DONE, GROUPS, named_groups
from assistant.areas.of_papers import area_of_each
from assistant.in_words import day_in_words, filled
from assistant.listing.action_filter import Found
from assistant.listing.reckoning import RULES, Reckoning, by_group, span_of
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data

ALL = "progress"
"""The state of actions that is none: whatever became of them."""
_STATES = {"open": ("open",), "done": (*DONE, "already_done"), "rejected": ("rejected",)}


def reckoned_actions(
    reckoning: Reckoning,
    found: Sequence[Found],
    library: Library,
    records: Sequence[DocumentRecord],
    as_of: str,
    words: Mapping[str, Any],
) -> tuple[Sequence[Found], str] | None:
    """The actions that an answer lists, and the sentence that counts them, filled in with `words`.

    None where a span of days is named that is none. Without a sentence none of them is so.
    """
    answer, how = load_data(RULES)["answer"], reckoning.how
    past = filled(answer["past"], count=words["past"]) if words["past"] else ""
    papers = len({one.action.document_id for one in found})
    command = f"scrutiny actions --by {reckoning.by}" if reckoning.by in GROUPS else "scrutiny actions"
    values = {**words, "past": past, "command": command, "of": len(found), "papers": papers}
    if reckoning.by:
        titles = {one.id: one.title for one in records if not reckoning.kinds or one.kind in reckoning.kinds}
        areas = area_of_each(library, records) if reckoning.by == "area" else {}
        return by_group(reckoning, found, lambda one: _names_of(one, reckoning.by, titles, areas), values)
    listed = list(found)
    if how == "within":
        span = span_of(reckoning.when, as_of)
        if not span:
            return None
        listed = [one for one in found if one.action.due and span[0] <= one.action.due <= span[1]]
        values |= {"first": day_in_words(span[0]), "last": day_in_words(span[1])}
        how = "on" if span[0] == span[1] else how
    elif how == "oldest":
        oldest = min((one.set_down for one in found if one.set_down), default="")
        listed = [one for one in found if one.set_down == oldest]
    elif how in ("next", "longest"):
        due = min((one.action.due for one in found if one.action.due), default=None)
        listed = [one for one in found if one.action.due == due]
    elif how == "count":
        states = {name: sum(one.action.status in held for one in found) for name, held in _STATES.items()}
        due = filled(answer["past_due"], past=words["past"]) if words["past"] else ""
        told = (filled(answer["states"][name], count=n, past_due=due) for name, n in states.items() if n)
        values |= {"states": "; ".join(told), "counted": filled(words["counted"], count=len(found))}
        return found, filled(answer["all"], **values)
    if not listed:
        return (), filled(answer["none"], **values)
    listed.sort(key=lambda one: (one.action.due or "9999", one.action.id))
    values["counted"] = filled(words["counted"], count=len(listed))
    values["due"], values["set"] = day_in_words(listed[0].action.due), day_in_words(listed[0].set_down)
    return listed, filled(answer[how], **values)


def _names_of(one: Found, by: str, titles: Mapping[str, str], areas: Mapping[str, str]) -> Iterable[str]:
    """The groups that an action is counted in; none where it names none."""
    if by == "document":
        return sorted({titles[id_] for id_ in one.papers if id_ in titles})
    if by in ("area", "year"):
        name = areas.get(one.action.document_id) if by == "area" else one.set_down[:4]
        return [name] if name else []
    return named_groups(one.action, by)
