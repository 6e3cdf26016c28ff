"""Measures: figures sorted into quantity, quality and outcome; documents with activity and no outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from assistant.answer import Gap
from assistant.in_words import filled
from assistant.key_questions.finding import Finding, Line, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.points import point_of
from assistant.key_questions.probes.signals import finding_of
from assistant.key_questions.silences import listed
from assistant.statements.movement import BETTER, WORSE
from assistant.statements.said import Said

KINDS = ("quantity", "quality", "outcome")
ROWS = 3
"""A table of measures with so many rows is a data set."""

SHOWN = 20
"""So many figures of a kind are cited, those of performance papers first."""


def probe(question: KeyQuestion, material: Material) -> Finding:
    """What is said of measures, and all figures of the period by kind."""
    finding = finding_of(question, material, matches(question, material.now, material))
    sorted_ = _by_kind(material)
    outcomes = [point_of(said, "outcome", material) for said in sorted_["outcome"]][:4]
    finding.for_ += [point for point in outcomes if point.text not in {one.text for one in finding.for_}]
    if _holds_data_set(material):
        papers = question.settings.get("papers", {})
        finding.silent = [gap for gap in finding.silent if gap.what not in papers]
    if outcomes:
        finding.silent = [gap for gap in finding.silent if "outcome" not in gap.what]
    without = _documents(sorted_, material, question)
    finding.silent += _without_outcome(without, material)
    finding.tables = [_counted(sorted_), without, *finding.tables]
    finding.tables = [table for table in finding.tables if table.rows]
    return finding


def _holds_data_set(material: Material) -> bool:
    """Is there a table of measures with figures of several times in a paper of whatever kind?"""
    rows = [said for said in material.now if said.row and "measures_word" in said.under]
    return sum("compared_figures" in said.concepts for said in rows) >= ROWS


def _reported(said: Said, material: Material) -> bool:
    """Is it a figure that the partnership has? An inspector's own count shows nothing of what it measures."""
    return said.basis == "data" and material.record(said).kind != "inspection"


def kind_of(said: Said) -> str:
    """What a figure measures; "" where the statement is none. A table that names the kind decides itself."""
    for name, cell in said.columns().items() if said.row else ():
        if name in ("kind", "type", "type of measure", "kind of measure") and cell.lower() in KINDS:
            return cell.lower()
    if said.basis not in ("data", "self_report", "independent_finding"):
        return ""
    held = said.concepts
    counted = said.count or (said.row and "compared_figures" in held)
    if "child_better" in held and "only_asked" not in held and (said.share or counted or "compared" in held):
        return "outcome"
    if said.basis == "data" and not held.isdisjoint((BETTER, WORSE)) and said.share and not said.row:
        return "quality"
    if "how_well" in held and (said.share or counted or "changed_figure" in held):
        return "quality"
    return "quantity" if said.basis == "data" and counted and "how_many" in held else ""


def _by_kind(material: Material) -> Mapping[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    ordered = sorted(
        material.now, key=lambda said: (material.record(said).kind != "performance", _bare(said))
    )
    for said in ordered:
        kind = kind_of(said)
        # What a case review counts is what happened in the case.
        story = kind == "quantity" and material.record(said).kind == "review"
        if kind and not story and (kind != "outcome" or _reported(said, material)):
            found[kind].append(said)
    return found


def _bare(said: Said) -> bool:
    """Is it a row of little else than figures? A comment on a figure goes before it."""
    return said.row and sum(character.isalpha() for character in said.cell(len(said.cells) - 1)) < 20


def _counted(sorted_: Mapping[str, Sequence[Said]]) -> Tabled:
    lines: list[Line] = []
    for kind in KINDS:
        found = sorted_.get(kind, ())
        lines.append(((kind, str(len(found))), tuple(said.piece for said in found[:SHOWN])))
    return Tabled.of("Figures reported in the period, by kind", ("Kind", "Statements"), lines)


def _documents(sorted_: Mapping[str, Sequence[Said]], material: Material, question: KeyQuestion) -> Tabled:
    """Documents that count activity and name no outcome, of the kinds that the question's `reports` names:
    nobody looks for outcomes in an e-mail.
    """
    lines: list[Line] = []
    kinds = question.settings.get("reports")
    for record in material.documents_now:
        if kinds and record.kind not in kinds:
            continue
        own = {kind: [s for s in sorted_.get(kind, ()) if s.piece.document_id == record.id] for kind in KINDS}
        if own["quantity"] and not own["outcome"]:
            cells = (record.title, str(len(own["quantity"])), str(len(own["quality"])), "0")
            lines.append((cells, (own["quantity"][0].piece,)))
    header = ("Document", "Quantity", "Quality", "Outcome")
    return Tabled.of("Documents that report activity and no outcome", header, lines)


def _without_outcome(documents: Tabled, material: Material) -> list[Gap]:
    """The outcome that the papers lack which report activity alone; they are named as they were searched."""
    papers = [material.records[pieces[0].document_id] for pieces in documents.slices]
    what = filled(
        "An outcome in [the one paper that counts|the $count papers that count] activity alone",
        count=len(papers),
    )
    return [Gap(what, listed(papers))] if papers else []
