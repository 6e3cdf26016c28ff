"""Judge: a finding → verdict and reason, by the written rules of `prompts/evidence/verdicts.yaml`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from string import Template

from assistant.in_words import filled, period_in_words
from assistant.key_questions.finding import Finding, Point
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.ledger import Verdict
from assistant.key_questions.material import Material
from assistant.key_questions.points import EVIDENCE
from prompts import load_data

RULES = "evidence/verdicts.yaml"
NEEDED = 2
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "=": operator.eq,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}
_CONDITION = re.compile(r"(\w+) (=|>=|>|<=|<) (\d+)")


def judge(question: KeyQuestion, finding: Finding, material: Material) -> tuple[Verdict, str]:
    """The verdict and the sentence that says why."""
    if finding.cannot_judge:
        return "cannot_judge", finding.cannot_judge
    facts = _facts(question, finding, material)
    words = {name: str(number) for name, number in facts.items()} | {
        "subject": material.subject.name or "the partnership",
        "period": period_in_words(str(material.period)) or "the period",
    }
    for rule in load_data(RULES):
        if all(_holds(Template(condition).substitute(words), facts) for condition in rule["when"]):
            verdict: Verdict = rule["verdict"]
            return verdict, filled(rule["reason"], **words)
    raise AssertionError("the last rule has no condition")


def _facts(question: KeyQuestion, finding: Finding, material: Material) -> dict[str, int]:
    against = _sources(finding.against)
    own = [point for point in finding.against if point.basis not in EVIDENCE]
    return {
        "for_sources": len(_sources(finding.for_)),
        "against_sources": len(against),
        "against_all": len(against | {point.source for point in own}),
        "for_statements": _statements(finding.for_),
        "against_statements": len(finding.against),
        "three_times_for": 3 * _statements(finding.for_),
        "claims": sum(point.basis not in EVIDENCE for point in finding.for_),
        "admissions": len(own),
        "silences": len(finding.silent),
        "tabled": sum(bool(slices) for table in finding.tables for slices in table.slices),
        "documents": len(material.documents_now),
        "needed": int(question.settings.get("needed", NEEDED)),
    }


def _sources(points: Sequence[Point]) -> set[str]:
    return {point.source for point in points if point.basis in EVIDENCE}


def _statements(points: Sequence[Point]) -> int:
    return sum(point.basis in EVIDENCE for point in points)


def _holds(condition: str, facts: dict[str, int]) -> bool:
    found = _CONDITION.fullmatch(condition)
    assert found, f"{RULES}: {condition!r} is no condition"
    return _COMPARE[found.group(2)](facts[found.group(1)], int(found.group(3)))
