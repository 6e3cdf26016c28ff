"""csv: one finding a row, safe to open in a spreadsheet."""

from __future__ import annotations

from assistant.check.report import CheckReport
from assistant.render.table import csv_text

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
    rows = []
    for where, item, finding in report.all_findings():
        owner = item.owner.text if item and item.owner else ""
        due = item.deadline if item else None
        row = (
            where.path,
            where.page,
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
        rows.append([str(value) for value in row])
    return csv_text(COLUMNS, rows)
