"""Assemble: a finding → the ledger with its verdict, each quotation numbered and read again."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from string import Template

from assistant.answer import Challenge
from assistant.areas.subjects import core_name
from assistant.in_words import filled, period_in_words
from assistant.key_questions.finding import Finding, Point
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.ledger import Claim, Ledger, Table, Verdict
from assistant.key_questions.material import Material
from assistant.key_questions.points import EVIDENCE
from assistant.key_questions.silences import not_counted
from assistant.slices import Citations, Sources
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


def assemble(question: KeyQuestion, finding: Finding, material: Material, sources: Sources) -> Ledger:
    """The ledger of one question; `sources` are shared by all that are made together."""
    citations = Citations(material.library, sources)
    verdict, reason = judge(question, finding, material)
    sides = [_claims(side, citations) for side in (finding.for_, finding.against)]
    tables = tuple(
        Table(
            table.title,
            table.header,
            table.rows,
            tuple(tuple(citations.number(piece) for piece in row) for row in table.slices),
        )
        for table in finding.tables
    )
    asks = tuple(
        Challenge(ask.text, tuple(citations.number(piece) for piece in ask.slices)) for ask in finding.asks
    )
    return Ledger(
        id=question.id,
        question=question.question,
        subject=material.subject.name,
        period=str(material.period),
        verdict=verdict,
        reason=reason,
        for_=sides[0],
        against=sides[1],
        earlier=_claims(finding.earlier, citations),
        elsewhere=_of_areas(finding.elsewhere, citations, material),
        silent=(*finding.silent, *not_counted(material)),
        challenges=asks,
        tables=tables,
        citations=citations.all(),
        as_of=material.as_of,
        library_version=material.library.version,
        weighed=len(material.documents_now),
    )


def _claims(points: Sequence[Point], citations: Citations) -> tuple[Claim, ...]:
    return tuple(
        Claim(point.text, point.basis, tuple(citations.number(piece) for piece in point.slices))
        for point in points
    )


def _of_areas(points: Sequence[Point], citations: Citations, material: Material) -> tuple[Claim, ...]:
    """Statements of other areas, each with its area's name."""
    subjects = [material.records[point.slices[0].document_id].subject or "" for point in points]
    return tuple(
        replace(claim, area=core_name(subject) or subject)
        for claim, subject in zip(_claims(points, citations), subjects, strict=True)
    )


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
