"""Readings: the ways in which a turn of a conversation may be meant."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.follow_up.cues import asks_elsewhere, asks_for_more, words_of
from assistant.follow_up.frame import Frame, Limit
from assistant.follow_up.paper_before import named
from assistant.follow_up.point_back import limited
from assistant.follow_up.reason import asks_short
from assistant.follow_up.scope import Scope
from assistant.follow_up.take_apart import paper_in, place_in, take_apart
from assistant.follow_up.whole_question import points_back, sentence, unjoined, whole_question
from assistant.register.bodies import agencies_in
from assistant.understanding.content_words import content_words
from assistant.understanding.understand import understand
from prompts import load_data

ENOUGH = 2
"""With so many content words, and none that points out of it, a question has a subject of its own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question that a turn may stand for, put to the documents `within` (none: to all).

    `place` is the one it is asked of without naming it; `by_rule`: it is told with parts of the one before.
    `turn` is what its answer has to bear on too, where its words are not the turn's alone.
    """

    text: str
    within: tuple[str, ...] = ()
    place: str = ""
    by_rule: bool = False
    turn: str = ""

    def told(self, text: str = "") -> str:
        """The question, or the text that it was taken for, with its place."""
        limits = (Limit("place", f"in {self.place}"),) if self.place else ()
        return sentence(limited(text or self.text, Frame("", limits=limits), ())) if limits else text


Readings = tuple[Reading, ...]


def readings_of(text: str, earlier: str, scope: Scope) -> tuple[Readings, ...]:
    """The readings of a turn; each group is asked only where none of those before it is answered.

    It may be told by rule with parts of the question `earlier`; be a question of its own, of the place talked
    about; or ask more about what was asked before, whose words are then searched for with its own.
    """
    paper, before = named(scope.paper) if scope.paper else "", topic_of(earlier)
    whole = whole_question(text, before, scope.places, topic_of(scope.answered), paper, scope.area)
    told = Reading(whole, scope.documents(text, whole), by_rule=True)
    if asks_for_more(text):
        return ((Reading(earlier, told.within),),)
    if place_in(text, scope.places) or asks_elsewhere(text) or _of_all(text):
        return ((told,),)
    place, asked = place_in(before, scope.places), sentence(unjoined(text))
    within = scope.of_place(place or scope.area) if place or scope.area else ()
    kept = scope.quoted_papers if topic_of(scope.answered) == before else within
    here, after = Reading(asked, kept, place), Reading(f"{asked} {before}", within or kept, turn=asked)
    if asks_short(text):
        return ((Reading(told.text, told.within), here, after),)
    leaning = points_back(text)
    if sentence(whole) != asked:
        return ((told, here, after),) if leaning else ((told,),)
    if leaning or len(content_words(text)) < ENOUGH:
        return ((here, after),)
    if paper_in(take_apart(before, scope.places).matter) and len({*scope.quoted_papers}) == 1:
        # "Who led the 2025 inspection? What was the overall grade?"
        return ((Reading(asked, scope.quoted_papers, place),), (Reading(asked, within, place),))
    # Nobody named the place that the last answer was about, or somebody is named who may belong to another:
    # what it does not answer is asked of all.
    own, everywhere = Reading(asked, within, place or scope.area), Reading(asked)
    return ((own,),) if not within or (place and not _names_somebody(text)) else ((own,), (everywhere,))


def topic_of(question: str) -> str:
    """What was talked about: "What is the hub?" of "Since when? What is the hub?"."""
    return question.rpartition("? ")[2]


def _names_somebody(text: str) -> bool:
    """Does it name somebody or something ("Ivy", "the Sounding Board") that is no body known everywhere?"""
    return any(not name.isupper() and not agencies_in(name) for name in understand(text).names)


def _of_all(text: str) -> bool:
    """Does it ask of places or papers in general?"""
    said = f" {words_of(text)} "
    return any(f" {one} " in said for one in load_data("follow-ups.yaml")["frame"]["general"])
