"""Refuse, or not: a calibrated decision from several signals, with the reason in words.

A threshold on one retrieval score abstains no better than chance on real documents; so several signals are
weighed by a logistic function whose weights stand in `prompts/refusal.yaml` and are fitted by
`python -m eval refusal --fit` on question sets, half of which it never sees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.evidence import Evidence
from assistant.found import Found
from assistant.question import Question
from assistant.signals import Signals, likelihood
from assistant.unmet import unmet
from ingest.library import DocumentRecord
from prompts import load_data

LOOKED_AT = 5
"""How many of the best sentences are looked at for a figure."""


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
    records: Mapping[str, DocumentRecord],
    in_library: Callable[[str], bool],
) -> Decision:
    """Answer, or refuse with a reason; `in_library` tells whether a word stands in the library at all."""
    if not evidence:
        return Decision(False, "nothing_near", (), 0.0)
    best = evidence[0]
    record = records[best.found.passage.document_id]
    missing = unmet(question, best.found, record)
    rules = load_data("refusal.yaml")
    signals = measure(question, found, evidence, missing, in_library)
    chance = likelihood(signals, rules["weights"])
    if _lacks_figure(question, evidence, rules["figures"]):
        return Decision(False, "figure_missing", missing, chance)
    if chance >= rules["threshold"]:
        return Decision(True, "", missing, chance)
    return Decision(False, _reason(question, best, missing, rules), missing, chance)


def _lacks_figure(question: Question, evidence: Sequence[Evidence], figures: Sequence[str]) -> bool:
    """Is a sum or a share asked for, of which none of the best sentences holds any?

    Only for kinds of figure that show plainly in a text (£, %): a sentence without one cannot answer.
    """
    return question.wanted in figures and not any(item.holds_wanted for item in evidence[:LOOKED_AT])


def measure(
    question: Question,
    found: Sequence[Found],
    evidence: Sequence[Evidence],
    missing: Sequence[str],
    in_library: Callable[[str], bool],
) -> Signals:
    """The signals of a search's evidence, best first and not empty."""
    best = evidence[0]
    home = best.found.passage.document_id
    sources = [item.found.passage.document_id for item in evidence[:10]]
    asked = len(question.names) + len(question.years)
    lates = [item.match.score() for item in found if item.match]
    return Signals(
        late=max(lates, default=best.coverage),
        closeness=best.closeness,
        weakest=best.weakest,
        coverage=best.coverage,
        dense=max(item.dense for item in found),
        wanted=float(best.holds_wanted),
        known=1 - len(missing) / asked if asked else 1.0,
        vocabulary=sum(map(in_library, question.terms)) / len(question.terms) if question.terms else 0.0,
        focus=sources.count(home) / len(sources),
    )


def _reason(question: Question, best: Evidence, missing: Sequence[str], rules: Mapping[str, float]) -> str:
    if any(name in question.years for name in missing):
        return "other_year"
    if missing:
        return "other_place"
    return "fact_missing" if best.closeness >= rules["near"] else "nothing_near"
