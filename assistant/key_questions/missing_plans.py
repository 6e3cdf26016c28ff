"""Plans that the documents refer to and the library does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import Gap
from assistant.key_questions.material import Material
from ingest.document import Document
from ingest.records import DocumentRecord

_APPENDED = re.compile(
    r"(?:enclosures?|appendix|annex)[^.\n]{0,60}?\b(?:improvement|action|implementation|delivery)\s+plan"
    r"|\b(?:improvement|action|implementation|delivery)\s+plan\b[^.\n]{0,80}?\((?:see\s+)?(?:appendix|annex)\s*\w?\)"
    r"|\b(?:improvement|action|implementation|delivery)\s+plan\b[^.\n]{0,60}?\b(?:attached|appended|enclosed|at appendix|at annex|in appendix)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\b(appendix|annex)\s+([A-Z0-9])\b", re.IGNORECASE)
_STATEMENT = re.compile(
    r"(?:written\s+)?statement of (?:proposed )?action[^.\n]{0,160}?\bby\s+(\d{1,2}\s+[A-Z][a-z]+\s+\d{4})"
)
_DAY = re.compile(r"(\d{1,2})\s+([A-Z][a-z]+)\s+(\d{4})")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def missing_plans(material: Material) -> list[Gap]:
    """One gap for each plan spoken of and not found, whenever it was spoken of."""
    gaps = []
    for record in material.own_documents:
        document = material.library.document(record.id)
        gaps += _appendix(document, record)
        gaps += _statement(document, record, material)
    return gaps


def _appendix(document: Document, record: DocumentRecord) -> Iterator[Gap]:
    """The plan that was enclosed with a report and is not in its file."""
    spoken = _APPENDED.search(document.text)
    if not spoken or _holds_plan(document, record):
        return
    near = document.text[max(0, spoken.start() - 40) : spoken.end() + 40]
    letter = _LETTER.search(near)
    name = f" ({letter.group(1).capitalize()} {letter.group(2).upper()})" if letter else ""
    year = f" of {record.published[:4]}" if record.published else ""
    yield Gap(f"The plan{year} that “{record.title}” refers to{name} is not in the library", record.source)


def _holds_plan(document: Document, record: DocumentRecord) -> bool:
    """Does the file itself hold the appendix: a heading of that name, or a table of actions?"""
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind == "heading" and re.match(r"(?i)(?:appendix|annex)\b", text.strip()):
            return True
        if block.kind == "table_header" and re.search(r"(?i)\b(?:action|recommendation)", text):
            return True
    return False


def _statement(document: Document, record: DocumentRecord, material: Material) -> Iterator[Gap]:
    """The written statement of action asked for by a date that has passed."""
    spoken = _STATEMENT.search(document.text)
    due = _iso(spoken.group(1)) if spoken else ""
    if not spoken or due > material.as_of:
        return
    answered = any(
        other.kind == "action_plan" and (record.published or "") <= (other.published or "")
        for other in material.own_documents
    )
    if not answered:
        yield Gap(
            f"The written statement of action due by {spoken.group(1)}: the action plan that answers “{record.title}” "
            "is not in the library",
            record.source,
        )


def _iso(words: str) -> str:
    found = _DAY.search(words)
    if not found or found.group(2) not in _MONTHS:
        return "9999"
    return f"{found.group(3)}-{_MONTHS.index(found.group(2)) + 1:02d}-{int(found.group(1)):02d}"
