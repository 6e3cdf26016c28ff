"""Readings: the ways in which a turn of a conversation may be meant."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.follow_up.cues import asks_elsewhere, asks_for_more, asks_why, words_of
from assistant.follow_up.paper_before import named
from assistant.follow_up.point_back import limited
from assistant.follow_up.scope import Scope
from assistant.follow_up.take_apart import EDGES, place_in
from assistant.follow_up.frame import Frame, Limit
from assistant.follow_up.whole_question import whole_question
from prompts import load_data


@dataclass(frozen=True, slots=True)
class Reading:
    """A question that a turn may stand for, put to the documents `within` (none: to all).

    `place` is that which it does not name, and is asked of.
    """

    text: str
    within: tuple[str, ...] = ()
    place: str = ""

    def told(self, text: str = "") -> str:
        """The whole question in words, those asked or the like of them."""
        if not self.place:
            return text or self.text
        frame = Frame("", limits=(Limit("place", f"in {self.place}"),))
        return _sentence(limited(text or self.text, frame, ()))


def readings_of(text: str, earlier: str, scope: Scope) -> tuple[Reading, ...]:
    """The readings of a turn, the likeliest first; `earlier` is the whole question before it.

    It may be told by rule with parts of the one before; be a question of its own of the place last named; or
    ask more about what was asked before.
    """
    paper = named(scope.paper) if scope.paper else ""
    before = topic_of(earlier)
    whole = whole_question(text, before, scope.places, topic_of(scope.answered), paper, scope.area)
    told = Reading(whole, scope.documents(text, whole))
    if asks_for_more(text):
        return (Reading(earlier, told.within),)
    if place_in(text, scope.places) or asks_elsewhere(text) or _of_all(text):
        return (told,)
    place = place_in(before, scope.places) or scope.area
    within = scope.of_place(place) if place else scope.quoted_papers
    own = Reading(_sentence(text), within, place)
    after = Reading(f"{_sentence(text)} {before}", within)
    rest = (own, after)
    return rest if whole == text and place else (told, *rest)


def topic_of(question: str) -> str:
    """The question that others were asked after: "What is the hub?" of "Since when? What is the hub?"."""
    return question.rpartition("? ")[2] or question


def _of_all(text: str) -> bool:
    """Does it ask of places or papers in general?"""
    return not {*words_of(text).split()}.isdisjoint(load_data("follow-ups.yaml")["frame"]["general"])


def _sentence(text: str) -> str:
    bare = " ".join(text.split()).strip(EDGES)
    return f"{bare[:1].upper()}{bare[1:]}?"
