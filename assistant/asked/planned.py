"""Planned: does a question ask what came of something that papers know only as still to be done?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.lost import named_share
from assistant.asked.phrased import phrased
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.words import words_in
from ingest.draft import CELL_JOINER

HALF = 0.5
"""The share of the question from which a sentence speaks of what it asks about. On dev halves no sentence of
plans held so much of a question that the papers answer, and more of it than the other sentences."""


def only_planned(question: Question, first: Sequence[Evidence]) -> bool:
    """Are the first sentences that hold most of the question all about plans ("should interview fathers")?

    Only for questions of what was or came of it, and not for those that ask for the plans themselves. Whether
    a recommendation was carried out only a sentence tells that says how far.
    """
    if phrased("planned", "followed").search(question.text.lower()):
        return not any(_reports(question, item) for item in first)
    if not asks_what_was(question):
        return False
    if _spoken_of_as_planned(question, first):
        return True
    words = [term for term in question.terms if term not in question.named]
    shares = [(named_share(question, words, item), item) for item in first if not item.missing]
    most = max((share for share, _ in shares), default=0.0)
    return most >= HALF and all(_plans(item.quote) for share, item in shares if share == most)


def _spoken_of_as_planned(question: Question, first: Sequence[Evidence]) -> bool:
    """Of a thing of which it is asked what came of it: is it spoken of as planned alone?

    The row of a log names what is to be done without a word for it.
    """
    asked = phrased("planned", "came_of").search(question.text.lower())
    words = [term for term in question.terms if asked and term in words_in(asked[1])]
    about = [item for item in first if words and not item.missing and named_share(question, words, item) == 1]
    told = [item for item in about if CELL_JOINER not in item.quote or _reports(question, item)]
    return bool(told) and all(_plans(item.quote) for item in told)


def wishes(sentence: str) -> bool:
    """Does the sentence say what should be?"""
    return phrased("planned", "wishes").search(sentence.lower()) is not None


def only_wishes(question: Question, sentences: Sequence[str]) -> bool:
    """Is it asked whether something is so, and do all the sentences say only that it should be?"""
    return asks_whether_so(question) and bool(sentences) and all(map(_asks_for, sentences))


def _asks_for(sentence: str) -> bool:
    """Does it ask for something itself? The row of a plan may hold how far it has got."""
    wish = phrased("planned", "wishes").search(sentence.lower())
    if wish is None or CELL_JOINER in sentence:
        return False
    return phrased("planned", "told_of").search(sentence.lower(), 0, wish.start()) is None


def asks_whether_so(question: Question) -> bool:
    """Does it ask whether something is or was so, and not whether it should be or is asked for?"""
    asks = phrased("planned", "state").match(question.text.lower()) is not None
    return asks and not wishes(question.text) and not question.requests


def asks_what_was(question: Question) -> bool:
    """Does it ask what was or came of something, and not for plans?"""
    lowered = question.text.lower()
    asks = phrased("planned", "openings").match(lowered) is not None
    return asks and not question.requests and not phrased("planned", "plans").search(lowered)


def _reports(question: Question, item: Evidence) -> bool:
    """Does the sentence say how far what is asked about has been done, and not only that it should be?"""
    lowered = item.quote.lower()
    wished = wishes(item.quote) and CELL_JOINER not in lowered
    if item.missing or wished or not phrased("planned", "reports").search(lowered):
        return False
    return (
        named_share(question, [term for term in question.terms if term not in question.named], item) >= HALF
    )


def _plans(sentence: str) -> bool:
    return phrased("planned", "signs").search(sentence.lower()) is not None
