"""Both sides: what papers say well of a matter and what ill, told by the words that praise and blame.

They are those by which ledgers weigh; no verdict is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from assistant.answer import Answer, Gap, Statement
from assistant.asked.changing import is_series
from assistant.asked.judging import tone_of
from assistant.asked.planned import wishes
from assistant.composition.choose import joined
from assistant.composition.cite import Citer
from assistant.composition.proposition import Side, side_of
from assistant.composition.whole import whole
from assistant.evidence import Evidence
from assistant.forms import anything, forms_of, one_of, plain, put_as
from assistant.in_words import day_in_words, filled
from assistant.question import Question
from assistant.sentences.faults import list_of_faults
from assistant.words import any_stands, stems
from ingest.draft import CELL_JOINER
from ingest.phrases import worded
from prompts import load_data

SHOWN = 5
"""So many statements of a side."""

NEAR = 0.6
"""A sentence is looked at whose closeness is this share of the closest's."""

SIDES: tuple[Side, Side] = ("for", "against")
_TONES: dict[int, Side] = {1: "for", -1: "against", 0: ""}

_RULES = "vocabulary/both-sides.yaml"
_asks_only = worded(_RULES, "{asks_only}")


def matter_asked(text: str) -> str:
    """The matter of which both sides are wanted; "" where the text asks for anything else."""
    return _asked(text)[0]


def side_asked(text: str) -> Side:
    """The side of it that is asked for, which stands first; "" for both alike."""
    return _asked(text)[1]


def _asked(text: str) -> tuple[str, Side]:
    found = ((hit["topic"], side) for side, forms in _forms() if (hit := put_as(forms, plain(text))))
    return next(found, ("", ""))


def put_for(topic: str) -> str:
    """The question whose sentences are told apart by side."""
    return filled(_rules()["put"], topic=topic)


def with_sides(
    answer: Answer,
    topic: str,
    question: Question,
    evidence: Sequence[Evidence],
    citer: Citer,
    searched: int,
    first: Side = "for",
) -> Answer:
    """The answer to the question for all that is said, with both sides in place of its statements.

    The side `first` stands first. As it is where it has none, or no words take a side. So many documents
    were `searched`.
    """
    order = SIDES[::-1] if first == "against" else SIDES
    held = {side: _on_side(question, evidence, side) for side in order}
    if not answer.statements or not any(held.values()):
        return answer
    rules = _rules()
    chosen = [(side, item) for side, items in held.items() for item in _in_full(items, citer)[:SHOWN]]
    citations = tuple(citer.cite(n, item) for n, (_, item) in enumerate(chosen, 1))
    heads = [
        filled(rules["heads"][side], when=day_in_words(item.published) or rules["undated"])
        for side, item in chosen
    ]
    statements = tuple(
        Statement(f"{head}: “{one.quote}”", (one.n,)) for head, one in zip(heads, citations, strict=True)
    )
    where = filled(load_data("answer.yaml")["where"]["searched"], documents=searched)
    missing = (filled(rules["one_side"][side], topic=topic) for side, items in held.items() if not items)
    return replace(
        answer,
        verdict=filled(
            rules["verdict"],
            topic=topic,
            shown=SHOWN,
            **{f"{side}_": len(items) for side, items in held.items()},
        ),
        statements=statements,
        citations=citations,
        gaps=(*answer.gaps, *(Gap(one, where) for one in missing)),
    )


def _in_full(items: Sequence[Evidence], citer: Citer) -> list[Evidence]:
    """Each with what it needs to be understood, those that then overlap as one."""
    return joined(
        [whole(item, citer.text_of(item.found.passage.document_id)) for item in items], citer.text_of
    )


def _on_side(question: Question, evidence: Sequence[Evidence], side: Side) -> list[Evidence]:
    """The sentences that name the matter and take the side, the newest paper's first."""
    least = NEAR * max((item.closeness for item in evidence), default=0.0)
    found = [
        item
        for item in evidence
        if item.closeness >= least and not item.missing and not wishes(item.quote)
        if not is_series(item.quote) and not _asks_only().search(item.quote)
        if _names(question, item) and _side(question, item) == side
    ]
    return sorted(found, key=lambda item: item.published or "", reverse=True)


def _side(question: Question, item: Evidence) -> Side:
    """The side that a sentence, or the row of a table, takes; a point of a list of faults is one.

    One that takes both ("regular, but not reflective") has a fault to tell.
    """
    if list_of_faults(item.found.passage, item.start):
        return "against"
    side = _TONES[tone_of(item.quote)] if CELL_JOINER in item.quote else side_of(question, item.quote)
    return "against" if side == "both" else side


def _names(question: Question, item: Evidence) -> bool:
    """Does the sentence itself name all of the matter?"""
    held = stems(item.quote)
    names = (name for name in question.names if name not in question.subjects)
    things = question.things or (*names, *question.terms)
    return all(any_stands(question.names_of(thing), held) for thing in things)


@cache
def _forms() -> list[tuple[Side, list[re.Pattern[str]]]]:
    rules = _rules()
    topic = f"(?:{one_of(rules['before'])} )*{anything('topic')}(?: {one_of(rules['behind'])})*"
    slots = {"topic": topic, "claims": rules["claims"], "against": rules["against"]}
    sides: list[tuple[Side, list[str]]] = [("", rules["asks"])]
    sides += [(side, rules["first"][side]) for side in SIDES]
    return [(side, forms_of(forms, slots)) for side, forms in sides]


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = load_data(_RULES)
    return rules
