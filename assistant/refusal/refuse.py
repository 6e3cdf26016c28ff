"""Refuse, or not: a calibrated decision from several signals, with the reason in words.

A threshold on one retrieval score abstains no better than chance on real documents; so several signals are
weighed by a logistic function whose weights stand in `prompts/refusal.yaml` and are fitted by
`python -m eval refusal --fit` on question sets, half of which it never sees. Before it come plain rules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.asked.cells import row_gives_figure
from assistant.asked.labelled import names_by_label
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.refusal.case import Case
from assistant.refusal.lacking import explain, parts_missing
from assistant.refusal.rules import Refusal, Rule, no_event, ruled_out
from assistant.refusal.signals import likelihood
from assistant.refusal.unspoken import unspoken
from assistant.retrieval.found import Found
from assistant.understanding.content_words import content_words
from assistant.words import stems
from ingest.phrases import worded
from prompts import load_data

_about = worded("vocabulary/facts.yaml", r"\b(?:{premise.about}|of|on)\b")


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
    case, rules = Case(question, found, evidence, in_library), load_data("refusal.yaml")
    chance = likelihood(case.signals, rules["weights"])
    refusal = next(filter(None, (rule(case) for rule in that_may_refuse(case))), None)
    if refusal is None:
        parts = parts_missing(question, evidence, rules["looked_at"])
        if speaks_of_it(question, evidence[0]):
            chance = max(chance, rules["sure"])
        return Decision(True, "", (*evidence[0].missing, *parts), chance)
    # What a rule refuses is no likelier than what is refused for its likelihood.
    return Decision(False, *refusal, min(chance, rules["threshold"]))


def that_may_refuse(case: Case) -> tuple[Rule, ...]:
    """The plain rules and then the likelihood, but where the evidence overrules them; the only place it does.

    A labelled line that names who is asked for ("Present: …") is an answer whatever else is said: nothing may
    refuse. So is the row of a table called as what a figure is asked of, but where nobody tells of the event
    asked about. Where all that is said of a matter is asked for, a sentence that names the matter says some.
    """
    first = case.evidence[0]
    if names_by_label(case.question, first):
        return ()
    if speaks_of_it(case.question, first):
        return (no_event, ruled_out)
    return (no_event,) if row_gives_figure(case.question, first) else (no_event, ruled_out, unlikely)


def speaks_of_it(question: Question, item: Evidence) -> bool:
    """Is all that is said of a matter asked for, and does the sentence name the matter?"""
    matter = stems(" ".join(content_words(_about().split(question.text)[-1])))
    return question.broad and not item.missing and bool(matter) and matter <= stems(item.quote)


def unlikely(case: Case) -> Refusal | None:
    """The signals speak against an answer."""
    rules = load_data("refusal.yaml")
    if likelihood(case.signals, rules["weights"]) >= rules["threshold"]:
        return None
    if not case.missing and (themes := unspoken(case.question, case.found)):
        return "theme_missing", themes
    return explain(case), case.missing
