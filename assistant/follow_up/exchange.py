"""Exchange: a question's matter, place, year or paper changed for what the next text names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.follow_up.cues import phrases, without
from assistant.follow_up.frame import Frame, Limit
from assistant.follow_up.pointing import pointer_in, resolved
from assistant.follow_up.take_apart import EDGES, YEAR, limits_of, name_of, place_in
from assistant.understanding.understand import content_words
from ingest.recognition.bodies import area_of
from prompts import load_data

_YEAR = re.compile(rf"\b{YEAR}\b")
_ONE = re.compile(r"\b(?:the |that |this )?ones?\b", re.IGNORECASE)


def shows_another(text: str) -> bool:
    """Does it ask to be shown another one of the same ("show me the 2012 one")?"""
    rest = without(text, phrases("shows"))
    return rest != text and bool(_ONE.search(rest))


def exchanged(text: str, frame: Frame, places: Sequence[str]) -> str:
    """The question before with its matter, place, year or paper exchanged for what the text says."""
    bare, limits = _said(without(text, phrases("shows")), places)
    if frame.matter and place_in(frame.matter, places) == frame.matter and content_words(bare):
        # "about Harrow": another matter is asked about there
        frame = replace(frame, matter="matters", limits=(Limit("place", f"in {frame.matter}"), *frame.limits))
    frame = _within(frame, limits, places)
    pointer = pointer_in(bare, talk=True)
    if pointer and pointer.role == "owner" and frame.matter:
        return frame.about(f"{resolved(bare, pointer, frame.matter)}").told()
    if pointer:
        bare = f"{bare[: pointer.start]}{bare[pointer.end :]}".strip()
    opens = "|".join(load_data("follow-ups.yaml")["frame"]["before_matter"])
    matter = re.sub(rf"^(?:{opens}) ", "", bare, flags=re.IGNORECASE)
    joined = bare[: len(bare) - len(matter)].lower()
    if joined and f" {joined}" in f" {frame.rest} ":
        said, _, _ = f"{frame.rest} ".partition(f" {joined}")
        return replace(frame, rest=f"{said} {bare}").told()
    return (frame.about(matter.strip(EDGES)) if content_words(matter) else frame).told()


def _said(text: str, places: Sequence[str]) -> tuple[str, tuple[Limit, ...]]:
    """What the text says of a matter, and the limits it names, if only by their names ("Leeds", "2012")."""
    bare, limits = limits_of(text.strip(EDGES), places)
    if not any(limit.sort == "year" for limit in limits) and (year := _YEAR.search(bare)):
        limits = (*limits, Limit("year", f"in {year[0]}"))
        bare = bare.replace(year[0], " ")
    name = re.sub(r"^(?:the|for|in|of) ", "", " ".join(bare.split()))
    named = next((one for one in places if one.lower() == name.lower()), name if area_of(name) else "")
    if named:
        return "", (*limits, Limit("place", f"in {named}"))
    limits = tuple(Limit("year", f"in {name_of(one)}") if one.sort == "year" else one for one in limits)
    return " ".join(_ONE.sub(" ", bare).split()), limits


def _within(frame: Frame, limits: Sequence[Limit], places: Sequence[str]) -> Frame:
    """The frame with each limit in the place of its own; one that stands in its words is exchanged there."""
    for limit in limits:
        own = frame.of(limit.sort)
        if limit.sort == "year" and not own and _YEAR.search(f"{frame.front} {frame.matter}"):
            year = _YEAR.search(limit.words)
            frame = _replaced(frame, _YEAR.pattern, year[0] if year else "")
        elif limit.sort == "place" and not own and (old := place_in(f"{frame.front} {frame.matter}", places)):
            frame = _replaced(frame, rf"(?<!\w){re.escape(old)}(?!\w)", name_of(limit))
        else:
            frame = frame.within(_like(own[0], limit, places) if own else limit)
    return frame


def _replaced(frame: Frame, pattern: str, new: str) -> Frame:
    front, matter = (
        re.sub(pattern, new, part, count=1, flags=re.IGNORECASE) for part in (frame.front, frame.matter)
    )
    return replace(frame, front=front, matter=matter)


def _like(old: Limit, new: Limit, places: Sequence[str]) -> Limit:
    """The new limit in the words of the old one ("of Leeds's services"), if they name such."""
    if old.sort == "place" and (name := place_in(old.words, places)):
        return Limit("place", re.sub(re.escape(name), name_of(new), old.words, flags=re.IGNORECASE))
    year = _YEAR.search(new.words) if old.sort == "year" else None
    return Limit("year", _YEAR.sub(year[0], old.words)) if year and _YEAR.search(old.words) else new
