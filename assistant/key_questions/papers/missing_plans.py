"""Plans that the documents refer to and the library does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import Gap
from assistant.key_questions.material import Material
from ingest.document import Document
from ingest.phrases import worded
from ingest.recognition.days import find_date
from ingest.records import DocumentRecord

_WORDS = "evidence/actions.yaml"
_appended = worded(
    _WORDS,
    r"{enclosing}[^.\n]{0,60}?\b{plans}\b"
    r"|\b{plans}\b[^.\n]{0,80}?\((?:see\s+)?{appendices}\s*\w?\)"
    r"|\b{plans}\b[^.\n]{0,60}?\b{enclosed}",
)
_letter = worded(_WORDS, r"\b({appendices})\s+([A-Z0-9])\b")
_statement_due = worded(
    _WORDS, r"{statements}[^\n]{0,160}?\bby\s+(\d{1,2}\s+[A-Z][a-z]+\s+\d{4})", flags=re.NOFLAG
)
_appendix_headed = worded(_WORDS, r"{appendices}\b")
_tells_actions = worded(_WORDS, r"\b{columns}")


def missing_plans(material: Material) -> list[Gap]:
    """One gap for each plan spoken of and not found, whenever it was spoken of."""
    gaps: list[Gap] = []
    for record in material.own_documents:
        text = material.library.text(record.id)
        gaps += _appendix(text, record, material)
        gaps += _statement(text, record, material)
    return gaps


def _appendix(text: str, record: DocumentRecord, material: Material) -> Iterator[Gap]:
    """The plan that was enclosed with a report and is not in its file."""
    spoken = _appended().search(text)
    if not spoken or _holds_plan(material.library.document(record.id)):
        return
    letter = _letter().search(text[max(0, spoken.start() - 40) : spoken.end() + 40])
    name = f" ({letter.group(1).capitalize()} {letter.group(2).upper()})" if letter else ""
    year = f" of {record.published[:4]}" if record.published else ""
    yield Gap(f"The plan{year} that “{record.title}” refers to{name} is not in the library", record.source)


def _holds_plan(document: Document) -> bool:
    """Does the file itself hold the appendix: a heading of that name, or a table of actions?"""
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind == "heading" and _appendix_headed().match(text.strip()):
            return True
        if block.kind == "table_header" and _tells_actions().search(text):
            return True
    return False


def _statement(text: str, record: DocumentRecord, material: Material) -> Iterator[Gap]:
    """The written statement of action asked for by a date that has passed, where no later plan is there."""
    spoken = _statement_due().search(text)
    due = find_date(spoken.group(1)) if spoken else None
    if not spoken or not due or due > material.as_of:
        return
    asked = record.published or ""
    if not any(
        one.kind == "action_plan" and asked <= (one.published or "") for one in material.own_documents
    ):
        what = f"The written statement of action due by {spoken.group(1)} that answers “{record.title}”"
        yield Gap(f"{what} is not in the library", record.source)
