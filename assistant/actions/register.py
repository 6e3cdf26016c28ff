"""Writer: threads as the actions of a register, every field with its citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.actions.action import Action, ActionRegister, Field
from assistant.actions.agencies import Agencies, in_one_form
from assistant.actions.judge import Judged, judge
from assistant.actions.people import People
from assistant.actions.sameness import owners_alike
from assistant.actions.setdown import Place, Span
from assistant.actions.thread import Placed, Thread, Told
from assistant.initials import in_full
from assistant.register.bodies import bodies_of
from assistant.repeats.themes import themes_of
from assistant.slices import Citations, Slice
from ingest.library import Library
from ingest.recommendations.recommendation import identity


class Writer:
    """Makes the register of one library on one day."""

    def __init__(self, library: Library, as_of: str, people: dict[str, dict[str, str]]) -> None:
        self._library = library
        self._as_of = as_of
        self._people = people
        self._citations = Citations(library)
        self._bodies = Agencies(library)
        self._known = People(())

    def register(self, threads: Iterable[Thread]) -> ActionRegister:
        """The actions of the threads by where they were set down, and the recommendations left without."""
        ordered = sorted(threads, key=_order)
        self._known = People(self._names(ordered))
        self._bodies.learn(
            (placed.item.owner_words, placed.document_id)
            for thread in ordered
            for placed in (*thread.placed, *thread.requests)
        )
        judged = [(thread, judge(thread, self._as_of)) for thread in ordered]
        actions = tuple(self._action(*pair) for pair in judged if is_action(*pair))
        bodies = sorted({body for action in actions for body in action.agencies})
        actions = tuple(replace(action, agencies=in_one_form(action.agencies, bodies)) for action in actions)
        unanswered = tuple(
            self._field(thread.first.document_id, thread.first.item.text, thread.first.said_on)
            for thread, verdict in judged
            if not is_action(thread, verdict)
        )
        return ActionRegister(self._as_of, self._library.version, actions, self._citations.all(), unanswered)

    def _action(self, thread: Thread, judged: Judged) -> Action:
        first = thread.first
        owner = self._owning(thread)
        return Action(
            id=identity(first.document_id, f"action {first.item.span[0]} {first.item.wording}"),
            recommendation_id=_recommendation_id(thread),
            document_id=first.document_id,
            text=self._text(thread),
            owner=self._owner(owner),
            due=judged.due,
            due_words=self._place(judged.due_place),
            status=judged.status,
            timing=judged.timing,
            progress=tuple(self._told(item) for item in _listed(judged) if not _is_due_day(item)),
            evidence=self._place(judged.evidence),
            impact=self._place(judged.impact),
            number=first.item.number,
            origin=first.item.origin,
            asked=self._asked(thread),
            who=self._who(owner),
            agencies=self._agencies(thread, owner),
            disputed=self._told(judged.disputed) if judged.disputed else None,
            first_due=judged.first_due,
            first_due_words=self._place(judged.first_due_place),
            first_owner=self._owner(_owning_first(thread, owner)),
            themes=tuple(themes_of(f"{first.item.wording} {first.item.asked_wording}")),
        )

    def _text(self, thread: Thread) -> Field:
        """The action's words, with a citation for each other paper that sets it down again."""
        first = thread.first
        again = [placed for placed in thread.placed[1:] if placed.item.origin in ("plan", "minutes")]
        places = [(first.document_id, first.item.text), *(item.place for item in again)]
        field = self._field(*places[0])
        numbers = tuple(dict.fromkeys(self._number(place) for place in places))
        return Field(field.text, numbers, first.said_on)

    def _asked(self, thread: Thread) -> Field | None:
        first = thread.first
        if asked := thread.asked_by:
            return self._field(asked.document_id, asked.item.text, asked.said_on)
        return self._field(first.document_id, first.item.asked, first.said_on) if first.item.asked else None

    @staticmethod
    def _owning(thread: Thread) -> Placed | None:
        """Where the owner is first named, the last of several; initials give way to an owner in words."""
        owned = [placed for placed in thread.placed if placed.item.owner_words]
        plain = [placed for placed in owned if not re.fullmatch(r"[A-Z]{2,4}", placed.item.owner_words)]
        named = plain or owned
        return next(
            (one for one in named if one is named[-1] or owners_alike(one.item, named[-1].item) > 0), None
        )

    def _owner(self, placed: Placed | None) -> Field | None:
        """The owner in the documents' words; from a heading or lead-in, cited by the action itself."""
        if placed is None:
            return None
        if placed.item.owner:
            return self._field(placed.document_id, placed.item.owner)
        return Field(placed.item.owner_words, (self._number((placed.document_id, placed.item.text)),))

    def _who(self, placed: Placed | None) -> str | None:
        """The owner's name; a person's in the fullest form that the papers give."""
        return self._known.of(self._named(placed)) if placed else None

    def _named(self, placed: Placed) -> str:
        return in_full(placed.item.owner_words, self._people.get(placed.document_id, {}))

    def _names(self, threads: Iterable[Thread]) -> Iterator[str]:
        """Every name that the owners and the lists of those present give."""
        for people in self._people.values():
            yield from people.values()
        for thread in threads:
            yield from (self._named(placed) for placed in thread.placed if placed.item.owner_words)

    def _agencies(self, thread: Thread, owner: Placed | None) -> tuple[str, ...]:
        """The bodies behind its owner; else those that the recommendation behind it is put to."""
        ours = (
            [owner, *(item for item in thread.placed if owners_alike(item.item, owner.item) > 0)]
            if owner
            else []
        )
        named: tuple[str, ...] = ()
        for item in ours:
            named = named or self._bodies.of(self._named(item), item.document_id)
            named = named or self._bodies.of(item.item.owner_words, item.document_id)
        asked = thread.asked_by
        if not named and asked and asked.item.owner_words:
            named = self._bodies.of(asked.item.owner_words, asked.document_id)
        return named

    def _told(self, told: Told) -> Field:
        return self._field(*told.place, told.report.said_on)

    def _place(self, place: Place | None) -> Field | None:
        return self._field(*place) if place else None

    def _field(self, document_id: str, span: Span | None, said_on: str | None = None) -> Field:
        if span is None:
            return Field("", ())
        number = self._number((document_id, span))
        quote = self._citations.all()[number - 1].quote
        return Field(" ".join(quote.split()), (number,), said_on)

    def _number(self, place: Place) -> int:
        return self._citations.number(Slice(place[0], *place[1]))


def _owning_first(thread: Thread, owner: Placed | None) -> Placed | None:
    """Where the first plan names an owner, if the one of now is another's and stands in a later plan."""
    owned = [placed for placed in thread.placed if placed.item.origin == "plan" and placed.item.owner_words]
    if owner not in owned or owned[0].document_id == owner.document_id:
        return None
    first, now = (set(bodies_of(one.item.owner_words)) for one in (owned[0], owner))
    return owned[0] if owners_alike(owned[0].item, owner.item) < 0 and first.isdisjoint(now) else None


def is_action(thread: Thread, judged: Judged) -> bool:
    """A recommendation alone is one where it has a date or somebody reports on it."""
    return not thread.is_request or judged.due is not None or bool(judged.told)


def _order(thread: Thread) -> tuple[str, str, int]:
    first = thread.first
    return first.said_on or "", first.document_id, first.item.span[0]


def _recommendation_id(thread: Thread) -> str | None:
    if thread.is_request:
        return thread.first.item.recommendation_id
    return thread.asked_by.item.recommendation_id if thread.asked_by else None


def _is_due_day(item: Told) -> bool:
    """Whether a report is no more than the cell of a new due day, which `due_words` gives."""
    return item.report.due_words == item.report.span


def _listed(judged: Judged) -> list[Told]:
    """Each report once, by time; of one day "not done" of an open action comes after what is promised."""
    told = _once(judged.told)
    return sorted(told, key=_by_day) if judged.status == "open" else told


def _by_day(told: Told) -> tuple[str, bool]:
    return told.day, told.report.state in ("not_started", "not_done")


def _once(told: Sequence[Told]) -> list[Told]:
    """Each slice once, in order of time."""
    seen: dict[Place, Told] = {}
    for item in told:
        seen.setdefault(item.place, item)
    return list(seen.values())
