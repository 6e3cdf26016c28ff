"""Registers: questions whose answer is reckoned from dates or counted, and the command that does it."""

from __future__ import annotations

import re

from assistant.understanding.understand import content_words
from prompts import load_data


def register_for(text: str) -> str:
    """What tells the reader where the answer is kept; "" for a question that asks for anything else.

    A question for what is overdue says no more than that; a count of recommendations may say of which.
    """
    for rule in load_data("vocabulary/listing.yaml")["registers"]:
        opens = re.match(rule["opening"], " ".join(text.split()), re.IGNORECASE)
        said = set(content_words(text))
        if opens and ("only" not in rule or said <= set(rule["only"])):
            told: str = rule["told"]
            return told
    return ""
