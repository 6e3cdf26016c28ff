"""Ingest report → what the end of `scrutiny ingest` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from assistant.machine.documents import status_counts
from assistant.render.documents import ID_LENGTH
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.plain import counted, one_line
from ingest.discover import ARCHIVES
from ingest.records import DocumentRecord
from ingest.report import IngestedDocument, IngestReport

NAMED = 5
"""Of more files alike only so many are named."""
MOST_ROWS = 200
"""Of more files the table would only scroll by."""
KINDS = "What is read: PDF, Word, Excel, PowerPoint, OpenDocument, RTF, HTML, Markdown, text, CSV and e-mail."

HEADINGS = ("Status", "Kind", "Pages", "Passages", "File")


def ingested_rows(report: IngestReport) -> Iterator[tuple[str, ...]]:
    """One row a document, its cells under `HEADINGS`; none where there are too many to be read."""
    for document in report.documents if len(report.documents) <= MOST_ROWS else ():
        yield (
            document.status,
            one_line(document.kind or "-").replace("_", " "),
            str(document.pages or "-"),
            str(document.passages or "-"),
            one_line(str(document.path)),
        )


def version_paragraphs(
    records: Sequence[DocumentRecord], earlier: Mapping[str, DocumentRecord]
) -> Iterator[Paragraph]:
    """Asks of each paper that calls itself a draft or old whether it is an earlier version of another."""
    for record in (record for record in records if record.id in earlier):
        old, new = one_line(record.source), one_line(earlier[record.id].source)
        yield Paragraph(
            f"Is {old} an earlier version of {new}? Both count until you say so: "
            f"scrutiny supersede {record.id[:ID_LENGTH]} {earlier[record.id].id[:ID_LENGTH]}",
            lead="- ",
        )


def report_paragraphs(report: IngestReport) -> Iterator[Paragraph]:
    """The totals, then whatever a user should know of a document: why it failed, and what to do about it."""
    counts = ", ".join(f"{number} {status}" for status, number in status_counts(report).items())
    yield EMPTY_LINE
    yield Paragraph(
        f"{counted(len(report.documents), 'document')} in {report.seconds:.1f} s: {counts}.", style="bold"
    )
    if not report.documents:
        yield Paragraph(f"No document is there. {KINDS}")
    if len(report.documents) > MOST_ROWS:
        yield Paragraph("Too many to be listed here: scrutiny documents lists what the library holds.")
    for same in _alike(report.documents):
        many = len(same) > NAMED
        others = f". Likewise {len(same) - 1:,} more: {_some([one.path for one in same[1:]])}" if many else ""
        for document in same[:1] if many else same:
            told = one_line(f"{document.path}: {document.reason} {document.next_step}")
            yield Paragraph(f"{told.rstrip('.')}{others}" if many else told, lead="- ")
    yield from _passed_over(report.skipped)


def _alike(documents: Sequence[IngestedDocument]) -> Iterable[list[IngestedDocument]]:
    """Those of which there is something to be told, together where it is the same but for names."""
    first: dict[str, str] = {}
    groups: dict[tuple[str, ...], list[IngestedDocument]] = {}
    for document in documents:
        other = first.setdefault(document.id or document.path, document.path)
        if document.reason:
            reason = document.reason.replace(other, "…").replace(PurePath(document.path).name, "…")
            groups.setdefault((document.status, reason, document.next_step), []).append(document)
    return groups.values()


def _passed_over(skipped: Sequence[str]) -> Iterator[Paragraph]:
    """Names what was not taken: files of other kinds, archives, and folders that are links to elsewhere."""
    links = [name for name in skipped if name.endswith("/")]
    files = [name for name in skipped if not name.endswith("/")]
    if files:
        told = f"{counted(len(files), 'other file')} in these folders skipped"
        yield Paragraph(f"{told}: not a kind that documents are kept in. {_some(files)}")
    if links:
        told = f"{counted(len(links), 'folder')} not gone into, being a link to another place"
        yield Paragraph(f"{told}: name it too, to have its documents read. {_some(links)}")
    for name in (name for name in files if PurePath(name).suffix.lower() in ARCHIVES):
        yield Paragraph(f"{one_line(name)}: unpack it and ingest the files in it.", lead="- ")


def _some(names: Sequence[str]) -> str:
    named = ", ".join(one_line(name) for name in names[:NAMED])
    return f"{named}, …" if len(names) > NAMED else f"{named}."
