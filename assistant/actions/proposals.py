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
_ACTION = re.compile(r"\b(?:the|this|that|both|these|those)\s+(?:actions?|recommendations?|items?)\b", re.I)
_NAMED = re.compile(r"\b(?:it|they|actions?|recommendations?|recs?|items?|minutes?)\b|\d[./]\d", re.I)
_PASSIVE, _NOUN = re.compile(r"ed$", re.I), re.compile(r"(?:ure|ion)$", re.I)
_ALONE = re.compile(r"(?:^|[:;,]|\b(?:for|its|an|\w+ed))\s*$", re.I)
"""Before a noun that needs nothing behind it: "asked for closure", "closure was agreed"."""
_NEAR = 45
"""Within so many characters of the deed stands what it is done to: "action 4 be closed"."""
_TAIL = re.compile(r"[,;:–—]\s|\s-\s|\b(?:and|but|which)\b")
"""Where the answer may begin in the sentence of the proposal itself: "…, which was agreed"."""
_agrees = worded("actions/promises.yaml", r"\b{accepts}\s+(?:(?:that|to)\b|(?:the\s+)?$)", literal=True)
_answers = worded(
    "actions/promises.yaml",
    r"\W*(?:the\s+)?(?:[\w’'-]+\s+){0,2}?"
    r"(?:(?:was|were|is|has|have|been|all|then|so|also|unanimously|formally)\s+)*(?:(?P<refuses>{refuses})\b|{accepts}"
    r"(?=\s*(?:[.,;:]|$|\b(?:by|unanimously|with|subject|on|to\s+(?:this|it|the\s+(?:request|proposal)))\b)))",
    literal=True,
)


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
    if not refs and not _ACTION.search(sentence):
        return None
    for act in _ACTS:
        if found := pattern("promises", act).search(sentence):
            start, end = found.span()
            before, behind = sentence[:start].rpartition(";")[2], sentence[end:].partition(";")[0]
            passive, noun = (bool(form.search(found.group())) for form in (_PASSIVE, _NOUN))
            alone = noun and _ALONE.search(before) and not behind.startswith(" of ")
            if not (alone or _NAMED.search(before[-_NEAR:] if passive else behind[:_NEAR])):
                continue
            said = _decided(before)
            for tail in (behind[cut.end() :] for cut in _TAIL.finditer(behind)):
                said = _answer(tail) if said is None else said
            if said is None and not pattern("promises", "asks").search(before + behind if noun else before):
                continue
            return Proposal(act, said) if said is not None else Proposal(act, _answer(after), apart=True)
    return None


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
