"""What the scrutineer rejected no longer counts: it is taken out before a question is weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.key_questions.finding import Finding, Point
from assistant.key_questions.material import Material
from assistant.key_questions.said import Said

if TYPE_CHECKING:
    from assistant.journal.judgements import Judgements


def accepted_material(question: str, material: Material, judged: Judgements) -> Material:
    """The material without the statements rejected for this question."""
    if not any(judgement.decision == "rejected" for judgement in judged.in_force):
        return material

    def kept(statements: Sequence[Said]) -> list[Said]:
        return [one for one in statements if not judged.rejects(question, one.piece)]

    return replace(
        material,
        now=kept(material.now),
        earlier=kept(material.earlier),
        elsewhere=kept(material.elsewhere),
    )


def accepted_finding(question: str, finding: Finding, judged: Judgements) -> Finding:
    """The finding without points that rest on rejected words, whatever way they were found."""

    def kept(points: Sequence[Point]) -> list[Point]:
        return [one for one in points if not any(judged.rejects(question, piece) for piece in one.slices)]

    return replace(
        finding,
        for_=kept(finding.for_),
        against=kept(finding.against),
        earlier=kept(finding.earlier),
        elsewhere=kept(finding.elsewhere),
    )
