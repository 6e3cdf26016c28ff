"""Words that several formats share: where something stands, how many there are."""

from __future__ import annotations

from assistant.check.assessment import SEVERITIES
from assistant.check.report import CheckReport, Located
from ingest.clean import clean


def safe(text: str) -> str:
    """One line without control or bidi characters: text from documents never acts upon a terminal."""
    return " ".join(clean(text)[0].split())


def place(where: Located) -> str:
    """The path with the line where one is known, else the page: "plan.pdf, page 5"."""
    if where.line is not None:
        return f"{safe(where.path)}:{where.line}"
    page = where.page_label or (str(where.page_index + 1) if where.page_index is not None else "")
    return f"{safe(where.path)}, page {safe(page)}" if page else safe(where.path)


def shortened(text: str, limit: int = 120) -> str:
    """The text on one line of at most `limit` characters."""
    line = safe(text)
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + "…"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 document", "2 documents"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summary(report: CheckReport) -> str:
    """One line of counts for the end of a listing."""
    counts = report.severities()
    found = ", ".join(counted(counts[severity], severity) for severity in SEVERITIES)
    smart = sum(item.assessment.smart_with_context for item in report.recommendations)
    checked = counted(len(report.recommendations), "recommendation")
    line = f"{checked} in {counted(len(report.documents), 'document')}: {found}; {smart} SMART with context."
    if report.suppressed or report.baselined:
        line += f" Set aside: {report.suppressed} suppressed, {report.baselined} in the baseline."
    return f"{line} {'Failed' if report.failed else 'Passed'} (--fail-on {report.fail_on})."
