"""Checks, repairs and backups → paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.in_words import version_in_words
from assistant.render.paragraph import Paragraph
from assistant.render.plain import counted, one_line
from prompts import load_data

if TYPE_CHECKING:
    from ingest.care.backup import BackupReport
    from ingest.care.fault import CheckReport, Fault
    from ingest.care.optimize import OptimizeReport
    from ingest.care.repair import RepairReport
    from ingest.records import DocumentRecord

SHOWN = 50
"""At most so many faults are listed."""


def check_paragraphs(report: CheckReport) -> Iterator[Paragraph]:
    """Whether the library is whole; each fault with what to do about it."""
    held = _documents(report.documents - report.aside, report.aside)
    looked = f"{held}, {counted(report.passages, 'passage')}"
    how = "every byte read" if report.deep else "scrutiny verify --deep reads every byte"
    state = counted(len(report.faults), "fault") if report.faults else "Whole"
    yield Paragraph(f"{state}: {looked} checked ({how}).", style="bold")
    for fault in report.faults[:SHOWN]:
        yield _fault(fault)
    if len(report.faults) > SHOWN:
        yield Paragraph(f"… and {len(report.faults) - SHOWN} more.")
    for note in report.notes:
        yield Paragraph(note)


def repair_paragraphs(report: RepairReport) -> Iterator[Paragraph]:
    """What was found and, where something was done, what is left."""
    yield from check_paragraphs(report.found)
    if report.applied and report.found.faults:
        yield Paragraph()
        yield Paragraph("After the repair:")
        yield from check_paragraphs(report.left)
    elif report.found.faults:
        yield Paragraph("Nothing was changed. To mend what repair can mend: scrutiny repair --apply")


def backup_paragraphs(report: BackupReport) -> Iterator[Paragraph]:
    """Where the backup is and what it holds."""
    held = _documents(report.documents, report.aside)
    size = f"{_size(report.size)}, library version {version_in_words(report.version)}"
    yield Paragraph(f"{one_line(str(report.file))}: {held}, {size}.")
    yield Paragraph("It holds the documents themselves, not encrypted. The service's keys are not in it.")


def restored_paragraphs(records: Sequence[DocumentRecord], aside: int) -> Iterator[Paragraph]:
    """What is in the library now; `aside` counts documents superseded or removed."""
    yield Paragraph(f"The library is restored and checked: {_documents(len(records), aside)}.")


def optimize_paragraphs(report: OptimizeReport) -> Iterator[Paragraph]:
    """Sizes, and what still stands in the way of an erasure."""
    yield Paragraph(f"Index built anew. {_size(report.before)} before, {_size(report.after)} now.")
    if not report.complete:
        yield Paragraph("Another program has the library open: close it and run this again.", style="bold")


def _fault(fault: Fault) -> Paragraph:
    mended_by = load_data("care.yaml")["mended_by"][fault.repair]
    return Paragraph(f"{one_line(fault.where)}: {one_line(fault.what)} ({mended_by})", lead=f"{fault.part}: ")


def _documents(current: int, aside: int) -> str:
    """How many documents there are, said the same way wherever they are counted."""
    return counted(current, "document") + (f" (and {aside:,} superseded or removed)" if aside else "")


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB"
