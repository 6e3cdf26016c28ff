"""Ruling: does a question ask for a rule (a duty, a limit, how to), and does a sentence state it?"""

from __future__ import annotations

import re

from assistant.asked.lost import named_share
from assistant.asked.phrased import phrased
from assistant.evidence import Evidence
from assistant.question import Question

ENOUGH = 0.52
"""The share of the question that a rule has to meet, less what the reader's score adds; set on counts of
refusals on all halves."""

READ, LEAST, MOST = 12.0, -6.0, 3.0
"""So many logits of the reader's count as much as all words of the question; between these they count."""

PRACTICE = 2.0
"""The reader's score (logits) from which a sentence without a word for a rule may tell one as practice."""


def rule_asked(question: Question) -> bool:
    """Does it ask what must, may or should be ("How soon must …?", "How do I …?")?

    A question for yes or no ("Can a school …?") is held to no rule: worded far from the papers, too
    many were refused.
    """
    return any(map(phrased("rule", "asks").match, re.split("[.?!:] ", question.text.lower())))


def states_rule(question: Question, item: Evidence) -> bool:
    """Does the sentence say what must, may or should be of the very thing that is asked about?

    What was found to have happened states none, unless the reader takes it for the answer: it may be told as
    practice. A word of the question counts as met by one like it.
    """
    states = phrased("rule", "states").search(item.quote.lower()) or (item.cross or 0.0) >= PRACTICE
    if item.missing or not states:
        return False
    told = [word for word in question.terms if not phrased("rule", "untold").fullmatch(word)]
    words = [word for word in told if word not in question.named]
    read = min(MOST, max(LEAST, item.cross or 0.0)) / READ
    return named_share(question, words, item, alike=True) + read >= ENOUGH
