"""Gather: a library → the material of its pack."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.actions.action import ActionRegister
from assistant.areas.of_papers import areas_of, areas_of_subject
from assistant.contradictions.contradiction import ContradictionList
from assistant.journal.log import challenge_log, evidence_log
from assistant.key_questions.ledger import Ledger
from assistant.pack.material import PackMaterial, Reading, Recommended
from assistant.register.entry import Entry
from assistant.slices import Citations
from ingest.library import Library
from ingest.records import DocumentRecord


def gather(
    library: Library,
    ledgers: Sequence[Ledger],
    actions: ActionRegister | None,
    *,
    framework: str,
    as_of: str,
    marking: str,
    entries: Sequence[Entry] = (),
    disagreements: ContradictionList | None = None,
) -> PackMaterial:
    """All that a pack of these ledgers needs; the library's documents are listed by date and name."""
    records = library.documents()
    first = ledgers[0] if ledgers else None
    citations = Citations(library)
    none = (frozenset[str](), frozenset[str]())
    own, others = _own_and_others(library, records, first.subject) if first else none
    recommended = [
        Recommended(entry, citations.number(entry.piece))
        for entry in entries
        if first and entry.document_id in own and _of_period(entry, first.period)
    ]
    return PackMaterial(
        framework=framework,
        subject=first.subject if first else "",
        period=first.period if first else "",
        as_of=as_of,
        library_version=library.version,
        marking=marking,
        ledgers=tuple(ledgers),
        challenges=challenge_log(library, as_of),
        judgements=evidence_log(library, as_of),
        documents=tuple(records),
        readings=tuple(
            _reading(library, record) for record in records if record.pages and record.id not in others
        ),
        actions=actions,
        disagreements=disagreements,
        recommended=tuple(recommended),
        recommended_citations=citations.all(),
        others=others,
    )


def _own_and_others(
    library: Library, records: Sequence[DocumentRecord], subject: str
) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the subject's documents, and of those of other areas; what is of none is of neither."""
    areas = areas_of(library, records)
    wanted = areas_of_subject(subject, areas.values())
    own = frozenset(id_ for id_, area in areas.items() if wanted is None or area in wanted)
    return own, frozenset(id_ for id_, area in areas.items() if area and id_ not in own)


def _of_period(entry: Entry, period: str) -> bool:
    """Whether a recommendation is of the pack's months."""
    start, _, end = period.partition("/")
    published = entry.published or ""
    return bool(published) and start <= published and published[:7] <= end


def _reading(library: Library, record: DocumentRecord) -> Reading:
    pages = library.pages_of(record.id)
    unread = tuple(page.label or str(page.index + 1) for page in pages if page.read_by == "unread")
    recognised = tuple(page.label or str(page.index + 1) for page in pages if page.read_by == "ocr")
    return Reading(record, unread, recognised)
