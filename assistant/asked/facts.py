"""Facts: the kind of fact that a question asks for, and whether a sentence gives one of that kind."""

from __future__ import annotations

import re
from typing import Literal

from assistant.asked.comparing import compared_with, gives_comparison
from assistant.asked.count import counts_any
from assistant.asked.dating import asks_for_date, gives_date, plans_count
from assistant.asked.doing import all_hide_doer, doing_asked
from assistant.asked.holding import gives_holder, names_person, one_asked, post_asked
from assistant.asked.lasting import asks_how_long, gives_span
from assistant.asked.naming import asks_for_name, gives_name
from assistant.asked.reasons import asks_for_reason, gives_reason
from assistant.asked.sharing import gives_share
from assistant.question import Question
from assistant.words import any_stands, holds, requests, stems
from ingest.draft import CELL_JOINER
from ingest.phrases import worded
from prompts import load_data

Fact = Literal[
    "count", "share", "figure", "duration", "money", "name", "holder", "person", "doer", "date",
    "date_to_come", "reason", "grade", "comparison",
]  # fmt: skip
"""How many; how large a share; another figure; how long; how much money; what it is called; who holds a post;
who somebody is; who did it; when; why; what grade; how
it compares."""

_SHARE = re.compile(r"\bper ?cent(?:age)?\b|%", re.IGNORECASE)
_GRADE = "{question-words:signs.judgement}"
_grade_given = worded(
    "vocabulary/facts.yaml",
    rf"\b{_GRADE}(?: to be good)?\s*(?:[.|]|$)|\b{{grade.after}}\W+(?:\w+\W+){{0,3}}?{_GRADE}\b",
)
"""A grade that closes a sentence or a cell, or stands after "is", "judged" and the like."""


def fact_asked(question: Question) -> Fact | None:
    """The kind of fact that the question asks for; None where its wording shows none."""
    if compared_with(question.text) is not None:
        return "comparison"
    if question.wanted == "money":
        return "money"
    if _SHARE.search(question.text) or question.wanted == "percentage":
        return "share"
    if question.wanted == "number" and question.counted:
        return "count"
    if asks_how_long(question.text):
        return "duration"
    if question.figure and _opens("figure", question.text):
        return "figure"
    if asks_for_reason(question.text):
        return "reason"
    if question.wanted == "judgement" and _opens("grade", question.text):
        return "grade"
    if post_asked(question.text):
        return "holder"
    if one_asked(question.text):
        return "person"
    if doing_asked(question.text):
        return "doer"
    return "name" if asks_for_name(question.text) else asks_for_date(question.text)


def gives_fact(fact: Fact, sentence: str, question: Question, published: str | None, heads: str = "") -> bool:
    """Does the sentence give one?

    `published` is the ISO date of its document, where that is known; `heads` are its headings.
    """
    match fact:
        case "count":
            return counts_any(sentence, question.counted)
        case "figure":
            counts = counts_any(sentence, ()) or holds(sentence, "money")
            return counts or gives_span(sentence) or gives_share(sentence)
        case "duration":
            return gives_span(sentence)
        case "reason":
            return gives_reason(sentence, 1.0)
        case "doer":
            return not all_hide_doer([sentence], doing_asked(question.text))
        case "share":
            told = gives_share(sentence) or _in_words(sentence, question)
            return told and _speaks_of(f"{heads} {sentence}", question)
        case "money":
            return holds(sentence, "money")
        case "comparison":
            return gives_comparison(sentence, question)
        case "grade":
            return gives_grade(sentence)
        case "name":
            return gives_name(sentence, question)
        case "holder":
            return gives_holder(sentence, post_asked(question.text))
        case "person":
            return names_person(sentence) or gives_name(sentence, question)
        case "date_to_come":
            return gives_date(sentence, fact, published) and _speaks_of(f"{heads} {sentence}", question)
        case "date":
            # A day by which something is to be done does not tell when it was; a row of a plan gives both.
            told = question.requests or plans_count(question.text) or CELL_JOINER in sentence
            return (told or not requests(sentence)) and gives_date(sentence, fact, published)


def gives_grade(sentence: str) -> bool:
    """Does it give a grade: "Care leavers: good", and not "good practice"?"""
    return _grade_given().search(sentence) is not None


def _in_words(sentence: str, question: Question) -> bool:
    """Is the share told in words ("most"), where no percentage is asked for?"""
    return not _SHARE.search(question.text) and holds(sentence, "percentage")


def _speaks_of(sentence: str, question: Question) -> bool:
    """Does the sentence hold one of the things that the question is about, or another name of it?"""
    held = stems(sentence)
    return not question.things or any(any_stands(question.names_of(thing), held) for thing in question.things)


def _opens(kind: str, text: str) -> bool:
    """Does the text begin as questions for this kind of fact do?"""
    return text.lower().strip().startswith(tuple(load_data("vocabulary/facts.yaml")[kind]["openings"]))
