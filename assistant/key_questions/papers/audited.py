"""Audited: a priority of a partnership, and the statements that tell whether an audit served it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.key_questions.material import Material
from assistant.key_questions.papers.priorities import Priority, financial_year, names_year, year_of, years_in
from assistant.key_questions.period import dated
from assistant.statements.said import Said
from assistant.words import stems
from ingest.records import DocumentRecord
from prompts import load_data

AUDIT = frozenset({"audit_work"})
SHOWN = 3
"""So many statements of each sort are kept of a priority."""
FRONT = 600
"""What stands among so many characters of an audit says what it is about."""
AUDITS = ("audit", "audits", "subject", "audit theme", "theme")
"""Names of the first column of a list of audits."""


@dataclass(frozen=True)
class Audited:
    """One priority: the statements by which it was audited, those that say it was not, and those of other
    papers that speak of an audit of it whose report is not in the library.
    """

    priority: Priority
    yes: tuple[Said, ...]
    no: tuple[Said, ...]
    spoken: tuple[Said, ...]

    @property
    def put_off(self) -> Said | None:
        """What tells that an audit of it was put off, the newest statement that does."""
        return next((said for said in reversed(self.spoken) if "put_off" in said.concepts), None)


def audited(priorities: Iterable[Priority], material: Material) -> list[Audited]:
    """The priorities with what the subject's documents tell of audits of them."""
    candidates = list(_on_audits(material))
    return [_audited(priority, candidates) for priority in priorities]


@cache
def known_by(name: str) -> frozenset[str]:
    """The words by which a priority is known again."""
    return stems(name).difference(load_data("evidence/programme.yaml")["no_subject"]) or stems(name)


def denies(said: Said) -> bool:
    """Does it say that no audit was done or begun?"""
    return any(tone < 0 and AUDIT & names for tone, names in said.clauses) and "no_audit" in said.concepts


def _on_audits(material: Material) -> Iterator[tuple[Said, DocumentRecord]]:
    """The statements that may say of any priority that it was audited, or was not."""
    for record in material.own_documents:
        for said in material.by_document.get(record.id, ()):
            if said.is_told and (denies(said) or _says_audited(said, record) or AUDIT & said.concepts):
                yield said, record


def _audited(priority: Priority, candidates: Sequence[tuple[Said, DocumentRecord]]) -> Audited:
    words = known_by(priority.name)
    yes: list[Said] = []
    no: list[Said] = []
    spoken: list[Said] = []
    for said, record in candidates:
        held, years = stems(said.text), (year_of(record), *years_in(said.text))
        day = dated(record) or ""
        if not words <= held | (stems(record.title) if record.kind == "audit" else frozenset()):
            if _under_its_name(said, words) and _speaks_of_audit(said, record, priority):
                spoken.append(said)
        elif denies(said) and names_year(priority, years):
            no.append(said)
        elif _says_audited(said, record) and names_year(
            priority, (*years, financial_year(day), financial_year(_quarter_before(day)))
        ):
            yes.append(said)
        elif _speaks_of_audit(said, record, priority):
            spoken.append(said)
    yes.sort(key=lambda said: not words <= stems(said.text))  # first those that name it themselves
    return Audited(priority, tuple(yes[:SHOWN]), tuple(no[:SHOWN]), tuple(spoken[:SHOWN]))


def _quarter_before(day: str) -> str:
    """The year before for a day of the first quarter: an audit reported then may have looked at that year."""
    return f"{int(day[:4]) - 1}{day[4:]}" if day[5:7] in ("04", "05", "06") else ""


def _under_its_name(said: Said, words: frozenset[str]) -> bool:
    """Does it stand under a heading that names the priority, and hold a word of it?"""
    return words <= stems(said.heading.rpartition(" › ")[2]) and not words.isdisjoint(stems(said.text))


def _speaks_of_audit(said: Said, record: DocumentRecord, priority: Priority) -> bool:
    """A paper of the priority's year or later that is no list of priorities tells of an audit."""
    told = AUDIT & said.concepts and "priority" not in said.concepts
    return bool(told) and not denies(said) and (dated(record) or "")[:4] >= priority.year[:4]


def _says_audited(said: Said, record: DocumentRecord) -> bool:
    """An audit says that it serves the priority, or names it in its title; or a list of audits has a row."""
    if record.kind == "audit":
        return "priority" in said.concepts or said.piece.start < FRONT
    return (
        said.row and record.kind == "annual_report" and said.header.split(" | ")[0].strip().lower() in AUDITS
    )
