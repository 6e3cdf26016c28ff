"""Words that several formats share: where something stands, how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.check.assessment import SEVERITIES, SmartFinding
from assistant.check.report import CheckedRecommendation, CheckReport, Located
from assistant.render.plain import counted, one_line

LONGEST = 120
"""Characters of a recommendation in a list."""

LOOK = " (`scrutiny documents` lists what the library holds)"

_SEVERAL = 3
"""So many recommendations with the same note are told of once."""


def place(where: Located) -> str:
    """The path with the line where one is known, else the page: "plan.pdf, page 5"."""
    if where.line is not None:
        return f"{one_line(where.path)}:{where.line}"
    return f"{one_line(where.path)}, page {one_line(where.page)}" if where.page else one_line(where.path)


def told(finding: SmartFinding) -> str:
    """A finding on one line: its code, how severe it is, what is wrong, what to ask for."""
    words = one_line(f"{finding.message} {finding.suggestion}")
    return f"{finding.code} {finding.severity}: {words}"


def common_notes(items: Sequence[CheckedRecommendation]) -> dict[str, tuple[SmartFinding, int]]:
    """The notes that say the same of most recommendations of a document, by their code, with how often.

    Read under each of them again, they are soon passed over, and what else is found with them.
    """
    found = Counter(
        (finding.code, finding.message)
        for item in items
        for finding in item.findings
        if finding.severity == "note"
    )
    known = {(one.code, one.message): one for item in items for one in item.findings}
    return {
        code: (known[code, message], number)
        for (code, message), number in sorted(found.items())
        if number >= _SEVERAL and number > len(items) / 2
    }


def is_common(finding: SmartFinding, common: Mapping[str, tuple[SmartFinding, int]]) -> bool:
    """Whether it is one of the notes that are told of once."""
    return finding.code in common and common[finding.code][0].message == finding.message


def summary(report: CheckReport) -> str:
    """One line of counts for the end of a listing."""
    counts = report.severities()
    found = ", ".join(counted(counts[severity], severity) for severity in SEVERITIES)
    smart = sum(item.assessment.smart_with_context for item in report.recommendations)
    checked = counted(len(report.recommendations), "recommendation")
    line = f"{checked} in {counted(len(report.documents), 'document')}: {found}; {smart} SMART with context."
    if report.suppressed or report.baselined:
        line += f" Set aside: {report.suppressed} suppressed, {report.baselined} in the baseline."
    for one in report.compared:
        about = f" about {one_line(one.area)}" if one.area else ""
        papers = counted(one.papers, "earlier paper") if one.papers else "no earlier paper"
        line += f" Compared with {papers}{about}{'' if one.papers else LOOK}."
    return f"{line} {'Failed' if report.failed else 'Passed'} (--fail-on {report.fail_on})."
