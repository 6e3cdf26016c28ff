"""Refuse, or not: a calibrated decision from several signals, with the reason in words.

A threshold on one retrieval score abstains no better than chance on real documents; so several signals are
weighed by a logistic function whose weights stand in `prompts/refusal.yaml` and are fitted by
`python -m eval refusal --fit` on question sets, half of which it never sees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.evidence import Evidence
from assistant.question import Question
from assistant.refusal.changing import asks_whether_changed, that_tell_change
from assistant.refusal.labelled import names_by_label
from assistant.refusal.lacking import lacking, parts_missing
from assistant.refusal.lost import named_share
from assistant.refusal.premise import unborne
from assistant.refusal.settling import settled
from assistant.refusal.signals import Signals, likelihood
from assistant.refusal.unspoken import kind_unspoken, topic_unspoken, unspoken
from assistant.retrieval.found import Found
from prompts import load_data

WIDE = 0.2
"""A difference of closeness from which one is far before the other."""

OFF_READ, NEAR_READ = -11.0, -7.0
"""Readings (logits) of passages on other matters, and of almost all that hold an answer, on dev halves."""

CLOSEST = 8
"""So many of the best sentences are asked whether they are like the question at all."""

ODDS = 4.0
"""Log-odds, for or against, that count as certain."""

TOUCHED = 0.5
"""Documents with a sentence that holds so much of the weight of what is asked about are on that matter."""

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
    rules = load_data("refusal.yaml")
    signals = measure(question, found, evidence, in_library)
    chance = likelihood(signals, rules["weights"])
    named = names_by_label(question, evidence[0])
    sure = named or signals.settled >= rules["sure"]
    refusal = None if sure else ruled_out(question, found, evidence, signals, in_library)
    if named or (not refusal and chance >= rules["threshold"]):
        parts = parts_missing(question, evidence, rules["looked_at"])
        return Decision(True, "", (*evidence[0].missing, *parts), chance)
    reason, names = refusal or _unlikely(question, found, evidence, signals)
    # What a rule refuses is no likelier than what is refused for its likelihood.
    return Decision(False, reason, names, min(chance, rules["threshold"]))


def ruled_out(
    question: Question,
    found: Sequence[Found],
    evidence: Sequence[Evidence],
    signals: Signals,
    in_library: Callable[[str], bool],
) -> tuple[str, tuple[str, ...]] | None:
    """The reason and what is missing where a plain rule refuses; None where none does."""
    rules, missing = load_data("refusal.yaml"), _missing(evidence)
    far = 0 < signals.dense < rules["far"] and not _told(question, evidence)
    far = far and not any(item.cross >= NEAR_READ for item in found if item.cross)
    far = far or not any(map(in_library, question.terms))
    if far or _other_words(question, evidence, rules["other_words"]):
        return _reason(question, evidence, signals, missing), missing
    fact = lacking(question, evidence, rules["looked_at"])
    if fact and fact not in rules["partly"]:
        return _reason(question, evidence, signals, missing) if missing else rules["lacking"][fact], missing
    if missing:
        return None
    if themes := topic_unspoken(question, found, evidence, in_library):
        return "theme_missing", themes
    if kinds := kind_unspoken(question, evidence, in_library):
        return "kind_missing", kinds
    return unborne(question, found, evidence[: rules["quoted"]])


def _unlikely(
    question: Question, found: Sequence[Found], evidence: Sequence[Evidence], signals: Signals
) -> tuple[str, tuple[str, ...]]:
    """The same where the signals speak against an answer."""
    missing = _missing(evidence)
    if not missing and (themes := unspoken(question, found)):
        return "theme_missing", themes
    return _reason(question, evidence, signals, missing), missing


def _missing(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """The names and years that are missing; none where a sentence meets all: they are in the documents."""
    return () if any(not item.missing for item in evidence) else evidence[0].missing


def _told(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Does the best sentence tell the change asked for? So few words ("Has demand risen?") are like none."""
    return asks_whether_changed(question.text) and bool(that_tell_change(question, evidence[:1]))


def _other_words(question: Question, evidence: Sequence[Evidence], least: float) -> bool:
    """Are even the closest sentences like the question in nothing but the names and years it holds?"""
    asked = [term for term in question.terms if term not in question.named]
    read = [item.own_closeness for item in evidence[:CLOSEST] if item.found.match is not None]
    return bool(asked and read) and max(read) < least


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
        present=1
        / (1 + sum(not in_library(thing) for thing in question.things) + len(unspoken(question, found))),
        open=float(not question.figure),
        read=_read(found),
        settled=_settled(evidence),
    )


def _read(found: Sequence[Found]) -> float:
    """The best reading's place between that of other matters and that of answers worded far from it."""
    best = max((item.cross for item in found if item.cross), default=NEAR_READ)
    return max(0.0, min(1.0, (best - OFF_READ) / (NEAR_READ - OFF_READ)))


def _settled(evidence: Sequence[Evidence]) -> float:
    odds = max(-ODDS, min(ODDS, settled(evidence) or 0.0))
    return 0.5 + odds / (2 * ODDS)


def _scope(evidence: Sequence[Evidence]) -> float:
    """Where the best sentence within what was asked for stands against the best outside it, 0 to 1."""
    inside = max((item.own_closeness for item in evidence if not item.missing), default=None)
    outside = max((item.own_closeness for item in evidence if item.missing), default=None)
    if inside is None:
        return 0.0
    return 1.0 if outside is None else 0.5 + min(WIDE, max(-WIDE, inside - outside)) / (2 * WIDE)


def _reason(
    question: Question, evidence: Sequence[Evidence], signals: Signals, missing: Sequence[str]
) -> str:
    rules, best = load_data("refusal.yaml"), evidence[0]
    touched = any(named_share(question, question.things, item) >= TOUCHED for item in evidence[:CLOSEST])
    if missing and all(any(name not in item.missing for item in evidence) for name in missing):
        return "not_together"
    if any(name in question.years for name in missing):
        return "other_year"
    if missing:
        return "other_place"
    if question.things and touched:
        return "fact_missing"
    if signals.dense < rules["topic"]:
        return "off_topic"
    return "fact_missing" if best.closeness >= rules["near"] else "nothing_near"
