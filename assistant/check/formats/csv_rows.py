"""csv: one finding a row, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from assistant.check.formats.words import safe
from assistant.check.report import CheckReport

COLUMNS = (
    "path",
    "page",
    "line",
    "number",
    "code",
    "severity",
    "message",
    "suggestion",
    "owner",
    "deadline",
    "date",
    "recommendation",
)


def render(report: CheckReport) -> str:
    """A header, then the findings; a cell that a spreadsheet would run as a formula gets an apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for where, item, finding in report.all_findings():
        page = where.page_label or (where.page_index + 1 if where.page_index is not None else "")
        owner = item.owner.text if item and item.owner else ""
        due = item.deadline if item else None
        row = (
            where.path,
            page,
            where.line or "",
            item.recommendation.number if item else "",
            finding.code,
            finding.severity,
            finding.message,
            finding.suggestion,
            owner,
            due.text if due else "",
            (due.date or "") if due else "",
            item.recommendation.text if item else "",
        )
        writer.writerow([_cell(str(value)) for value in row])
    return buffer.getvalue()


def _cell(text: str) -> str:
    line = safe(text)
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line
