"""Naming: does a question ask for the name of somebody or something, and does a sentence give one?"""

from __future__ import annotations

import re
from functools import cache

from assistant.question import Question
from assistant.words import WHOLE_WORD, stems, words_in
from ingest.phrases import worded
from prompts import load_data

_of_what = worded(
    "vocabulary/facts.yaml",
    r" names? of (?:[\w’'-]+ )*?([\w’'-]+)(?: \w+ed)?"
    r" (?=$|(?:{count.stops|holder.stops}|of|is|was|are|were) )",
)
_CAPITAL = re.compile(r"(?<=[\w,;:)] )[A-Z][a-z]+")
"""A capitalised word that does not open a sentence; abbreviations are mostly those of bodies and forms."""


def asks_for_name(text: str) -> bool:
    """Can only a proper name answer it ("What is the name of the chair?", "Which universities …")?"""
    rules = load_data("vocabulary/names-asked.yaml")
    lowered = _lowered(text)
    return bool(_kinds_asked(lowered)) or any(f" {cue} " in lowered for cue in rules["cues"])


def named_thing(text: str) -> str:
    """What is to be named ("dog" of "What is the name of Ivy's dog?"); "" where the question does not say."""
    found = _of_what().search(f" {' '.join(WHOLE_WORD.findall(text.lower()))} ")
    return found[1] if found else ""


def gives_name(sentence: str, question: Question) -> bool:
    """Does the sentence hold a proper name, but for the question's, its area's and words of bodies and posts?

    Where a kind is asked for ("which universities"), the sentence has to speak of that kind as well.
    """
    asked = stems(" ".join((question.text, *question.home))) | _general()
    named = any(not stems(name) <= asked for name in _CAPITAL.findall(sentence))
    kinds = _kinds_asked(_lowered(question.text))
    spoken_of = " ".join(name for kind in kinds for name in question.names_of(kind))
    return named and (not kinds or not stems(spoken_of).isdisjoint(stems(sentence)))


def _kinds_asked(lowered: str) -> tuple[str, ...]:
    rules = load_data("vocabulary/names-asked.yaml")
    return tuple(
        kind for kind in rules["kinds"] if any(f" {which} {kind} " in lowered for which in rules["which"])
    )


def _lowered(text: str) -> str:
    return f" {' '.join(words_in(text))} "


@cache
def _general() -> frozenset[str]:
    return stems(load_data("vocabulary/names-asked.yaml")["general"])
