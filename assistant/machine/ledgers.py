"""Ledgers → the JSON of the machine interface, described by `schemas/questions.schema.json`."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.key_questions.ledger import Claim, Ledger, Table
from assistant.key_questions.papers.case_study import PARTS, CaseStudy
from assistant.machine.answers import citation_object, cited_object, gap_object
from assistant.machine.text import Json


def ledger_object(ledger: Ledger) -> Json:
    """A ledger as the machine interface gives it."""
    return {
        "id": ledger.id,
        "question": ledger.question,
        "subject": ledger.subject,
        "period": ledger.period,
        "verdict": ledger.verdict,
        "reason": ledger.reason,
        "for": _claims(ledger, ledger.for_),
        "against": _claims(ledger, ledger.against),
        "earlier": _claims(ledger, ledger.earlier),
        "elsewhere": _claims(ledger, ledger.elsewhere),
        "silent": [gap_object(gap) for gap in ledger.silent],
        "challenges": [cited_object(one) for one in ledger.challenges],
        "tables": [_table_object(table) for table in ledger.tables],
        "citations": [citation_object(citation) for citation in ledger.citations],
        "as_of": ledger.as_of,
        "library_version": ledger.library_version,
    }


def _claims(ledger: Ledger, side: Sequence[Claim]) -> list[Json]:
    return [
        {
            "number": ledger.number_of(claim),
            "text": claim.text,
            "basis": claim.basis,
            "citations": list(claim.citations),
        }
        for claim in side
    ]


def _table_object(table: Table) -> Json:
    return {
        "title": table.title,
        "header": list(table.header),
        "rows": [
            {"cells": list(cells), "citations": list(numbers)}
            for cells, numbers in zip(table.rows, table.citations, strict=True)
        ],
    }


def case_object(study: CaseStudy) -> Json:
    """A case study as the machine interface gives it."""
    return {
        "document": study.document,
        "title": study.title,
        "area": study.area,
        **{part: [cited_object(one) for one in getattr(study, part)] for part in PARTS},
        "missing": [gap_object(gap) for gap in study.missing],
        "citations": [citation_object(citation) for citation in study.citations],
    }
