"""Membership: within or by which body is something to be counted, and does a text count it there?"""

from __future__ import annotations

import re

from assistant.asked.phrased import phrased
from assistant.words import stem, stems
from ingest.phrases import worded

_limited = worded(
    "vocabulary/facts.yaml",
    r"\bhow many \w+ .*?\b(?:on|in|at|by|to) (?:the |our |a )?(?:[\w’'-]+ ){0,4}?({count.bodies})\b(?![’'])",
    flags=re.NOFLAG,
)


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
    only_wished = phrased("count", "wishes").search(sentence.lower())
    wished = any(phrased("count", name).search(text.lower()) for name in ("wishes", "limits"))
    return (not body or stem(body) in stems(around)) and (wished or not only_wished)
