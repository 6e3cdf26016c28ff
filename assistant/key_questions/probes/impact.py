"""Impact: before and after for children, and claims of impact that no figure or voice stands behind."""

from __future__ import annotations

from assistant.key_questions.finding import Finding
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import Match, matches
from assistant.key_questions.material import Material
from assistant.key_questions.points import points
from assistant.key_questions.probes.signals import finding_of, table_of, with_asks

SHOWN = 10


def probe(question: KeyQuestion, material: Material) -> Finding:
    """Statements on impact, and the bare claims among them as a table."""
    found = matches(question, material.now, material)
    finding = finding_of(question, material, found)
    bare = [match for match in found if _is_bare(match)]
    if bare:
        title, listed = "Claims of impact without evidence of it", points(bare, material)[:SHOWN]
        finding.tables.append(table_of(title, ("Claim", "Document"), listed, material))
    return with_asks(question, finding, material)


def _is_bare(match: Match) -> bool:
    said = match.said
    return match.side == "for" and said.basis == "self_report" and not (said.share or said.count)
