"""Assemble: a finding → the ledger, every quotation numbered and read again from its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Challenge
from assistant.areas.subjects import core_name
from assistant.key_questions.finding import Finding, Point
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.judge import judge
from assistant.key_questions.ledger import Claim, Ledger, Table
from assistant.key_questions.material import Material
from assistant.key_questions.silences import not_counted
from assistant.slices import Citations, Sources


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
