"""Membership: within or by which body is something to be counted, and does a text count it there?"""

from __future__ import annotations

import re
from functools import cache

from assistant.words import stem, stems
from prompts import load_data


def counting_body(text: str) -> str:
    """The body that limits a count ("panel" of "How many young people are on the scrutiny panel?"), or ""."""
    found = _limited().search(text.lower())
    return found[1] if found else ""


def counted_there(text: str, sentence: str, around: str) -> bool:
    """Does the sentence count what the question `text` asks, where it asks it?

    What stands round it has to name the body that the question names. A count of what should be is none of
    what was.
    """
    body = counting_body(text)
    return (not body or stem(body) in stems(around)) and (_wishes(text) or not _wishes(sentence))


def _wishes(text: str) -> bool:
    words = load_data("vocabulary/facts.yaml")["count"]["wishes"]
    return re.search(rf"\b(?:{'|'.join(words)})\b", text.lower()) is not None


@cache
def _limited() -> re.Pattern[str]:
    bodies = "|".join(load_data("vocabulary/facts.yaml")["count"]["bodies"])
    within = r"(?:on|in|at|by|to) (?:the |our |a )?(?:[\w’'-]+ ){0,4}?"
    return re.compile(rf"\bhow many \w+ .*?\b{within}({bodies})\b(?![’'])")
