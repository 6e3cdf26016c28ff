"""Actions asked for: which of a register's actions a question wants, by their state, place and owner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.actions.action import Action
from assistant.actions.sift import owner_of
from assistant.areas.subjects import places_of
from assistant.register.bodies import agencies_in
from assistant.words import stems
from ingest.records import DocumentRecord
from prompts import load_data

RULES = "vocabulary/actions-asked.yaml"
ROUTING = "evidence/routing.yaml"
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class ActionsAsked:
    """Which actions: in this `state` of the rules, of these places, and of whom or what the `rest` names.

    `requested`: recommendations alone.
    """

    state: str
    places: tuple[str, ...]
    rest: str
    requested: bool

    def holds(self, action: Action) -> bool:
        """Whether an action is in the state that is asked for."""
        rule = load_data(RULES)["states"][self.state]
        return action.status in rule["status"] and (not rule["timing"] or action.timing in rule["timing"])

    def is_about(self, action: Action) -> bool:
        """Whether an action is of the kind that is asked for, and is owned by or tells of what is named."""
        if self.requested and action.origin != "request" and action.asked is None:
            return False
        if not self.rest:
            return True
        owners = " ".join((owner_of(action), *action.agencies))
        bodies = agencies_in(self.rest)
        if any(name.endswith(body) for name in action.agencies for body in bodies):
            return True
        if sort := load_data(ROUTING)["bodies"].get(self.rest.lower()):
            return bool(re.search(sort, owners, re.IGNORECASE))
        told = [field.text for field in (action.text, action.asked) if field]
        return stems(self.rest) <= stems(" ".join((owners, *action.themes, *told)))


def actions_asked(text: str, records: Sequence[DocumentRecord]) -> ActionsAsked | None:
    """What a question for actions wants; None where it asks for anything else."""
    rules = load_data(RULES)
    said = " ".join(text.split()).strip(" ?.!")
    if not re.match(rules["opening"], said, re.IGNORECASE):
        return None
    places = _held(said, places_of(records))
    rest = _without(said, places)
    state, words = _state(rest)
    if not state:
        return None
    rest = _without(rest, [words])
    requested = bool(_held(rest, rules["requested"]))
    nouns = _held(rest, [*rules["nouns"], *rules["requested"]])
    words_left = (re.sub(r"[’']s?$", "", word) for word in _WORD.findall(_without(rest, nouns)))
    left = " ".join(word for word in words_left if word.lower() not in _fillers())
    if not nouns and not _may_stand_alone(state, words, rest, bool(places), left):
        return None
    return ActionsAsked(state, tuple(sorted(places)), left, requested)


def _may_stand_alone(state: str, words: str, rest: str, placed: bool, left: str) -> bool:
    """“What is overdue?” means actions; “What is outstanding in Halton?” may mean a grade."""
    rule: dict[str, Any] = load_data(RULES)["states"][state]
    if not rule.get("alone") or (left and not _is_body(left)):
        return False
    still = re.search(r"\bstill\b", rest, re.IGNORECASE)
    return bool(still) or not (placed and words.lower() in rule.get("unless_place", ()))


def _is_body(words: str) -> bool:
    """Whether words name a body and nothing else."""
    if words.lower() in load_data(ROUTING)["bodies"]:
        return True
    named = " ".join(agencies_in(words))
    return len(_WORD.findall(words)) <= len(_WORD.findall(named))


def _state(text: str) -> tuple[str, str]:
    """The state that the longest phrase in the text names, with its words; empty where none does."""
    phrases = [
        (phrase, name) for name, rule in load_data(RULES)["states"].items() for phrase in rule["words"]
    ]
    found = [(len(phrase), phrase, name) for phrase, name in phrases if _held(text, [phrase])]
    _, words, state = max(found, default=(0, "", ""))
    return state, words


def _held(text: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if re.search(_as_word(name), text, re.IGNORECASE)]


def _without(text: str, names: Iterable[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"{_as_word(name)}(?:['’]s?\b)?", " ", text, flags=re.IGNORECASE)
    return text


def _as_word(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"


@cache
def _fillers() -> frozenset[str]:
    return frozenset(load_data(RULES)["fillers"].split())
