"""Today: does a question ask how it is now with somebody of a case, and do sentences tell only how it was?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.asked.phrased import phrased
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.register.bodies import agencies_in
from assistant.words import stems

_IN = re.compile(r"\b(?:in|at|from|near|across|around|for|of) $")
"""What stands before a place and not before somebody of whom it is asked how they are."""


def today_of_somebody(question: Question, places: Iterable[str] = ()) -> bool:
    """Does it ask how it is today with a child, or anybody whom papers call by one name ("Is Jade still …?")?

    A name of a place or body is nobody's, nor is an abbreviation.
    """
    if not phrased("today", "asks").search(question.text):
        return False
    elsewhere = stems(" ".join((*question.subjects, *question.home, *places)))
    return any(
        name.istitle()
        and name.isalpha()
        and stems(name).isdisjoint(elsewhere)
        and not agencies_in(name)
        and not _IN.search(question.text.partition(name)[0])
        for name in question.names
    )


def untold_today(question: Question, first: Iterable[Evidence]) -> bool:
    """Do the sentences tell only how it was, where it is asked how it is with somebody?"""
    tells = phrased("today", "tells")
    return today_of_somebody(question) and not any(tells.search(item.quote) for item in first)
