"""json: the machine interface, described by `assistant/schemas/check.schema.json`."""

from __future__ import annotations

from collections import Counter
from typing import Any

from assistant.check.assessment import LETTERS, SEVERITIES, Criterion, SmartFinding
from assistant.check.report import CheckedRecommendation, CheckReport, DocumentFinding
from assistant.machine.answers import citation_object
from assistant.machine.text import fields_of, to_json

SCHEMA_VERSION = 1

Json = dict[str, Any]


def render(report: CheckReport) -> str:
    """One object, indented."""
    return to_json(check_object(report), indent=2) + "\n"


def check_object(report: CheckReport) -> Json:
    """The report as the object that `scrutiny check --json` prints."""
    return {
        "schema_version": SCHEMA_VERSION,
        "recommendations": [recommendation_object(item) for item in report.recommendations],
        "findings": [document_finding_object(item) for item in report.findings],
        "counts": _counts(report),
    }


def recommendation_object(item: CheckedRecommendation) -> Json:
    """One recommendation. Spans are [start, end] into its text; `start`, `end` into the document's text."""
    recommendation, assessment, where = item.recommendation, item.assessment, item.where
    own, due, measure = item.owner, item.deadline, assessment.measure
    return {
        "id": recommendation.id,
        "line": where.line,
        "number": recommendation.number or None,
        "text": recommendation.text,
        "document": where.document,
        "path": where.path,
        "page_index": where.page_index,
        "page_label": where.page_label,
        "start": recommendation.start,
        "end": recommendation.end,
        "origin": recommendation.origin,
        "is_recommendation": assessment.is_recommendation or recommendation.origin != "line",
        "owner": fields_of(own) if own else None,
        "deadline": fields_of(due, "span", span=due.span) if due else None,
        "measure": fields_of(measure) if measure else None,
        "priority": recommendation.priority,
        "finding": recommendation.finding,
        "context": {
            "headings": list(recommendation.context.headings),
            "lead_in": recommendation.context.lead_in or None,
        },
        "criteria": _criteria(assessment.criteria),
        "criteria_with_context": _criteria(assessment.criteria_with_context),
        "smart": assessment.smart,
        "smart_with_context": assessment.smart_with_context,
        "findings": [finding_object(finding) for finding in item.findings],
    }


def finding_object(finding: SmartFinding) -> Json:
    """One finding; with the request of a library's paper that it tells of, if it tells of one."""
    earlier = finding.earlier
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "span": [finding.start, finding.end],
    } | ({"earlier": fields_of(earlier, citation=citation_object(earlier.citation))} if earlier else {})


def document_finding_object(item: DocumentFinding) -> Json:
    """A finding about a whole document."""
    rest = {key: value for key, value in finding_object(item.finding).items() if key != "span"}
    return {"document": item.where.document, "path": item.where.path, **rest}


def _criteria(criteria: dict[str, Criterion]) -> Json:
    return {letter: fields_of(criteria[letter]) for letter in LETTERS}


def _counts(report: CheckReport) -> Json:
    severities = report.severities()
    codes = Counter(finding.code for _, _, finding in report.all_findings())
    return {
        "documents": len(report.documents),
        "recommendations": len(report.recommendations),
        "smart": sum(item.assessment.smart for item in report.recommendations),
        "smart_with_context": sum(item.assessment.smart_with_context for item in report.recommendations),
        "findings": {severity: severities[severity] for severity in SEVERITIES},
        "codes": dict(sorted(codes.items())),
        "suppressed": report.suppressed,
        "baselined": report.baselined,
        "fail_on": report.fail_on,
        "failed": report.failed,
    } | ({"compared": [fields_of(one) for one in report.compared]} if report.compared else {})
