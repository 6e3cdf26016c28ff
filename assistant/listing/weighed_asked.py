"""Weighed, asked: whether a question asks what is claimed of a matter, what is missing, or how old it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial

from assistant.forms import forms_of, one_of, plain, put_as
from assistant.listing.said_on import RULES
from prompts import load_data

_rules = partial(load_data, RULES)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the evidence on a topic: "claims", "missing" or "age"."""

    what: str
    topic: str


def weighed_asked(text: str) -> Asked | None:
    """What the text asks of the evidence; None where it asks for anything else."""
    said = plain(text)
    for what, forms in _forms().items():
        if found := put_as(forms, said):
            return Asked(what, found["topic"] or _rules()["any_matter"])
    return None


@cache
def _forms() -> dict[str, list[re.Pattern[str]]]:
    rules = _rules()
    slots = {name: one_of(rules[name]) for name in rules["slots"]}
    slots["topic"] = f"(?:{slots['before']} )*(?P<topic>.+?)(?: {slots['behind']})*"
    return {what: forms_of(forms, slots) for what, forms in rules["asks"].items()}
