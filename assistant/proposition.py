"""Proposition: a question whether something is well, and on which side of it each quotation stands.

The side is told where a clause of the quotation praises or blames one of the question's things, by the rules
that ledgers weigh by. No yes or no is made of it: that is for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from assistant.evidence import Evidence
from assistant.key_questions.concepts import words_of
from assistant.key_questions.lexicon import lexicon
from assistant.key_questions.polarity import clauses_of
from assistant.question import Question
from assistant.words import stems
from ingest.sentences import sentences
from prompts import load_data

Side = Literal["for", "against", "both", ""]

SIDES: tuple[Side, ...] = ("for", "both", "against", "")
"""In the order in which they are shown."""


def by_side(question: Question, groups: Sequence[list[Evidence]]) -> tuple[list[list[Evidence]], list[Side]]:
    """The groups with what speaks for the question's proposition first, and the side of each.

    As they are, with no sides, where it puts no proposition or none of them takes a side.
    """
    sides = [side_of(question, group[0].quote) for group in groups]
    if not any(sides) or not asks_whether_well(question.text):
        return list(groups), [""] * len(groups)
    order = sorted(range(len(groups)), key=lambda at: SIDES.index(sides[at]))
    return [groups[at] for at in order], [sides[at] for at in order]


def asks_whether_well(text: str) -> bool:
    """Does the text ask whether something is as it should be ("Are caseloads manageable?")?

    Questions whether something is ill are left alone: "neglect" and the like are their matter, and no blame.
    """
    return bool(_asks_whether().match(text.strip())) and {tone for tone, _ in _toned(text)} == {1}


def side_of(question: Question, quote: str) -> Side:
    """Whether a quotation says of one of the question's things that it is well, or ill; "" for neither.

    What should be says nothing of what is, nor does the row of a table or a question.
    """
    if "|" in quote or quote.rstrip().endswith("?"):
        return ""
    # The praise that is asked about is no thing: whatever is good of anything would be of it.
    things = [thing for thing in question.things if not list(_toned(thing))]
    names = [name for thing in things for name in (thing, *question.others.get(thing, ()))]
    said = {
        tone
        for tone, words in _toned(quote)
        if not _wishes().search(words) and any(stems(name) <= stems(words) for name in names)
    }
    return "" if not said else "both" if len(said) > 1 else "for" if said == {1} else "against"


def _toned(text: str) -> Iterator[tuple[int, str]]:
    """The clauses that praise (1) or blame (-1), with their words."""
    for start, end in sentences(text):
        words = words_of(text[start:end])
        for clause in clauses_of(lexicon().find(words), len(words)):
            if clause.tone:
                yield clause.tone, " ".join(words[clause.first : clause.last + 1])


@cache
def _asks_whether() -> re.Pattern[str]:
    rules = load_data("vocabulary/proposition.yaml")
    openings, others = "|".join(rules["openings"]), "|".join(rules["no_proposition"])
    return re.compile(rf"(?:{openings})\b(?!.*\b(?:{others})\b)", re.IGNORECASE)


@cache
def _wishes() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(load_data('vocabulary/proposition.yaml')['wishes'])})\b", re.IGNORECASE
    )
