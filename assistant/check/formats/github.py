"""github: workflow commands, worst first; the whole list goes into the step summary (see `markdown`)."""

from __future__ import annotations

from assistant.check.formats.words import place, summary
from assistant.check.report import CheckReport
from assistant.render.plain import one_line, shortened

LIMIT = 10
"""GitHub shows only so many annotations of a type a step, and drops the rest without a word."""

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: CheckReport) -> str:
    """At most `LIMIT` annotations a severity, how many more there are, and the counts."""
    lines = []
    rows = report.all_findings()
    for severity, command in _COMMANDS.items():
        chosen = [row for row in rows if row[2].severity == severity]
        for where, item, finding in chosen[:LIMIT]:
            line = f",line={where.line}" if where.line else ""
            quoted = f" “{shortened(item.recommendation.text, 100)}”" if item else ""
            title = f"{finding.code} {place(where)}"
            lines.append(
                f"::{command} file={_property(where.path)}{line},title={_property(title)}"
                f"::{_data(finding.message + quoted)}"
            )
        if len(chosen) > LIMIT:
            lines.append(
                f"{len(chosen) - LIMIT} more of severity {severity}; -o markdown:FILE writes them all."
            )
    return "\n".join([*lines, summary(report)]) + "\n"


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
