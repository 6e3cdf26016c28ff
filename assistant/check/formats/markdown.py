"""markdown: a table of findings a document, for a pull request or a step summary."""

from __future__ import annotations

import re

from assistant.check.formats.words import LONGEST, summary
from assistant.check.report import CheckReport
from assistant.render.plain import one_line, shortened


def render(report: CheckReport) -> str:
    """All findings, none left out."""
    parts = ["# Recommendations checked", "", summary(report), ""]
    rows = report.all_findings()
    for path in dict.fromkeys(where.path for where, _, _ in rows):
        parts += [
            f"## {escaped(path)}",
            "",
            "| page | no. | code | severity | finding | recommendation |",
            "|---|---|---|---|---|---|",
        ]
        for where, item, finding in rows:
            if where.path == path:
                number = item.recommendation.number if item else ""
                text = shortened(item.recommendation.text, LONGEST) if item else ""
                said = f"{finding.message} {finding.suggestion}".strip()
                cells = (
                    where.page or str(where.line or ""),
                    number,
                    finding.code,
                    finding.severity,
                    said,
                    text,
                )
                parts.append("| " + " | ".join(escaped(cell) for cell in cells) + " |")
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text from documents that Markdown and HTML leave alone."""
    return re.sub(r"([\\`*_{}\[\]<>|#!])", r"\\\1", one_line(text))
