"""Present: does a question ask how something is, so that the newest paper to speak of it answers?"""

from __future__ import annotations

from assistant.asked.facts import fact_asked
from assistant.asked.papers import asks_of_papers
from assistant.comparison.split import asks_for_past, names_past
from assistant.question import Question

STANDING = (None, "grade", "reason")
"""What is told of these kinds stands until a newer paper tells otherwise; a figure is one paper's."""


def asks_for_present(question: Question) -> bool:
    """Does it ask of a place how something is there, and name no year and nothing past?"""
    return asks_of_today(question) and fact_asked(question) in STANDING


def asks_of_today(question: Question) -> bool:
    """Does it ask of a place, whatever it asks, and name no year and nothing past?

    Without a name the place is the area whose library it is, but for "Which …?", which wants a thing and not
    how something is.

    "What did inspectors find?" asks for no past: papers tell what they found in no other tense.
    """
    past = names_past if asks_of_papers(question) else asks_for_past
    here = question.subjects or (question.home and not question.text.lower().startswith("which"))
    return bool(here) and not question.years and not past(question.text)
