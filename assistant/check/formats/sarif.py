"""sarif: SARIF 2.1.0. A PDF has no lines, so a result points into a text sidecar and names its page.

The sidecar of `report.pdf` is `report.pdf.txt`, the document's text as it was read, which
`scrutiny check --sidecar FOLDER` writes. Fingerprints are of the rule and the normalised words, so moved
text stays the same alert.
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from assistant.check.assessment import SmartFinding
from assistant.check.baseline import fingerprint
from assistant.check.formats.words import LONGEST, place
from assistant.check.report import CheckedRecommendation, CheckReport, Located
from assistant.check.rules.registry import all_codes, rule_text
from assistant.machine.text import to_json
from assistant.render.plain import one_line, shortened
from assistant.version import program_version

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Json = dict[str, Any]


def render(report: CheckReport) -> str:
    """One run with all rules, all results."""
    codes = all_codes()
    texts = {document.path: document.text for document in report.documents}
    results = [_result(where, item, finding, codes, texts) for where, item, finding in report.all_findings()]
    driver = {
        "name": "scrutiny check",
        "semanticVersion": program_version(),
        "rules": [_rule(code) for code in codes],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def sidecar_name(path: str) -> str:
    """The name of the text that the regions of a document point into."""
    return f"{path}.txt"


def _rule(code: str) -> Json:
    text = rule_text(code)
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in text.name.split("-")),
        "shortDescription": {"text": text.summary},
        "fullDescription": {"text": text.why},
        "help": {"text": f"{text.suggestion}\nPoor: {text.poor}\nGood: {text.good}"},
        "defaultConfiguration": {"level": text.severity},
    }


def _result(
    where: Located,
    item: CheckedRecommendation | None,
    finding: SmartFinding,
    codes: list[str],
    texts: dict[str, str],
) -> Json:
    quoted = f" “{shortened(item.recommendation.text, LONGEST)}”" if item else ""
    words = finding.known_by(item.recommendation.text if item else where.document)
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity,
        "message": {"text": f"{one_line(finding.message)} ({place(where)}){quoted}"},
        "locations": [{"physicalLocation": _location(where, item, finding, texts.get(where.path, ""))}],
        "partialFingerprints": {"recommendation/v1": fingerprint(finding.code, words)},
    }


def _location(where: Located, item: CheckedRecommendation | None, finding: SmartFinding, text: str) -> Json:
    if item is None:
        return {"artifactLocation": {"uri": quote(where.path or "settings")}}
    if where.line is not None:
        columns = (
            {"startColumn": finding.start + 1, "endColumn": finding.end + 1}
            if item.recommendation.origin == "line"
            else {}
        )
        return {
            "artifactLocation": {"uri": quote(where.path)},
            "region": {"startLine": where.line, **columns},
        }
    region = _region(text, item.recommendation.start + finding.start, item.recommendation.start + finding.end)
    return {"artifactLocation": {"uri": quote(sidecar_name(where.path))}, "region": region}


def _region(text: str, start: int, end: int) -> Json:
    """Lines and columns from 1; the end column is the one after the last character."""

    def line_and_column(offset: int) -> tuple[int, int]:
        return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1

    (line, column), (end_line, end_column) = line_and_column(start), line_and_column(end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
