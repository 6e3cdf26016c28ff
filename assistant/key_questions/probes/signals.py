"""The general probe: evidence by the question's signals alone. Other probes begin with what it finds."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.key_questions.finding import Finding, Point, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import Match, matches
from assistant.key_questions.material import Material
from assistant.key_questions.points import ASIDE, OF_ONE, SHOWN, apart, best, merged, points, within
from assistant.key_questions.silences import silences
from assistant.statements.said import Said

ELSEWHERE = 5
"""So much of other areas is shown beside."""

PROMISED = 5
"""So many promises are listed."""


def probe(question: KeyQuestion, material: Material) -> Finding:
    """Statements for and against, promises and silences of one question."""
    return finding_of(question, material, matches(question, material.now, material))


def finding_of(question: KeyQuestion, material: Material, found: Sequence[Match]) -> Finding:
    """The finding from matches inside the period, without challenges."""
    praise = side(question, material, [match for match in found if match.side == "for"])
    blame = side(question, material, [match for match in found if match.side == "against"])
    return Finding(
        for_=apart(praise, blame),
        against=apart(blame, praise),
        earlier=aside(question, material, material.earlier),
        elsewhere=aside(question, material, material.elsewhere)[:ELSEWHERE],
        silent=silences(question, found, material),
        tables=_promised(found, material),
    )


def side(question: KeyQuestion, material: Material, found: Sequence[Match]) -> list[Point]:
    """The best statements of one side; the question's settings `shown` and `of_one` say how many."""
    shown = int(question.settings.get("shown", SHOWN))
    bounds = {signal.name: signal.most for signal in question.signals if signal.most}
    return best(
        within(merged(points(found, material)), bounds), shown, int(question.settings.get("of_one", OF_ONE))
    )


def aside(question: KeyQuestion, material: Material, statements: Sequence[Said]) -> list[Point]:
    """The best of what does not count, good and bad together."""
    found = matches(question, statements, material)
    return best(points([match for match in found if match.side != "promised"], material), ASIDE, 3)


def _promised(found: Sequence[Match], material: Material) -> list[Tabled]:
    promised = best(points([match for match in found if match.side == "promised"], material), PROMISED, 3)
    if not promised:
        return []
    return [table_of("Promised, not yet shown", ("What is promised", "Where"), promised, material)]


def table_of(title: str, header: tuple[str, str], listed: Sequence[Point], material: Material) -> Tabled:
    """A table of statements, each beside the title of its document."""
    titles = (material.records[point.slices[0].document_id].title for point in listed)
    lines = (((point.text, name), point.slices) for point, name in zip(listed, titles, strict=True))
    return Tabled.of(title, header, lines)
