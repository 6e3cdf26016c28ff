"""Gather: a library → the material for one subject, period and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from assistant.areas.chosen_subject import Subject, choose_subject
from assistant.areas.subjects import is_national, with_own_bodies
from assistant.areas.whose import OWN, whose
from assistant.key_questions.framework import Framework
from assistant.key_questions.kept_statements import kept_statements
from assistant.key_questions.material import Material
from assistant.key_questions.period import Period, choose_period, dated
from assistant.key_questions.read_ahead import read_ahead
from assistant.later_copies import LaterCopies
from assistant.statements.lexicon import lexicon
from assistant.statements.said import Said
from ingest.filters import Filters
from ingest.library import Library
from ingest.near_copies import same_source
from ingest.records import DocumentRecord


def gather(
    library: Library,
    framework: Framework,
    *,
    subject: str | None,
    period: str | None,
    as_of: str,
    filters: Filters,
    all_of: bool = False,
) -> Material:
    """The material. NotFoundError where no document is about the subject; UsageError for a wrong period.

    `all_of`: everything that is kept of the subject's documents will be asked for, so it is read with them.
    """
    known = lexicon(framework.concepts)
    documents = with_own_bodies(library.documents(filters))
    records = [one for one in documents if (dated(one) or "")[: len(as_of)] <= as_of]
    about = choose_subject(records, subject)
    belongs = whose(library, records, about)
    wanted = [record.id for record in records if all_of and belongs[record.id] in OWN]
    read_ahead(library, records, frozenset(wanted), framework.concepts)
    read = {record.id: list(kept_statements(library, record, known)) for record in records}
    own = [record for record in records if belongs[record.id] == "subject"]
    span = choose_period(
        period, [dated(record) for record in own if not _is_everybodys(record, belongs)], as_of
    )
    piles: dict[str, list[Said]] = defaultdict(list)
    for record in (one for one in records if belongs[one.id] != "unknown"):
        for said in read[record.id]:
            piles[_pile(said, record, belongs[record.id], about, span)].append(said)
    copies = same_source(library)
    later = LaterCopies(copies, records)
    return Material(
        library=library,
        subject=about,
        period=span,
        as_of=as_of,
        records={record.id: record for record in records},
        belongs=belongs,
        now=_once(piles["in"], later),
        earlier=_once(piles["earlier"], later),
        elsewhere=piles["elsewhere"],
        undated=[record for record in own if span.holds(dated(record)) == "undated"],
        unknown=[record for record in records if belongs[record.id] == "unknown"],
        copies=copies,
        later=later,
    )


def _is_everybodys(record: DocumentRecord, belongs: Mapping[str, str]) -> bool:
    """Is it national guidance in a library of several areas? It says nothing of the months of any of them."""
    return "other" in belongs.values() and is_national(record)


def _once(statements: list[Said], later: LaterCopies) -> list[Said]:
    """The statements without those of a draft that its final says too."""
    kept = frozenset(later.once([said.piece for said in statements]))
    return [said for said in statements if said.piece in kept]


def _pile(said: Said, record: DocumentRecord, belongs: str, subject: Subject, period: Period) -> str:
    if not _own(said, belongs, subject):
        return "elsewhere"
    return period.holds(dated(record))


def _own(said: Said, belongs: str, subject: Subject) -> bool:
    """Is it said of the subject? A sentence that names another area and not the subject is not."""
    if belongs == "other":
        return subject.is_named_in(said.text) and not subject.other_in(said.text)
    if said.section_area and not subject.is_in(said.section_area):
        return False
    if belongs == "mixed" and not (said.section_area or subject.is_in(f"{said.heading} {said.text}")):
        return False
    return subject.is_in(said.text) or not subject.other_in(said.text)
