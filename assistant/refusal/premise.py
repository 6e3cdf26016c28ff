"""Premise: what a question takes for granted, a grade, a paper or an event, and documents do not bear out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter

from assistant.asked.acting import actor_asked, names_actor
from assistant.asked.dating import written_ahead, written_before
from assistant.asked.extremes import untold_extreme
from assistant.asked.facts import fact_asked
from assistant.asked.lost import named_share
from assistant.asked.papers import asks_of_papers
from assistant.asked.phrased import phrased, words_for
from assistant.asked.planned import HALF, only_planned
from assistant.asked.speaking import finder_asked, speaker_asked, speaks_of_them, tells_finding
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.retrieval.found import Found
from assistant.words import stem, stems

_NO = re.compile(r"\b(?:no|never any|not any|without any) ([a-z]+)")


def unborne(
    question: Question, found: Sequence[Found], first: Sequence[Evidence]
) -> tuple[str, tuple[str, ...]] | None:
    """What the question takes for granted that the documents do not bear out: a reason, what is missing.

    A grade that they do not give, a paper of which nothing was found, another group, a thing that they say
    was not, or only plan, a day that they were written before, somebody who does not speak in them.
    """
    quoted = [item.found for item in first]
    if grade := grade_not_given(question, found):
        return "grade_missing", (grade,)
    if paper_not_there(question, found, quoted):
        return "paper_missing", ()
    if rival := other_group(question, first):
        return "other_group", (rival,)
    if thing := denied(question, first):
        return "denied", (thing,)
    if only_planned(question, first):
        return "planned", ()
    if day := written_before(question, first) or written_ahead(question, first):
        return "aftermath", (day,)
    actor = actor_asked(question)
    if actor and not any(names_actor(actor, item) for item in first):
        return "actor_missing", (actor,)
    speaker = speaker_asked(question)
    if speaker and not speaks_of_them(speaker, question, first):
        return "speaker_missing", (" ".join(speaker),)
    if extreme := untold_extreme(question.text, first):
        return "extreme_missing", (extreme,)
    finder = finder_asked(question)
    if finder and not any(tells_finding(finder, item) for item in first):
        return "speaker_missing", (" ".join(finder),)
    return None


def grade_not_given(question: Question, found: Sequence[Found]) -> str:
    """The grade that the question says its place was given, where no passage about the place holds it.

    Empty where the question supposes none. Weighed in what was found about the place; where it names none
    of the library, in all that was found.
    """
    lowered = question.text.lower()
    supposed = phrased("premise", "supposing").match(lowered)
    asked = phrased("premise", "grades").search(lowered) if supposed else None
    if not asked:
        return ""
    about = [item.passage for item in found if item.affinity >= 1] or [item.passage for item in found]
    texts = (f"{passage.heading} {passage.header} {passage.text}".lower() for passage in about)
    return "" if any(re.search(rf"\b{asked[0]}\b", text) for text in texts) else asked[0]


def paper_not_there(question: Question, found: Sequence[Found], quoted: Sequence[Found]) -> bool:
    """Does it ask what a kind of paper found, and is nothing `quoted` from one, though there are some?"""
    return (
        asks_of_papers(question)
        and any(item.kind_fits for item in found)
        and not any(item.kind_fits for item in quoted)
    )


def other_group(question: Question, first: Sequence[Evidence]) -> str:
    """The word of the question ("secondary") whose rival the sentence that holds most of the rest has, or "".

    What another sentence says of the word in passing does not count.
    """
    asked = stems(question.text)
    lines: list[list[str]] = words_for("premise")["rivals"]
    for line in lines if first else ():
        here = [word for word in line if stems(word) <= asked]
        if len(here) != 1:
            continue
        rest = [term for term in question.terms if stem(term) not in stems(" ".join(line))]
        shares = [(named_share(question, rest, item), stems(item.quote)) for item in first]
        share, held = max(shares, key=itemgetter(0))
        told = [word for word in line if stems(word) <= held]
        if share >= HALF and told and here[0] not in told:
            return here[0]
    return ""


def denied(question: Question, first: Sequence[Evidence]) -> str:
    """The thing asked about of which a sentence says that there was none ("made no return"), or "".

    Only for questions of when something was or who did it, since it has to have been; and only for their
    telling words: "no children were at risk" denies nothing that was asked of children.
    """
    if fact_asked(question) not in ("date", "date_to_come", "holder", "doer"):
        return ""
    telling = [thing for thing in question.things if _telling(thing, question, first)]
    said = [word for item in first for word in _NO.findall(item.quote.lower())]
    return next((word for word in said if any(_same(word, thing) for thing in telling)), "")


def _telling(thing: str, question: Question, first: Sequence[Evidence]) -> bool:
    """Does the thing weigh at least what those of the question do in the mean, as far as is known?"""
    match = first[0].found.match if first else None
    if match is None:
        return True
    weights = [match.weight_of(one) for one in question.things]
    return match.weight_of(thing) >= sum(weights) / len(weights)


def _same(word: str, thing: str) -> bool:
    """Is it the same word, or the noun of who does it ("owner" for "owns")?"""
    root = stem(thing)
    return stem(word) == root or (
        word.startswith(root) and word.removeprefix(root) in words_for("premise")["doers"]
    )
