"""Weighed, asked: whether a question asks what is claimed of a matter, what is missing, or how old it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.listing.said_on import RULES
from prompts import load_data


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the evidence on a topic: "claims", "missing" or "age"."""

    what: str
    topic: str


def weighed_asked(text: str) -> Asked | None:
    """What the text asks of the evidence; None where it asks for anything else."""
    said = " ".join(text.split()).strip(" ?.!")
    for what, form in _forms():
        if found := form.fullmatch(said):
            return Asked(what, found["topic"] or _rules()["any_matter"])
    return None


@cache
def _forms() -> list[tuple[str, re.Pattern[str]]]:
    rules = _rules()
    slots = {name: f"(?:{'|'.join(rules[name])})" for name in rules["slots"]}
    slots["topic"] = f"(?:{slots['before']} )*(?P<topic>.+?)(?: {slots['behind']})*"
    return [
        (what, re.compile(re.sub(r"\{([a-z]\w*)\}", lambda slot: slots[slot[1]], form), re.IGNORECASE))
        for what, forms in rules["asks"].items()
        for form in forms
    ]


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = load_data(RULES)
    return rules
