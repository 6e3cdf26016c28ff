"""Proposals: what a sentence of minutes asks to be done with an action, and what the body made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.actions.vocabulary import pattern
from ingest.phrases import worded
from ingest.sentences import sentences

Act = Literal["reopening", "closing", "moving"]
_ACTS: tuple[Act, ...] = ("reopening", "closing", "moving")
_WORDS = "actions/promises.yaml"
_NEAR = 45
"""Within so many characters of the deed stands what it is done to: "action 4 be closed"."""

points_at_action = worded(_WORDS, r"\b{pointing}\s+{things}\b", literal=True)
"""What a body calls the action on which it decides: "the action", "these items"."""
_names_action = worded(_WORDS, r"\b{things|short_things}\b|\d[./]\d", literal=True)
_needs_no_object = worded(_WORDS, r"(?:^|[:;,]|\b(?:{before_closure}|\w+ed))\s*$", literal=True)
"""Before a noun that needs nothing behind it: "asked for closure", "closure was agreed"."""
kept_open = worded(
    _WORDS,
    r"(?<![\w-])(?:{status:not_closed}|{refuses}\s+{before_closing}\s+{closing}|{closures}\s+{refuses})(?![\w-])",
    literal=True,
)
"""That a body would not close an action, or leaves it open, whatever its owner says."""
_agrees = worded(_WORDS, r"\b{accepts}\s+(?:{before_agreed}\b|(?:the\s+)?$)", literal=True)
_answers = worded(
    _WORDS,
    r"\W*(?:the\s+)?(?:[\w’'-]+\s+){0,2}?(?:{before_answers}\s+)*"
    r"(?:(?P<refuses>{refuses})\b|{accepts}(?=\s*(?:[.,;:]|$|\b{behind_answers}\b)))",
    literal=True,
)
_answer_begins = worded(_WORDS, r"[,;:–—]\s|\s-\s|\b{begin_answers}\b", flags=re.NOFLAG, literal=True)
"""Where the answer may begin in the sentence of the proposal itself: "…, which was agreed"."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """`agreed` is None where no answer is given; `apart`: the answer is the next sentence."""

    act: Act
    agreed: bool | None
    apart: bool = False


def proposal_in(sentence: str, after: str, refs: tuple[str, ...]) -> Proposal | None:
    """The proposal or decision to reopen, close or move an action that a sentence tells; None for others.

    `after`: the sentence behind it; `refs`: the numbers of actions by which it speaks of one.
    """
    if not refs and not points_at_action().search(sentence):
        return None
    return next((told for act in _ACTS if (told := _proposal(act, sentence, after))), None)


def _proposal(act: Act, sentence: str, after: str) -> Proposal | None:
    """The proposal or decision to do this to an action."""
    deed = pattern("promises", act).search(sentence)
    if not deed:
        return None
    before, behind = sentence[: deed.start()].rpartition(";")[2], sentence[deed.end() :].partition(";")[0]
    noun = deed.group().lower().endswith(("ure", "ion"))
    alone = noun and _needs_no_object().search(before) and not behind.startswith(" of ")
    if not (alone or _names_action().search(_object_of(deed.group(), before, behind))):
        return None
    answers = (_decided(before), *(_answer(behind[cut.end() :]) for cut in _answer_begins().finditer(behind)))
    said = next((answer for answer in answers if answer is not None), None)
    if said is not None:
        return Proposal(act, said)
    asked = pattern("promises", "asks").search(before + behind if noun else before)
    return Proposal(act, _answer(after), apart=True) if asked else None


def _object_of(deed: str, before: str, behind: str) -> str:
    """The words in which stands what the deed is done to: before a passive, else behind."""
    return before[-_NEAR:] if deed.lower().endswith("ed") else behind[:_NEAR]


def first_proposal(text: str, refs: tuple[str, ...]) -> Proposal | None:
    """The first of a text of several sentences."""
    told = [text[slice(*span)] for span in sentences(text)]
    found = (proposal_in(one, after, refs) for one, after in zip(told, [*told[1:], ""], strict=True))
    return next(filter(None, found), None)


def _decided(before: str) -> bool | None:
    """What the words before the deed say that the body decided: "the executive agreed that action 4 be …"."""
    if pattern("promises", "refuses").search(before):
        return False
    return True if _agrees().search(before) else None


def _answer(text: str) -> bool | None:
    """What words that answer and say nothing else say: "Agreed.", "The executive did not agree."."""
    found = _answers().match(text)
    return None if not found else not found["refuses"]
