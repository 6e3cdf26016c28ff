"""The general probe: evidence by the question's signals alone. Other probes begin with what it finds."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.key_questions.asks import asks_of
from assistant.key_questions.finding import Finding, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import Match, matches
from assistant.key_questions.material import Material
from assistant.key_questions.points import ASIDE, best, points
from assistant.key_questions.silences import silences

PROMISED = 5
"""So many promises are listed."""


def probe(question: KeyQuestion, material: Material) -> Finding:
    """Statements for and against, promises, silences and challenges of one question."""
    found = matches(question, material.now, material)
    finding = finding_of(question, material, found)
    finding.asks += asks_of(question, finding, material)
    return finding


def finding_of(question: KeyQuestion, material: Material, found: Sequence[Match]) -> Finding:
    """The finding from matches inside the period, without challenges."""
    return Finding(
        for_=best(points([match for match in found if match.side == "for"], material)),
        against=best(points([match for match in found if match.side == "against"], material)),
        earlier=_aside(question, material, material.earlier),
        elsewhere=_aside(question, material, material.elsewhere),
        silent=silences(question, found, material),
        tables=_promised(found, material),
    )


def _aside(question: KeyQuestion, material: Material, statements: Sequence[object]) -> list:  # type: ignore[type-arg]
    """The best of what does not count, good and bad together."""
    found = matches(question, statements, material)  # type: ignore[arg-type]
    return best(points([match for match in found if match.side != "promised"], material), ASIDE, 2)


def _promised(found: Sequence[Match], material: Material) -> list[Tabled]:
    promised = best(points([match for match in found if match.side == "promised"], material), PROMISED, 3)
    if not promised:
        return []
    rows = tuple((point.text, material.records[point.slices[0].document_id].title) for point in promised)
    return [
        Tabled(
            "Promised, not yet shown", ("What is promised", "Where"), rows, tuple(p.slices for p in promised)
        )
    ]
