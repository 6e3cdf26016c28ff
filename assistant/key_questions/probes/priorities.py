"""Priorities: the year's list against the audits that were done, as a matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.answer import Gap
from assistant.in_words import short_title
from assistant.key_questions.dates import dated
from assistant.key_questions.finding import Ask, Finding, Point, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.ledger import Basis
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.priorities import (
    Priority,
    covers,
    financial_year,
    financial_years,
    names_year,
    priorities_in,
    year_of,
    years_in,
)
from assistant.key_questions.probes.signals import finding_of, with_asks
from assistant.key_questions.quoted import quotation
from assistant.key_questions.said import Said
from assistant.key_questions.silences import listed
from assistant.slices import Slice
from assistant.words import stems
from ingest.records import DocumentRecord
from prompts import load_data

RULES = "evidence/programme.yaml"
AUDIT = frozenset({"audit_work"})


@dataclass(frozen=True)
class _Audited:
    """One priority: the statements by which it was audited, those that say it was not, and those of other
    papers that speak of an audit of it whose report is not in the library.
    """

    priority: Priority
    yes: tuple[Said, ...]
    no: tuple[Said, ...]
    spoken: tuple[Said, ...]


def probe(question: KeyQuestion, material: Material) -> Finding:
    """The matrix of priorities and audits; without a list of priorities nothing can be judged."""
    finding = finding_of(question, material, matches(question, material.now, material))
    known = {point.text for point in (*finding.for_, *finding.against)}
    finding.against += [_point(said, material) for said in _admitted(material) if said.text not in known]
    candidates = list(_on_audits(material))
    matrix = [_audited(one, candidates) for one in _priorities(material)]
    if not matrix:
        finding.cannot_judge = f"{_no_list(material)}: what audits were to be aimed at is not known."
        finding.silent = [Gap(_no_list(material), listed(material.documents_now)), *finding.silent]
        return with_asks(question, finding, material)
    _add(finding, matrix, material)
    finding.tables = [_table(matrix, material), *finding.tables]
    missing = [one for one in matrix if not one.yes]
    finding.silent = [*_unaudited(missing, material), *finding.silent]
    finding.asks += [
        Ask(
            _asked(one, material),
            (one.priority.piece, *(said.piece for said in (*one.no, *_told(one))[:1])),
        )
        for one in missing[:3]
    ]
    return with_asks(question, finding, material)


def _told(one: _Audited) -> tuple[Said, ...]:
    """What is spoken of an audit, first that it was put off."""
    put_off = _put_off(one)
    return (put_off, *one.spoken) if put_off else one.spoken


def _asked(one: _Audited, material: Material) -> str:
    was = f"“{one.priority.name}” was a priority of {one.priority.year}"
    if not one.spoken or one.no:
        return f"{was}, and no audit of it is in the library. Was there one, or when will there be?"
    if put_off := _put_off(one):
        told = quotation(_point(put_off, material), material.record(put_off))
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
                if any(covers(one.year, year) for year in wanted) and _words(one.name):
                    found.setdefault((_words(one.name), one.year), one)
    return sorted(
        found.values(), key=lambda one: (one.year, one.piece.document_id, one.piece.start, one.name)
    )


@cache
def _words(name: str) -> frozenset[str]:
    """The words by which a priority is known again."""
    common = load_data(RULES)["no_subject"]
    return frozenset(stems(name)).difference(common) or frozenset(stems(name))


def _on_audits(material: Material) -> Iterator[tuple[Said, DocumentRecord]]:
    """The statements that may say of any priority that it was audited, or was not."""
    for record in material.own_documents:
        for said in material.by_document.get(record.id, ()):
            told = _denies(said) or _says_audited(said, record) or AUDIT & said.concepts
            if told and said.basis not in ("plan", "expectation"):
                yield said, record


def _audited(priority: Priority, candidates: Sequence[tuple[Said, DocumentRecord]]) -> _Audited:
    words = _words(priority.name)
    yes: list[Said] = []
    no: list[Said] = []
    spoken: list[Said] = []
    for said, record in candidates:
        titled = stems(record.title) if record.kind == "audit" else ()
        if not words <= frozenset((*stems(said.text), *titled)):
            if _under_its_name(said, words) and _speaks_of_audit(said, record, priority):
                spoken.append(said)
            continue
        if _denies(said) and names_year(priority, (year_of(record), *years_in(said.text))):
            no.append(said)
        elif names_year(priority, _years_of(record, said)) and _says_audited(said, record):
            yes.append(said)
        elif _speaks_of_audit(said, record, priority):
            spoken.append(said)
    yes.sort(key=lambda said: not _names_subject(said, words))
    return _Audited(priority, tuple(yes[:3]), tuple(no[:3]), tuple(spoken[:3]))


def _names_subject(said: Said, words: frozenset[str]) -> bool:
    """Does it say by itself that it is this that was looked at?"""
    return words <= frozenset(stems(said.text))


def _under_its_name(said: Said, words: frozenset[str]) -> bool:
    """Does it stand under a heading that names the priority, and hold a word of it?"""
    last = frozenset(stems(said.heading.rpartition(" › ")[2]))
    return words <= last and not words.isdisjoint(stems(said.text))


def _put_off(one: _Audited) -> Said | None:
    """What tells that an audit of it was put off, the newest statement that does."""
    return next((said for said in reversed(one.spoken) if "put_off" in said.concepts), None)


def _speaks_of_audit(said: Said, record: DocumentRecord, priority: Priority) -> bool:
    """A paper of the priority's year or later that is no list of priorities tells of an audit."""
    told = AUDIT & said.concepts and "priority" not in said.concepts
    return bool(told) and not _denies(said) and (dated(record) or "")[:4] >= priority.year[:4]


def _denies(said: Said) -> bool:
    """No audit of it was done or begun."""
    return any(tone < 0 and AUDIT & names for tone, names in said.clauses) and "no_audit" in said.concepts


def _says_audited(said: Said, record: DocumentRecord) -> bool:
    """An audit says that it serves the priority, or names it in its title; or a list of audits has a row."""
    if record.kind == "audit":
        return "priority" in said.concepts or said.piece.start < 600
    first = said.header.split(" | ")[0].strip().lower()
    return (
        said.row
        and first in ("audit", "audits", "subject", "audit theme", "theme")
        and record.kind == "annual_report"
    )


def _years_of(record: DocumentRecord, said: Said) -> tuple[str, ...]:
    """The years it may be of: an audit reported in the first quarter may have looked at the year before."""
    date = dated(record) or ""
    before = f"{int(date[:4]) - 1}{date[4:]}" if date[5:7] in ("04", "05", "06") else ""
    return (year_of(record), financial_year(date), financial_year(before), *years_in(said.text))


def _admitted(material: Material) -> Iterator[Said]:
    """Statements inside the period that an audit did not serve, or no audit looked at, a priority."""
    for said in material.now:
        if said.basis in ("plan", "expectation") or said.row:
            continue
        held = said.concepts
        if "priority" in held and "audit_work" in held and _denies(said):
            yield said


def _add(finding: Finding, matrix: Sequence[_Audited], material: Material) -> None:
    known = {point.text for point in (*finding.for_, *finding.against)}
    for one in matrix:
        shown = [_telling(one, material)] if one.yes and not one.no else one.no[:1]
        for said in shown:
            if said.text not in known:
                side = finding.against if one.no else finding.for_
                side.append(_point(said, material, one.priority.piece))
                known.add(said.text)


def _telling(one: _Audited, material: Material) -> Said:
    """What tells that it was audited: a statement that names it, else the audit's title where it stands."""
    said = one.yes[0]
    record = material.record(said)
    at = material.library.text(record.id).find(record.title) if record.kind == "audit" else -1
    if at < 0 or _names_subject(said, _words(one.priority.name)):
        return said
    return replace(said, text=record.title, piece=Slice(record.id, at, at + len(record.title)))


def _point(said: Said, material: Material, *more: Slice) -> Point:
    basis: Basis = said.basis
    return Point(said.text, basis, (said.piece, *more), "directed", material.source_of(said.piece))


def _table(matrix: Sequence[_Audited], material: Material) -> Tabled:
    rows, slices = [], []
    for one in matrix:
        found = "yes" if not one.no else "yes and no"
        spoken = "put off" if _put_off(one) else "spoken of, no report"
        state = found if one.yes else spoken if one.spoken and not one.no else "no"
        audits = dict.fromkeys(material.record(said).title for said in one.yes)
        rows.append((one.priority.name, one.priority.year, state, "; ".join(audits)))
        slices.append((one.priority.piece, *(said.piece for said in (*one.yes, *one.no, *one.spoken))))
    header = ("Priority", "Year", "Audited", "By")
    return Tabled("Priorities and audits", header, tuple(rows), tuple(slices))


def _unaudited(missing: Sequence[_Audited], material: Material) -> list[Gap]:
    audits = [one for one in material.documents_now if one.kind in ("audit", "annual_report", "minutes")]
    where = listed(audits) or listed(material.documents_now)
    return [
        Gap(f"{_what(one)} {one.priority.name} (a priority of {one.priority.year}){_which(one)}", where)
        for one in missing
    ]


def _what(one: _Audited) -> str:
    return "An audit of" if one.no or not one.spoken or _put_off(one) else "The report of an audit of"


def _which(one: _Audited) -> str:
    if _put_off(one) and not one.no:
        return ", which has been put off"
    return ", which a paper speaks of" if one.spoken and not one.no else ""


def _no_list(material: Material) -> str:
    years = financial_years(material.period)
    span = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}" if years else "any year"
    return f"No priority list for {span} is in the library"
