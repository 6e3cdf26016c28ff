"""Area notes: what a reader is told of papers that were added and count for no area."""

from __future__ import annotations

from dataclasses import replace

from assistant.areas.of_papers import areas_of
from assistant.areas.subjects import is_national
from ingest.library import Library
from ingest.report import IngestedDocument, IngestReport

_FRESH = ("added", "updated")
_NOTE = "no area is known, so that it counts for none in ledgers, actions and packs"


def with_areas(report: IngestReport, library: Library) -> IngestReport:
    """The report with a note on each new paper whose area cannot be told in a library of several."""
    fresh = {one.id for one in report.documents if one.id and one.status in _FRESH}
    records = {record.id: record for record in library.documents()}
    if not any(id_ in records and not records[id_].subject for id_ in fresh):
        return report
    areas = areas_of(library, list(records.values()))
    if len(set(areas.values()) - {""}) < 2:
        return report
    bare = {id_ for id_ in fresh if areas.get(id_) == "" and not is_national(records[id_])}
    noted = (_noted(one) if one.id in bare and one.status in _FRESH else one for one in report.documents)
    return replace(report, documents=tuple(noted))


def _noted(document: IngestedDocument) -> IngestedDocument:
    step = f'Set it with: scrutiny documents edit "{document.path}" --subject NAME.'
    return replace(
        document,
        reason="; ".join(filter(None, (document.reason.rstrip("."), f"{_NOTE}."))),
        next_step=f"{document.next_step} {step}".strip(),
    )
