"""The vocabulary of claims as patterns, and the terms by which claims are compared."""

from __future__ import annotations

import re
from functools import cache

from assistant.actions.terms import left_out
from assistant.words import stems
from ingest.phrases import ONE_OR_MORE, alternatives
from prompts.load import load_data

CLAIMS = "contradictions/claims.yaml"
_MEASURE = re.compile(
    rf"\b(\d+|{ONE_OR_MORE})[\s-]+(?:working\s+|calendar\s+)?"
    r"(hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)


@cache
def pattern(key: str) -> re.Pattern[str]:
    """One pattern for the phrases of a list of `prompts/contradictions/claims.yaml`."""
    return re.compile(rf"(?<![\w-])(?:{any_of(key)})(?![\w-])", re.IGNORECASE)


def any_of(key: str) -> str:
    """The alternation of a list's phrases, without anchors."""
    return alternatives(load_data(CLAIMS)[key])


def terms_of(text: str) -> frozenset[str]:
    """The stems that say what a claim is about; "72 hours" counts as one word."""
    standards = {f"{match[1].lower()}{match[2].lower()}" for match in _MEASURE.finditer(text)}
    plain = pattern("was_there").sub("attended", _MEASURE.sub(" ", text))
    told = stems(plain) - left_out(CLAIMS)
    return frozenset(standards) | {term for term in told if len(term) > 2 and not term.isdigit()}
