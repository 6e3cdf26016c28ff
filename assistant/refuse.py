"""Refuse, or not: a calibrated decision from several signals, with the reason in words.

A threshold on one retrieval score abstains no better than chance on real documents; so several signals are
weighed by a logistic function whose weights stand in `prompts/refusal.yaml` and are fitted by
`python -m eval refusal --fit` on question sets, half of which it never sees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.count import counted_things, gives_count, names_any
from assistant.evidence import Evidence
from assistant.found import Found
from assistant.naming import asks_for_name, gives_name
from assistant.question import Question
from assistant.signals import Signals, likelihood
from prompts import load_data

WIDE = 0.2
"""A difference of closeness from which one is far before the other."""

NAMED = 3
"""In how many of the best sentences a name that is asked for has to stand."""

COUNTED = 5
"""In how many of the best sentences a count that is asked for may stand."""

UNSCOPED = 0.75
"""The signal `scope` of a question that names neither a place nor a year."""


@dataclass(frozen=True)
class Decision:
    """Whether to answer; if not, `reason` names an entry of `reasons` in `prompts/refusal.yaml`.

    `missing` are the names and years of the question that the best evidence does not hold.
    """

    answer: bool
    reason: str
    missing: tuple[str, ...]
    likelihood: float


def decide(
    question: Question,
    found: Sequence[Found],
    evidence: Sequence[Evidence],
    in_library: Callable[[str], bool],
) -> Decision:
    """Answer, or refuse with a reason; `in_library` tells whether a word stands in the library at all."""
    if not evidence:
        return Decision(False, "nothing_near", (), 0.0)
    best = evidence[0]
    # A name that another sentence meets is in the documents: a refusal must not say that it is not.
    missing = () if any(not item.missing for item in evidence) else best.missing
    rules = load_data("refusal.yaml")
    signals = measure(question, found, evidence, in_library)
    chance = likelihood(signals, rules["weights"])
    if 0 < signals.dense < rules["far"] or not any(map(in_library, question.terms)):
        return Decision(False, _reason(question, best, signals, rules, missing), missing, chance)
    if _lacks_figure(question, evidence, rules["figures"]) or _lacks_count(question, evidence):
        return Decision(False, "figure_missing", missing, chance)
    if _lacks_name(question, evidence):
        return Decision(False, "name_missing", missing, chance)
    if chance >= rules["threshold"]:
        return Decision(True, "", best.missing, chance)
    return Decision(False, _reason(question, best, signals, rules, missing), missing, chance)


def _lacks_figure(question: Question, evidence: Sequence[Evidence], figures: Mapping[str, int]) -> bool:
    """Is a sum or a share asked for, of which none of the first so many sentences gives any?

    Only for kinds of figure that show plainly in a text (£, %): a sentence without one cannot answer.
    """
    looked_at = figures.get(question.wanted or "", 0)
    return looked_at > 0 and not any(item.holds_wanted for item in evidence[:looked_at])


def _lacks_count(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Do the best sentences name what is to be counted, and none of them says how many?

    Where none names it the question may be worded far from the documents; that says nothing.
    """
    things = counted_things(question)
    named = any(names_any(item.quote, things) for item in evidence[:NAMED])
    return named and not any(gives_count(item.quote, things) for item in evidence[:COUNTED])


def _lacks_name(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Is a name asked for, of which none of the first sentences gives any?"""
    return asks_for_name(question.text) and not any(
        gives_name(item.quote, question) for item in evidence[:NAMED]
    )


def measure(
    question: Question,
    found: Sequence[Found],
    evidence: Sequence[Evidence],
    in_library: Callable[[str], bool],
) -> Signals:
    """The signals of a search's evidence, best first and not empty."""
    best = evidence[0]
    asked = len(question.names) + len(question.years)
    return Signals(
        dense=max(item.dense for item in found),
        known=1 - len(best.missing) / asked if asked else 1.0,
        scope=_scope(evidence) if asked else UNSCOPED,
        present=1 / (1 + sum(not in_library(thing) for thing in question.things)),
        open=float(not question.figure),
    )


def _scope(evidence: Sequence[Evidence]) -> float:
    """Where the best sentence within what was asked for stands against the best outside it, 0 to 1."""
    inside = max((item.own_closeness for item in evidence if not item.missing), default=None)
    outside = max((item.own_closeness for item in evidence if item.missing), default=None)
    if inside is None:
        return 0.0
    return 1.0 if outside is None else 0.5 + min(WIDE, max(-WIDE, inside - outside)) / (2 * WIDE)


def _reason(
    question: Question, best: Evidence, signals: Signals, rules: Mapping[str, float], missing: Sequence[str]
) -> str:
    if any(name in question.years for name in missing):
        return "other_year"
    if missing:
        return "other_place"
    if signals.dense < rules["topic"]:
        return "off_topic"
    return "fact_missing" if best.closeness >= rules["near"] else "nothing_near"
