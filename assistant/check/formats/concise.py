"""concise: one finding a line, as compilers print them."""

from __future__ import annotations

from assistant.check.formats.words import place, summary
from assistant.check.report import CheckReport
from assistant.render.plain import one_line, shortened


def render(report: CheckReport) -> str:
    """`path[:line|, page N]: CODE severity: message [words]`, then the counts."""
    lines = []
    for where, item, finding in report.all_findings():
        quoted = f" “{shortened(item.recommendation.text, 60)}”" if item else ""
        lines.append(
            f"{place(where)}: {finding.code} {finding.severity}: {one_line(finding.message)}{quoted}"
        )
    return "\n".join([*lines, summary(report)]) + "\n"
