"""Reason: "why?", "why not?" and other short questions put to what was asked before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from string import Template

from assistant.follow_up.cues import words_of
from assistant.follow_up.take_apart import take_apart
from prompts import load_data


def asks_why_not(text: str) -> bool:
    """Does the text ask why it is not so, and no more ("why not?", "why haven't they?")?"""
    return _why_not().fullmatch(words_of(text)) is not None


def asks_short(text: str) -> bool:
    """Is it "by when?" or the like, for the rest of what was asked?"""
    rules = load_data("follow-ups.yaml")["short"]
    return words_of(text) in rules["auxiliary"] or words_of(text) in rules["others"]


def asked_in_full(text: str, earlier: str, places: Sequence[str]) -> str:
    """A short question with what was asked before it."""
    rules, said, frame = load_data("follow-ups.yaml"), words_of(text), take_apart(earlier, places)
    first = earlier.split()[0].lower()
    if opening := rules["short"]["auxiliary"].get(said):
        if first in rules["frame"]["auxiliaries"]:
            return f"{opening} {first} {' '.join(earlier.split()[1:])}"
        return replace(frame, front=" ".join((opening, *frame.front.split()[1:]))).told()
    matter = (frame.act or frame.subject or frame.front, *(one.words for one in frame.of("place")))
    return Template(rules["short"]["others"][said]).substitute(matter=" ".join(matter))


def reason_of(earlier: str, places: Sequence[str], *, negated: bool) -> str:
    """The question for the reason of what was asked, or for the reason that it is not so."""
    first = earlier.split()[0].lower()
    forms = load_data("follow-ups.yaml")["frame"]
    if first in forms["auxiliaries"] and not negated:
        return f"Why {first} {' '.join(earlier.split()[1:])}"
    frame = take_apart(earlier, places)
    limits = [limit.words for limit in frame.limits]
    if negated and first == frame.front.lower() in forms["auxiliaries"] and frame.matter:
        rest = " ".join((*re.sub(r"^not\b ?", "", frame.rest).split(), *limits))
        return _told(forms["negated"], verb=first, matter=frame.matter, rest=rest)
    if negated and frame.counted and frame.rest:
        return _told(forms["why_not_all"], matter=frame.matter, rest=" ".join((frame.rest, *limits)), verb="")
    matter = " ".join((frame.subject or frame.front, *limits))
    return _told(forms["why_not" if negated else "why"], matter=matter, rest="", verb="")


def _told(form: str, **parts: str) -> str:
    return Template(form).substitute(parts).replace(" ?", "?")


@cache
def _why_not() -> re.Pattern[str]:
    rules = load_data("follow-ups.yaml")
    auxiliaries = "|".join(rules["frame"]["auxiliaries"])
    return re.compile(Template(rules["why_not"]).substitute(auxiliaries=auxiliaries))
