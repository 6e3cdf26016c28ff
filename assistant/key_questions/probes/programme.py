"""The programme: deep dive, repeat audits, balance of sources, and what reports hold."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Gap
from assistant.key_questions.finding import Finding, Line, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.papers.priorities import financial_years, year_of
from assistant.key_questions.period import dated
from assistant.key_questions.points import point_of
from assistant.key_questions.probes.signals import finding_of
from assistant.key_questions.silences import searched
from assistant.statements.said import Said
from prompts import load_data

RULES = "evidence/programme.yaml"


def probe(question: KeyQuestion, material: Material) -> Finding:
    """Each rule of the programme: a statement that it was kept, or a silence."""
    finding = finding_of(question, material, matches(question, material.now, material))
    years = int(question.settings.get("deep_dive_years", 3))
    dives = [said for said in _told(material, "deep_dive") if _within(said, years, material)]
    finding.for_ += [point_of(said, "kept", material) for said in dives[:2]]
    if not dives:
        finding.silent.append(Gap(f"A deep dive in the last {years} years", searched(material)))
    for year in financial_years(material.period):
        repeats = [said for said in _told(material, "repeat_audit") if year_of(material.record(said)) == year]
        finding.for_ += [point_of(said, "kept", material) for said in repeats[:1]]
        if not repeats:
            finding.silent.append(Gap(f"A repeat audit in {year}", searched(material)))
    sources = {name: list(_source(rule, material)) for name, rule in load_data(RULES)["sources"].items()}
    finding.silent += [
        Gap(f"Evidence from {name.lower()}", searched(material))
        for name, found in sources.items()
        if not found
    ]
    finding.tables = [_sources(sources), _contents(material), *finding.tables]
    return finding


def _told(material: Material, concept: str) -> list[Said]:
    found = [said for said in (*material.now, *material.earlier) if concept in said.concepts and said.is_told]
    return sorted(found, key=lambda said: (dated(material.record(said)) or "", said.piece), reverse=True)


def _within(said: Said, years: int, material: Material) -> bool:
    when = (dated(material.record(said)) or "")[:7]
    last = material.period.last
    return bool(when and last) and when >= f"{int(last[:4]) - years:04d}{last[4:]}"


def _source(rule: dict[str, list[str]], material: Material) -> Iterator[Said]:
    """The statements by which a source is there: by kind of document, by basis, by concept."""
    for said in material.now:
        kind = material.record(said).kind
        meant = kind in rule.get("kinds", ()) or not said.concepts.isdisjoint(rule.get("concepts", ()))
        if meant and (not rule.get("basis") or said.basis in rule["basis"]):
            yield said


def _sources(sources: dict[str, list[Said]]) -> Tabled:
    lines = (
        (
            (name, str(len({said.piece.document_id for said in found})), str(len(found))),
            tuple(said.piece for said in found[:2]),
        )
        for name, found in sources.items()
    )
    return Tabled.of("Balance of sources", ("Source", "Documents", "Statements"), lines)


def _contents(material: Material) -> Tabled:
    """What each report of the period holds of what the framework asks of a report."""
    wanted = load_data(RULES)["contents"]
    lines: list[Line] = []
    for record in material.documents_now:
        if record.kind in ("annual_report", "audit", "performance"):
            own = [said for said in material.now if said.piece.document_id == record.id]
            held = (
                "yes" if any(not said.concepts.isdisjoint(names) for said in own) else "no"
                for names in wanted.values()
            )
            lines.append(((record.title, *held), ()))
    return Tabled.of("What reports hold", ("Report", *wanted), lines)
