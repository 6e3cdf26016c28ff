"""jsonl: one object a line: each document's own findings, then each recommendation."""

from __future__ import annotations

from assistant.check.formats.json_object import document_finding_object, recommendation_object
from assistant.check.report import CheckReport
from assistant.machine.text import to_json


def render(report: CheckReport) -> str:
    """`type` tells the lines apart: finding (about a document) or recommendation."""
    lines = [to_json({"type": "finding", **document_finding_object(item)}) for item in report.findings]
    lines += [
        to_json({"type": "recommendation", **recommendation_object(item)}) for item in report.recommendations
    ]
    return "".join(f"{line}\n" for line in lines)
