"""Actions asked for: which of a register's actions a question wants, by their state, place and owner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.actions.action import Action
from assistant.actions.reading import read_report
from assistant.actions.sift import owner_of
from assistant.actions.terms import terms_of
from assistant.actions.vocabulary import pattern, words_of
from assistant.areas.subjects import places_of
from assistant.forms import anything, forms_of, plain, put_as
from assistant.listing.action_filter import is_owner
from assistant.listing.actions_of_paper import PaperMeant, paper_meant, progress_asked
from assistant.listing.reckoning import Reckoning, names_topic, nothing_more, reckoning_of
from assistant.register.bodies import agencies_in
from assistant.understanding.plain_filters import plain_period
from assistant.words import stems
from ingest.phrases import alternatives
from ingest.records import DocumentRecord
from prompts import load_data

RULES = "vocabulary/actions-asked.yaml"
ROUTING = "evidence/routing.yaml"
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class ActionsAsked:
    """Which actions: in this `state` of the rules, of these places, and of whom or what the `rest` names.

    `requested`: recommendations alone; `form`: the question names an owner alone, or one thing; `counted`: it
    asks how many there are; `paper`: those that the papers so called set down or ask for, alone; `reckoning`:
    what these are to be reckoned for, and then those on a topic only where the question says so (`topical`),
    or those first set down in a `period`.
    """

    state: str
    places: tuple[str, ...]
    rest: str
    requested: bool
    form: Form | None = None
    counted: bool = False
    paper: PaperMeant | None = None
    reckoning: Reckoning | None = None
    topical: bool = False
    period: str = ""

    def holds(self, action: Action) -> bool:
        """Whether an action is in the state that is asked for."""
        rule = load_data(RULES)["states"][self.state]
        if action.status not in rule["status"] or (rule["timing"] and action.timing not in rule["timing"]):
            return False
        told = [field.text for field in action.progress]
        if rule.get("said"):
            states = [read_report(words, None).state for words in told]
            last = next((state for state in reversed(states) if state != "none"), "")
            return last == str(rule["said"])
        if rule.get("told"):
            return any(pattern("status", rule["told"]).search(words) for words in told)
        if rule.get("silent"):
            return action.origin == "request" and not action.progress
        return not (rule.get("unowned") and owner_of(action))

    @property
    def with_silent(self) -> bool:
        """Whether recommendations count that no plan and no report takes up."""
        asked = self.requested or self.paper is not None
        return asked and bool(load_data(RULES)["states"][self.state].get("with_silent"))

    def is_wanted(self, action: Action) -> bool:
        """Whether it is asked for as an action, or answers a recommendation where these are asked for."""
        return not self.requested or action.origin == "request" or action.asked is not None

    def is_about(self, action: Action) -> bool:
        """Whether an action is owned by, or tells of, what the question names."""
        if not self.rest or is_owner(self.rest, action):
            return True
        if self.reckoning and not self.topical:
            return False
        if load_data(ROUTING)["bodies"].get(self.rest.lower()):
            return False
        owners = " ".join((owner_of(action), *action.agencies))
        told = [field.text for field in (action.text, action.asked) if field]
        return stems(self.rest) <= stems(" ".join((owners, *action.themes, *told)))


def actions_asked(text: str, records: Sequence[DocumentRecord]) -> ActionsAsked | None:
    """What a question for actions wants; None where it asks for anything else."""
    rules = load_data(RULES)
    said = plain(text)
    if paper := progress_asked(said, records):
        return ActionsAsked("progress", (), "", requested=False, counted=True, paper=paper)
    if form := form_of(said):
        return ActionsAsked(form.state, (), form.words, requested=False, form=form)
    if re.match(rules["said_of"], said, re.IGNORECASE):
        return None
    reckoning = reckoning_of(said)
    if not reckoning and not re.match(rules["opening"], said, re.IGNORECASE):
        return None
    rest = reckoning.rest if reckoning else said
    paper = paper_meant(rest, records)
    rest = paper.rest if paper else rest
    places = _held(rest, places_of(records))
    rest = _without(rest, places)
    state, words = _state(rest)
    if reckoning and reckoning.how == "count" and state:
        reckoning = None
    requested = bool(_held(rest, rules["requested"]))
    # Some states are of recommendations alone, and some of none: a register of their own knows those.
    if not (state or reckoning) or (
        state and rules["states"][state].get("requested", requested) != requested
    ):
        return None
    rest = _without(rest, [words]) if words else rest
    rest, period = plain_period(rest, records) if reckoning and not state else (rest, "")
    nouns = _held(rest, [*rules["nouns"], *rules["requested"]])
    known = nothing_more() if reckoning else _fillers()
    words_left = (re.sub(r"[’']s?$", "", word) for word in _WORD.findall(_without(rest, nouns)))
    left = " ".join(word for word in words_left if word.lower() not in known)
    if reckoning:
        # How many recommendations there are the register of recommendations knows, whatever became of them.
        if not (nouns or reckoning.alone) or (requested and not state and reckoning.state == "progress"):
            return None
    elif not nouns and not _may_stand_alone(state, words, rest, bool(places), left):
        return None
    state = state or (reckoning.state if reckoning else "")
    counted = bool(re.match(r"how many\b", said, re.IGNORECASE))
    topical = names_topic(rest)
    return ActionsAsked(
        state, tuple(sorted(places)), left, requested, None, counted, paper, reckoning, topical, period
    )


def _may_stand_alone(state: str, words: str, rest: str, placed: bool, left: str) -> bool:
    """“What is overdue?” means actions; “What is outstanding in Halton?” may mean a grade."""
    rule: dict[str, Any] = load_data(RULES)["states"][state]
    if rule.get("named"):
        return bool(terms_of(left))
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


@dataclass(frozen=True, slots=True)
class Form:
    """What a question of one of these forms wants: actions in a `state`, an owner’s or of a thing.

    `people`: only where the owner is a person; `paper`: of this paper alone.
    """

    state: str
    words: str
    owner: bool
    people: bool = False
    paper: str = ""


def form_of(said: str) -> Form | None:
    """The form of a question without its mark; None for any other."""
    for forms, state, owner, people in _forms():
        if found := put_as(forms, said):
            paper = found.groupdict().get("paper") or ""
            return Form(state, found["words"].strip(), owner, people, paper)
    return None


@cache
def _forms() -> list[tuple[list[re.Pattern[str]], str, bool, bool]]:
    rules: dict[str, Any] = load_data(RULES)
    slots = {"owner": anything("words"), "what": anything("words")}
    slots["colour"] = f"(?P<words>{alternatives(words_of('status', 'colours'))})"
    owned = [
        (forms_of(rule["forms"], slots), state, True, bool(rule.get("people")))
        for state, rule in reversed(rules["owned"].items())
    ]
    others = (("coloured", rules["coloured"]), ("whether", rules["whether"]))
    return [*owned, *((forms_of(forms, slots), state, False, False) for state, forms in others)]
