"""Comparing: does a question ask how one thing stands beside another, and does a sentence say it?"""

from __future__ import annotations

import re
from functools import cache

from assistant.asked.changing import asks_whether_changed, is_series
from assistant.asked.phrased import phrased, words_for
from assistant.question import Question
from assistant.understanding.content_words import content_words
from assistant.words import any_stands, numbers_in, stems
from ingest.phrases import worded

_WORD = re.compile(r"[^\W_]+")
_cues = worded(
    "vocabulary/facts.yaml",
    r"\b(?:{comparison.cues}|{comparison.degrees}\b[^.?]*? than)\b",
    flags=re.NOFLAG,
)


def compared_with(text: str) -> str | None:
    """What something is compared with ("mums" of "compared with mums?"); None where nothing is compared."""
    # What is asked beside something else ("…, and is that better than …?") need not be there for an answer.
    asked = text.split(", and ")[0].lower()
    if asks_whether_changed(asked):
        return "before"
    found = _cues().search(asked)
    other = asked[found.end() :] if found else None
    return None if other and _is_measure(other) else other


def gives_comparison(sentence: str, question: Question) -> bool:
    """Does the sentence compare, and name what it compares with, unless that is others at large?"""
    other = compared_with(question.text) or ""
    if asks_whether_changed(question.text) and is_series(sentence):
        return True
    if not phrased("comparison", "signs").search(sentence.lower()):
        return False
    words = content_words(other)
    if not words or _at_large() & stems(other):
        return True
    names = (name for word in words for name in question.names_of(word))
    return any_stands(names, stems(sentence))


def _is_measure(other: str) -> bool:
    """Is it a number or a unit of time ("more than three days", "longer than a week"), and nothing else?"""
    words = _WORD.findall(other)[:2]
    units = words_for("count")["units"]
    return 0 in numbers_in(words) or any(word in units for word in words[1:])


@cache
def _at_large() -> frozenset[str]:
    return stems(" ".join(words_for("comparison")["at_large"]))
