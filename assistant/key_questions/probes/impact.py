"""Impact: before and after for children, and claims of impact that no figure or voice stands behind."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Gap
from assistant.key_questions.finding import Finding, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import Match, matches
from assistant.key_questions.material import Material
from assistant.key_questions.papers.told_back import ToldBack, not_told, told_back
from assistant.key_questions.period import dated
from assistant.key_questions.points import point_of, points
from assistant.key_questions.probes.signals import finding_of, table_of
from assistant.key_questions.quoted import WORDS, cut
from assistant.statements.movement import Movement, movement_of_row
from assistant.statements.said import Said

SHOWN = 10
MEASURES = 20
"""So many rows of figures over time are listed."""


def probe(question: KeyQuestion, material: Material) -> Finding:
    """Statements on impact, and the bare claims among them as a table."""
    told = list(told_back(material))
    found = matches(question, not_told(material, told), material)
    finding = finding_of(question, material, found)
    _add_told_back(told, finding, material)
    bare = [match for match in found if _is_bare(match)]
    if bare:
        title, listed = "Claims of impact without evidence of it", points(bare, material)[:SHOWN]
        finding.tables.append(table_of(title, ("Claim", "Document"), listed, material))
    if moved := _moved(material):
        finding.tables.append(moved)
    return finding


def _add_told_back(told: Sequence[ToldBack], finding: Finding, material: Material) -> None:
    """What "you said, we did" tells of the difference made: by figures, or that it is unknown."""
    if any(one.difference == "figures" for one in told):
        finding.silent = [gap for gap in finding.silent if not gap.what.startswith("A comparison")]
    for one in told:
        if one.difference == "figures" and one.said.text not in {point.text for point in finding.for_}:
            finding.for_.append(point_of(one.said, "told back", material))
        elif one.difference == "unknown":
            what = f"The difference that this made: “{cut(one.said.text.split(), WORDS)}”"
            finding.silent.append(Gap(what, material.record(one.said).source))


def _moved(material: Material) -> Tabled | None:
    """The rows of figures over time, the newest papers first, each with its target and how it went."""
    rows = [said for said in material.now if said.row and "compared_figures" in said.concepts]
    told = [(said, move) for said in rows if (move := movement_of_row(said.header, said.texts()))]
    told.sort(key=lambda one: dated(material.record(one[0])) or "", reverse=True)
    header = ("Measure", "From", "To", "Target", "Went", "Document")
    lines = ((_row(said, move, material), (said.piece,)) for said, move in told[:MEASURES])
    return Tabled.of("Measures with figures of two times and more", header, lines) if told else None


def _row(said: Said, move: Movement, material: Material) -> tuple[str, ...]:
    went = {1: "better", -1: "worse", 0: "changed" if move.way else "about the same"}[move.good]
    if move.short_of_target:
        went += ", short of the target"
    return (move.measure, move.first, move.last, move.target, went, material.record(said).title)


def _is_bare(match: Match) -> bool:
    said = match.said
    return match.side == "for" and said.basis == "self_report" and not (said.share or said.count)
