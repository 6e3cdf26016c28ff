"""Priorities: the year's list against the audits that were done, as a matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Gap
from assistant.in_words import short_title
from assistant.key_questions.finding import Ask, Finding, Line, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.papers.audited import AUDIT, Audited, audited, denies, known_by
from assistant.key_questions.papers.priorities import Priority, covers, financial_years, priorities_in
from assistant.key_questions.points import point_of
from assistant.key_questions.probes.signals import finding_of
from assistant.key_questions.quoted import quotation
from assistant.key_questions.silences import listed
from assistant.slices import Slice
from assistant.statements.said import Said
from assistant.words import stems


def probe(question: KeyQuestion, material: Material) -> Finding:
    """The matrix of priorities and audits; without a list of priorities nothing can be judged."""
    finding = finding_of(question, material, matches(question, material.now, material))
    known = {point.text for point in (*finding.for_, *finding.against)}
    admitted = (said for said in _admitted(material) if said.text not in known)
    finding.against += [point_of(said, "directed", material) for said in admitted]
    matrix = audited(_priorities(material), material)
    if not matrix:
        finding.cannot_judge = f"{_no_list(material)}: what audits were to be aimed at is not known."
        finding.silent = [Gap(_no_list(material), listed(material.documents_now)), *finding.silent]
        return finding
    _add(finding, matrix, material)
    finding.tables = [_table(matrix, material), *finding.tables]
    missing = [one for one in matrix if not one.yes]
    finding.silent = [*_unaudited(missing, material), *finding.silent]
    finding.asks += [
        Ask(_asked(one, material), (one.priority.piece, *(said.piece for said in _told(one)[:1])))
        for one in missing[:3]
    ]
    return finding


def _told(one: Audited) -> tuple[Said, ...]:
    """What is told of an audit of it: that there was none, that it was put off, that there was one."""
    return (*one.no, *((one.put_off,) if one.put_off else ()), *one.spoken)


def _asked(one: Audited, material: Material) -> str:
    was = f"“{one.priority.name}” was a priority of {one.priority.year}"
    if not one.spoken or one.no:
        return f"{was}, and no audit of it is in the library. Was there one, or when will there be?"
    if one.put_off:
        told = quotation(point_of(one.put_off, "directed", material), material.record(one.put_off))
        return f"{was}. {told}. When will it be done, and what was done meanwhile?"
    paper = short_title(material.record(one.spoken[0]).title)
    return (
        f"{was}. “{paper}” speaks of an audit of it, and its report is not in the library. What did it find?"
    )


def _priorities(material: Material) -> list[Priority]:
    """Those of the years that the period touches, each once a year; a business plan goes before reports."""
    wanted = set(financial_years(material.period))
    order = {"action_plan": 0, "framework": 1, "annual_report": 2}
    records = sorted(material.own_documents, key=lambda record: (order.get(record.kind, 3), record.source))
    found: dict[tuple[frozenset[str], str], Priority] = {}
    for record in records:
        if record.kind in order:
            for one in priorities_in(material.library.document(record.id), record):
                if any(covers(one.year, year) for year in wanted) and known_by(one.name):
                    found.setdefault((known_by(one.name), one.year), one)
    return sorted(
        found.values(), key=lambda one: (one.year, one.piece.document_id, one.piece.start, one.name)
    )


def _admitted(material: Material) -> Iterator[Said]:
    """Statements inside the period that an audit did not serve, or no audit looked at, a priority."""
    for said in material.now:
        if said.is_told and not said.row and {"priority", *AUDIT} <= said.concepts and denies(said):
            yield said


def _add(finding: Finding, matrix: Sequence[Audited], material: Material) -> None:
    known = {point.text for point in (*finding.for_, *finding.against)}
    for one in matrix:
        shown = [_telling(one, material)] if one.yes and not one.no else one.no[:1]
        for said in shown:
            if said.text not in known:
                side = finding.against if one.no else finding.for_
                side.append(point_of(said, "directed", material, one.priority.piece))
                known.add(said.text)


def _telling(one: Audited, material: Material) -> Said:
    """What tells that it was audited: a statement that names it, else the audit's title where it stands."""
    said = one.yes[0]
    record = material.record(said)
    at = material.library.text(record.id).find(record.title) if record.kind == "audit" else -1
    if at < 0 or known_by(one.priority.name) <= stems(said.text):
        return said
    return replace(said, text=record.title, piece=Slice(record.id, at, at + len(record.title)))


def _table(matrix: Sequence[Audited], material: Material) -> Tabled:
    lines: list[Line] = []
    for one in matrix:
        found = "yes" if not one.no else "yes and no"
        spoken = "put off" if one.put_off else "spoken of, no report"
        state = found if one.yes else spoken if one.spoken and not one.no else "no"
        audits = dict.fromkeys(material.record(said).title for said in one.yes)
        cells = (one.priority.name, one.priority.year, state, "; ".join(audits))
        told = (said.piece for said in (*one.yes, *one.no, *one.spoken))
        lines.append((cells, (one.priority.piece, *told)))
    return Tabled.of("Priorities and audits", ("Priority", "Year", "Audited", "By"), lines)


def _unaudited(missing: Sequence[Audited], material: Material) -> list[Gap]:
    audits = [one for one in material.documents_now if one.kind in ("audit", "annual_report", "minutes")]
    where = listed(audits) or listed(material.documents_now)
    return [
        Gap(f"{_what(one)} {one.priority.name} (a priority of {one.priority.year}){_which(one)}", where)
        for one in missing
    ]


def _what(one: Audited) -> str:
    return "An audit of" if one.no or not one.spoken or one.put_off else "The report of an audit of"


def _which(one: Audited) -> str:
    if one.put_off and not one.no:
        return ", which has been put off"
    return ", which a paper speaks of" if one.spoken and not one.no else ""


def _no_list(material: Material) -> str:
    years = financial_years(material.period)
    span = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}" if years else "any year"
    return f"No priority list for {span} is in the library"
