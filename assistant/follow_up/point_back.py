"""Point back: a new question with what its pointer stands for, within what was talked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.follow_up.cues import words_of
from assistant.follow_up.frame import Frame, Limit
from assistant.follow_up.pointing import Pointer, pointer_in, resolved
from assistant.follow_up.take_apart import EDGES, limits_of, name_of, place_in
from ingest.phrases import worded
from prompts import load_data

_PERSON = re.compile(r"(?<=\s)(?![A-Z]+\b)[A-Z][\w.’'-]*(?: [A-Z][\w’'-]*)*")
_speaking = worded("follow-ups.yaml", r" {pointing.speaking}\b", flags=re.NOFLAG)
_against = worded("follow-ups.yaml", r"\b{pointing.against} ", flags=re.NOFLAG)


def pointed_back(text: str, pointer: Pointer, frame: Frame, paper: str, places: Sequence[str]) -> str:
    """The text with what its pointer stands for: the matter within its place, or who spoke of it."""
    rules = load_data("follow-ups.yaml")["pointing"]
    if pointer.role == "place":
        return text
    if pointer.word.lower() in rules["persons"]:
        return _of_person(text, pointer, frame, places)
    if pointer.role == "paper":
        return _of_paper(text, pointer, frame, paper or frame.subject, paper, places)
    if pointer.role == "thing" and _speaking().match(text, pointer.end):
        spoke = frame.speaker or next((name_of(limit) for limit in frame.of("paper")), paper)
        return _of_paper(text, pointer, frame, spoke or paper or frame.subject, paper, places)
    if frame.subject in ("", place_in(frame.subject, places)):
        return text
    kept = (limit.words for limit in _kept(text, frame, places))
    return resolved(text, pointer, " ".join((_thing(text, pointer, frame), *kept)))


def _of_person(text: str, pointer: Pointer, frame: Frame, places: Sequence[str]) -> str:
    """With who did it, or who is named, and "it" for what they did."""
    named = (one for one in _PERSON.findall(frame.told(), 1) if place_in(one, places) != one)
    person = frame.doer or next(named, "")
    whole = resolved(text, pointer, person) if person else text
    what = frame.subject if frame.subject != person else frame.object
    return re.sub(r"\bit\b", what, whole) if what else whole


def _of_paper(
    text: str, pointer: Pointer, frame: Frame, speaker: str, paper: str, places: Sequence[str]
) -> str:
    """With the paper or whoever else spoke, and with the matter for a second pointer.

    A paper is of one place and year; inspectors speak of many.
    """
    whole = resolved(text, pointer, speaker) if speaker else text
    other = pointer_in(whole, talk=True) if speaker and speaker != frame.subject else None
    if other and other.role == "thing" and frame.subject:
        whole = resolved(whole, other, frame.subject)  # "What did they recommend about it?"
    told = replace(frame, limits=(*frame.of("place"), *frame.of("year")))
    return whole if paper == speaker or frame.speaks_as_paper else limited(whole, told, places)


def _kept(text: str, frame: Frame, places: Sequence[str]) -> Iterator[Limit]:
    """The limits of the matter that still hold: its place and year where the text names none, its owner."""
    rules = load_data("follow-ups.yaml")["pointing"]
    now = not {*words_of(text).split()}.isdisjoint(rules["now"])
    compared = _against().sub("\n", text)
    named = place_in(compared.partition("\n")[0], places)
    for limit in frame.limits:
        of_whom = limit.sort == "paper" and limit.words.startswith("of ") and not frame.rest
        if of_whom or (limit.sort in ("place", "spot") and not named) or (limit.sort == "year" and not now):
            yield limit


def _thing(text: str, pointer: Pointer, frame: Frame) -> str:
    """What the pointer stands for, without limits: what is to be done, what happens, or the matter."""
    rules = load_data("follow-ups.yaml")
    if frame.act and {*words_of(text).split()} & {*rules["frame"]["acts"]}:
        return frame.act
    one = pointer.word.lower() in rules["pointing"]["one"]
    return (one and (frame.happening or frame.object)) or frame.subject


def limited(text: str, frame: Frame, places: Sequence[str]) -> str:
    """A question of its own within the place, year and paper of the one before, where it names none."""
    bare, own = limits_of(text.strip(EDGES), places)
    named = {limit.sort for limit in own} | ({"place"} if place_in(text, places) else set())
    kept = [
        limit
        for limit in frame.limits
        if limit.sort in ("place", "year", "paper") and limit.sort not in named
    ]
    if frame.speaks_as_paper and "paper" not in named and frame.speaker not in text:
        kept = [Limit("paper", f"in {frame.speaker}"), *kept]
    return " ".join((bare, *(limit.words for limit in (*own, *kept))))
