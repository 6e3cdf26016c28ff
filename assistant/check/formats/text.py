"""text: what holds of most recommendations, then each with its letters, why one is unmet, what to ask."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.check.assessment import LETTERS, SmartFinding
from assistant.check.formats.words import common_notes, is_common, place, summary, told
from assistant.check.report import CheckedRecommendation, CheckReport
from assistant.render.plain import counted, one_line, shortened

_MARKS = {0: "missing", 1: "partial", 2: "met", None: "cannot tell"}


def render(report: CheckReport) -> str:
    """The whole report for a reader; letters count the context."""
    parts: list[str] = []
    for document in report.documents:
        parts.append(f"{one_line(document.path)}: {counted(document.recommendations, 'recommendation')}")
        own = [item for item in report.findings if item.where.path == document.path]
        parts += [f"  {told(item.finding)}" for item in own]
        items = [item for item in report.recommendations if item.where.path == document.path]
        common = common_notes(items)
        for finding, number in common.values():
            parts.append(f"  On {number} of {counted(len(items), 'recommendation')}: {told(finding)}")
        parts += [_one(item, common) for item in items]
        parts.append("")
    paths = {document.path for document in report.documents}
    parts += [
        f"{item.finding.code} {item.finding.severity}: {one_line(item.finding.message)}"
        for item in report.findings
        if item.where.path not in paths
    ]
    return "\n".join([*parts, summary(report)]) + "\n"


def _one(item: CheckedRecommendation, common: Mapping[str, tuple[SmartFinding, int]]) -> str:
    number = f"{item.recommendation.number}. " if item.recommendation.number else ""
    lines = ["", f"  {number}{shortened(item.recommendation.text, 300)}", f"     {place(item.where)}"]
    levels = item.assessment.criteria_with_context
    lines.append(
        "     "
        + ", ".join(f"{letter.replace('_', '-')} {_MARKS[levels[letter].level]}" for letter in LETTERS)
    )
    lines += [
        f"     {letter.replace('_', '-')}: {one_line(levels[letter].reason)}"
        for letter in LETTERS
        if levels[letter].level in (0, 1)
    ]
    if item.owner:
        lines.append(f"     owner: “{one_line(item.owner.text)}”{_source(item.owner.source)}")
    if item.deadline:
        day = f" = {item.deadline.date}" if item.deadline.date else ""
        lines.append(f"     due: “{one_line(item.deadline.text)}”{day}{_source(item.deadline.source)}")
    said = [finding for finding in item.findings if is_common(finding, common)]
    lines += [f"     {told(finding)}" for finding in item.findings if finding not in said]
    if said:
        lines.append(f"     also, as above: {', '.join(finding.code for finding in said)}")
    return "\n".join(lines)


def _source(source: str) -> str:
    if source == "addressee":
        return " (to whom it is addressed)"
    return "" if source == "text" else f" (in the {source.replace('_', '-')})"
