"""Naming: does a question ask for the name of somebody or something, and does a sentence give one?"""

from __future__ import annotations

import re
from functools import cache

from assistant.question import Question
from assistant.words import stems
from prompts import load_data

_WORD = re.compile(r"[^\W_]+")
_CAPITAL = re.compile(r"(?<=[\w,;:)] )[A-Z][a-z]+")
"""A capitalised word that does not open a sentence; abbreviations are mostly those of bodies and forms."""


def asks_for_name(text: str) -> bool:
    """Can only a proper name answer it ("What is the name of the chair?", "Which universities …")?"""
    rules = load_data("vocabulary/names-asked.yaml")
    lowered = f" {' '.join(_WORD.findall(text.lower()))} "
    opened = any(f" {which} {kind} " in lowered for which in rules["which"] for kind in rules["kinds"])
    return opened or any(f" {cue} " in lowered for cue in rules["cues"])


def gives_name(sentence: str, question: Question) -> bool:
    """Does the sentence hold a proper name, besides those in the question and words of bodies and posts?"""
    asked = stems(question.text) | _general()
    return any(not stems(name) <= asked for name in _CAPITAL.findall(sentence))


@cache
def _general() -> frozenset[str]:
    return stems(load_data("vocabulary/names-asked.yaml")["general"])
