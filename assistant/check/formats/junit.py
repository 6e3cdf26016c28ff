"""junit: a suite a document, a case a recommendation; findings that fail the run are failures."""

from __future__ import annotations

from functools import partial
from xml.sax.saxutils import escape, quoteattr

from assistant.check.assessment import SmartFinding
from assistant.check.formats.words import place, told
from assistant.check.report import CheckReport
from assistant.render.plain import one_line, shortened


def render(report: CheckReport) -> str:
    """JUnit XML without times, so that the same report has the same bytes."""
    suites = []
    case = partial(_case, report)
    for document in report.documents:
        own = [item.finding for item in report.findings if item.where.path == document.path]
        cases = [case("document", document.path, own)]
        for item in report.recommendations:
            if item.where.path == document.path:
                number = f"{item.recommendation.number} " if item.recommendation.number else ""
                cases.append(
                    case(
                        f"{number}{shortened(item.recommendation.text, 80)}",
                        place(item.where),
                        list(item.findings),
                    )
                )
        suites.append(_suite(document.path, cases))
    loose = [
        item
        for item in report.findings
        if item.where.path not in {document.path for document in report.documents}
    ]
    if loose:
        suites.append(_suite("settings", [case("settings", "settings", [item.finding for item in loose])]))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="scrutiny check">\n'
        + "".join(suites)
        + "</testsuites>\n"
    )


def _suite(name: str, cases: list[str]) -> str:
    failures = sum("<failure" in case for case in cases)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="0"'
    return f"  <testsuite name={_attribute(name)} {counts}>\n{''.join(cases)}  </testsuite>\n"


def _case(report: CheckReport, name: str, classname: str, findings: list[SmartFinding]) -> str:
    failing = [finding for finding in findings if report.fails_by(finding)]
    notes = [finding for finding in findings if not report.fails_by(finding)]
    inner = ""
    if failing:
        message = "; ".join(f"{finding.code} {finding.message}" for finding in failing)
        inner += (
            f"      <failure type={_attribute(failing[0].code)} "
            f"message={_attribute(message)}>{_body(failing)}</failure>\n"
        )
    if notes:
        inner += f"      <system-out>{_body(notes)}</system-out>\n"
    head = f"    <testcase name={_attribute(name)} classname={_attribute(classname)}"
    return f"{head}>\n{inner}    </testcase>\n" if inner else f"{head}/>\n"


def _body(findings: list[SmartFinding]) -> str:
    return escape("\n".join(map(told, findings)))


def _attribute(text: str) -> str:
    return quoteattr(one_line(text))
