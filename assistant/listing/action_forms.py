"""Action forms: questions for an owner’s actions, what is due by a day, and whether one thing is done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.actions.vocabulary import words_of
from ingest.phrases import alternatives
from prompts import load_data

RULES = "vocabulary/actions-asked.yaml"


@dataclass(frozen=True, slots=True)
class Form:
    """What a question of one of these forms wants: actions in a `state`, an owner’s, of a day or a thing.

    `people`: only where the owner is a person; `paper`: of this paper alone.
    """

    state: str
    words: str
    owner: bool
    people: bool = False
    paper: str = ""


def form_of(said: str) -> Form | None:
    """The form of a question without its mark; None for any other."""
    for form, state, owner, people in _forms():
        if found := form.fullmatch(said):
            paper = found.groupdict().get("paper") or ""
            return Form(state, found["words"].strip(), owner, people, paper)
    return None


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str, bool, bool], ...]:
    rules: dict[str, Any] = load_data(RULES)
    owned = [
        (_compiled(form, "owner"), state, True, bool(rule.get("people")))
        for state, rule in reversed(rules["owned"].items())
        for form in rule["forms"]
    ]
    whether = [(_compiled(form, "what"), "whether", False, False) for form in rules["whether"]]
    due_by = [(_compiled(form, "when"), "due_by", False, False) for form in rules["due_by"]]
    colours = alternatives(words_of("status", "colours"))
    coloured = [(_compiled(form, "colour", colours), "coloured", False, False) for form in rules["coloured"]]
    return (*owned, *due_by, *coloured, *whether)


def _compiled(form: str, name: str, words: str = ".+?") -> re.Pattern[str]:
    return re.compile(form.replace(f"{{{name}}}", f"(?P<words>{words})"), re.IGNORECASE)
