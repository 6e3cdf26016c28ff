"""Judging: does a question ask how well something goes, and is a sentence the verdict on that very thing?"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from assistant.asked.bettering import asks_whether_better
from assistant.asked.facts import gives_grade
from assistant.asked.papers import asks_of_papers
from assistant.question import Question
from assistant.repeats.themes import themes_of
from assistant.statements.concepts import words_of
from assistant.statements.lexicon import lexicon
from assistant.statements.polarity import clauses_of
from assistant.understanding.content_words import content_words
from assistant.words import stems
from ingest.phrases import any_listed, worded
from prompts import load_data

SHORT = 12
"""A verdict of so few words is on the whole of a thing; a longer one goes on to parts."""

PART = 0.5
"""What a verdict on some of a thing counts beside one on it."""

GRADE, ENDS = 0.6, 0.2
"""What one that gives a grade counts at least; and what is added where it ends in one."""

_HOW = re.compile(r"\W*(?:how (?P<how>\w+)|(?:is|are|was|were) (?P<of>.+) (?P<whether>\w+)\W*$)")
_RELATIVE = re.compile(r"\b(?:whose|who|which|that|where)\b")
_asks = worded("vocabulary/judging.yaml", r"^\W*{asks}\b", flags=re.NOFLAG)
_ends_graded = worded("vocabulary/question-words.yaml", r"\b{signs.judgement}(?: to be good)?[\s.]*$")
_verb = worded("vocabulary/judging.yaml", r"\s\|\s|\b{verbs}\b", flags=re.NOFLAG)


def asks_how_well(question: Question) -> bool:
    """Does it ask how good something is, or what was found of it?"""
    return bool(matter_of(question)) and (
        asks_of_papers(question) or _asks().search(question.text.lower()) is not None
    )


def matter_of(question: Question) -> tuple[str, ...]:
    """The words for the thing that is judged: no places, no praise, nothing that all there is called."""
    # A place is nothing that is judged; another name, such as MASH, may be.
    apart = stems(" ".join((_praise(question.text), *question.subjects)))
    things = [term for term in question.terms if stems(term).isdisjoint(apart) and not tone_of(term)]
    # The help of "early help" is no help at large.
    whole = " ".join(name for name in themes_of(question.text) if name in question.text.lower())
    general = _general() - stems(whole)
    # "Are children safe?" asks of nothing else.
    return tuple(term for term in things if stems(term).isdisjoint(general)) or tuple(things)


def verdict_share(question: Question, sentence: str) -> float:
    """How far a sentence is the verdict on the thing asked about: 0 for none, 1 for one on the whole of it.

    It is one where what stands before its verb (or in a row's first cell) names the thing, and the rest
    praises or blames. The more else is named there ("pathway plans for care leavers"), the less it is.
    """
    matter = matter_of(question)
    parts = _verb().split(sentence, maxsplit=1)
    # "For most children whose plan is adoption, it is timely" is no verdict on plans.
    if not matter or len(parts) < 2 or not names_all(question, matter, _RELATIVE.split(parts[0])[0]):
        return 0.0
    grade = gives_grade(sentence)
    if not (grade or tone_of(sentence)):
        return 0.0
    share = min(1.0, math.sqrt(SHORT / len(sentence.split())))
    share /= 1 + _else_named(question, matter, parts[0])
    share *= PART if any_listed("vocabulary/judging.yaml", "some").search(parts[0]) else 1.0
    return min(1.0, max(share, GRADE * grade) + ENDS * bool(_ends_graded().search(sentence)))


def _else_named(question: Question, matter: Sequence[str], subject: str) -> int:
    """How many other things are named in what a sentence is about, behind what leads up to it."""
    names = stems(" ".join((*matter, *(name for term in matter for name in question.others.get(term, ())))))
    words = (word for word in content_words(subject.rsplit(",", 1)[-1]) if not tone_of(word))
    said = stems(" ".join(words))
    return sum(not word.isdigit() for word in said - names - _general() - stems(" ".join(question.named)))


def names_all(question: Question, matter: Sequence[str], text: str) -> bool:
    """Does the text name all of the words, by whatever name the field has for them?"""
    held = stems(text)
    return all(any(stems(name) <= held for name in (term, *question.others.get(term, ()))) for term in matter)


def tone_of(text: str) -> int:
    """1 for a text with clauses that praise, -1 for ones that blame; 0 for none, and where they differ."""
    tones = tones_of(text)
    return next(iter(tones)) if len(tones) == 1 else 0


@lru_cache(maxsize=8_192)
def tones_of(text: str) -> frozenset[int]:
    """1 where a clause of the text praises, -1 where one blames."""
    words = words_of(text)
    return frozenset(clause.tone for clause in clauses_of(lexicon().find(words), len(words))) - {0}


def _praise(text: str) -> str:
    """The word for what is asked of the thing ("reliable" in "How reliable are audits?"), where one is.

    Behind another such word the last one is the thing ("Are staff getting good supervision?").
    """
    found = _HOW.match(text.lower())
    if not found or (found["of"] and (asks_whether_better(text) or any(map(tone_of, found["of"].split())))):
        return ""
    return found["how"] or found["whether"]


@cache
def _general() -> frozenset[str]:
    return stems(load_data("vocabulary/judging.yaml")["general"])
