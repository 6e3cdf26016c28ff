"""Premise: what a question takes for granted, a grade, a paper or an event, and documents do not bear out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.evidence import Evidence
from assistant.facts import fact_asked
from assistant.found import Found
from assistant.question import Question
from assistant.speaking import speaker_asked, speaks_of_them
from assistant.words import stem
from prompts import load_data

_NO = re.compile(r"\b(?:no|never any|not any|without any) ([a-z]+)")


def unborne(
    question: Question, found: Sequence[Found], first: Sequence[Evidence]
) -> tuple[str, tuple[str, ...]] | None:
    """What the question takes for granted that the documents do not bear out: a reason, what is missing.

    A grade that they do not give, a paper of which nothing was found, a thing that they say was not, somebody
    who does not speak in them; None where they bear it out.
    """
    quoted = [item.found for item in first]
    if grade := grade_not_given(question, found):
        return "grade_missing", (grade,)
    if paper_not_there(question, found, quoted):
        return "paper_missing", ()
    if thing := denied(question, [item.quote for item in first]):
        return "denied", (thing,)
    speaker = speaker_asked(question)
    texts = (f"{item.passage.heading} {item.passage.text}" for item in quoted)
    return ("speaker_missing", (speaker,)) if speaker and not speaks_of_them(speaker, texts) else None


def grade_not_given(question: Question, found: Sequence[Found]) -> str:
    """The grade that the question says its place was given, where no passage about the place holds it.

    Empty where the question supposes none. Weighed in what was found about the place; where it names none
    of the library, in all that was found.
    """
    asked = _grades().search(question.text.lower()) if _supposes().match(question.text.lower()) else None
    if not asked:
        return ""
    about = [item.passage for item in found if item.affinity >= 1] or [item.passage for item in found]
    texts = (f"{passage.heading} {passage.header} {passage.text}".lower() for passage in about)
    return "" if any(re.search(rf"\b{asked[0]}\b", text) for text in texts) else asked[0]


def paper_not_there(question: Question, found: Sequence[Found], quoted: Sequence[Found]) -> bool:
    """Does it ask what a kind of paper found, and is nothing `quoted` from one, though there are some?"""
    asks = _says().search(question.text.lower()) is not None and bool(question.kinds)
    return asks and any(item.kind_fits for item in found) and not any(item.kind_fits for item in quoted)


def denied(question: Question, sentences: Sequence[str]) -> str:
    """The thing asked about of which a sentence says that there was none ("made no return"), or "".

    Only for questions of when something was or who did it: it has to have been.
    """
    if fact_asked(question) not in ("date", "date_to_come", "holder", "doer"):
        return ""
    things = {stem(thing): thing for thing in question.things}
    said = (stem(word) for one in sentences for word in _NO.findall(one.lower()))
    return next((things[word] for word in said if word in things), "")


@cache
def _grades() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_rules()['grades'])})\b")


@cache
def _supposes() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_rules()['supposing'])})\b")


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf"^what (?:did|does|do|has|have) .*\b(?:{'|'.join(_rules()['findings'])})\b")


def _rules() -> dict[str, list[str]]:
    rules: dict[str, list[str]] = load_data("vocabulary/facts.yaml")["premise"]
    return rules
