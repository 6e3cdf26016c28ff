"""CheckReport: what one run of the check found, in the order of its documents. Pure data for the formats."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from assistant.check.assessment import SEVERITIES, Severity, SmartAssessment, SmartFinding
from assistant.check.earlier import Compared
from ingest.recommendations.recommendation import Deadline, Owner, Recommendation


@dataclass(frozen=True, slots=True)
class Located:
    """Where something stands: the document's name and path, page (0-based), printed label, line if known."""

    document: str
    path: str
    page_index: int | None = None
    page_label: str | None = None
    line: int | None = None

    @property
    def page(self) -> str:
        """The page as printed, else counted from 1; "" where there are none."""
        return self.page_label or (str(self.page_index + 1) if self.page_index is not None else "")


@dataclass(frozen=True, slots=True)
class CheckedRecommendation:
    """One recommendation, where it stands, and its assessment with the findings that remain."""

    where: Located
    recommendation: Recommendation
    assessment: SmartAssessment

    @property
    def findings(self) -> tuple[SmartFinding, ...]:
        """Findings after selection, suppression and baseline."""
        return self.assessment.findings

    @property
    def owner(self) -> Owner | None:
        """From the sentence, else from its context."""
        return self.assessment.who

    @property
    def deadline(self) -> Deadline | None:
        """The sentence's, unless only the context's is firm."""
        return self.assessment.due


@dataclass(frozen=True, slots=True)
class DocumentFinding:
    """A finding about a whole document or the run: pages unread, nothing found, too many."""

    where: Located
    finding: SmartFinding


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """One document: its name, path, SHA-256 of its text, and the text for those who want regions of it."""

    document: str
    path: str
    text: str
    pages: int
    recommendations: int


@dataclass(frozen=True)
class CheckReport:
    """All documents, recommendations and findings of a run."""

    documents: tuple[CheckedDocument, ...] = ()
    recommendations: tuple[CheckedRecommendation, ...] = ()
    findings: tuple[DocumentFinding, ...] = ()
    suppressed: int = 0
    baselined: int = 0
    fail_on: str = "error"
    """The least severity by which the run fails: error, warning, note, or never."""
    raw: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """(code, normalised text) of every finding before the baseline: what a new baseline holds."""
    compared: tuple[Compared, ...] = ()
    """With which papers of a library the documents were compared; empty where they were with none."""

    def all_findings(self) -> list[tuple[Located, CheckedRecommendation | None, SmartFinding]]:
        """Every finding with where it stands, documents in order, a document's own findings first."""
        order = {document.path: place for place, document in enumerate(self.documents)}
        own = [(item.where, None, item.finding) for item in self.findings]
        of_items = [(item.where, item, finding) for item in self.recommendations for finding in item.findings]
        rows: list[tuple[Located, CheckedRecommendation | None, SmartFinding]] = [*own, *of_items]
        return sorted(rows, key=lambda row: order.get(row[0].path, -1))

    def severities(self) -> Counter[Severity]:
        """How many findings of each severity."""
        return Counter(finding.severity for _, _, finding in self.all_findings())

    def fails_by(self, finding: SmartFinding) -> bool:
        """Whether the run fails by this finding."""
        severe = SEVERITIES[: 1 + SEVERITIES.index(self.fail_on)] if self.fail_on in SEVERITIES else ()
        return finding.severity in severe

    @property
    def failed(self) -> bool:
        """Whether the run fails: exit code 1, and failures in JUnit."""
        return any(self.fails_by(finding) for _, _, finding in self.all_findings())
