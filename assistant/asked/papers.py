"""Papers: is it asked what papers of a kind say?"""

from __future__ import annotations

import re

from assistant.question import Question
from assistant.understanding.understand import before_about, kinds_in
from ingest.phrases import worded

_says = worded(
    "vocabulary/facts.yaml", r"^what (?:did|does|do|has|have) .*\b{premise.findings}\b", flags=re.NOFLAG
)


def asks_of_papers(question: Question) -> bool:
    """Does it ask what a kind of paper found or said ("What did inspectors say about …?")?"""
    return (
        bool(question.kinds)
        and _says().search(question.text.lower()) is not None
        and not paper_is_matter(question)
    )


def paper_is_matter(question: Question) -> bool:
    """Is a paper only what is spoken of ("What did the police say about the letter?")?"""
    asking = before_about(question.text)
    return not kinds_in(asking, (*question.subjects, *question.years))
