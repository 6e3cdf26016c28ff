"""Check: files in, a report out. The one place where the parts of the check are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.check.assess import assess
from assistant.check.assessment import SmartFinding
from assistant.check.baseline import read_baseline
from assistant.check.config import CheckConfig
from assistant.check.earlier import Before, Compared
from assistant.check.gather import Gathered, files_of, gather, line_in
from assistant.check.report import (
    CheckedDocument,
    CheckedRecommendation,
    CheckReport,
    DocumentFinding,
    Located,
)
from assistant.check.rules.document import (
    asked_before,
    document_findings,
    made_before,
    not_a_recommendation,
    stale_baseline,
    suppression_problems,
    unread_item,
)
from assistant.check.sift import Sieve
from assistant.check.suppress import comments


def check_paths(
    paths: Sequence[Path],
    *,
    each_line: bool = False,
    config: CheckConfig | None = None,
    standard_input: bytes = b"",
    before: Before | None = None,
) -> CheckReport:
    """Checks the recommendations of files and folders ("-": `standard_input`), documents in the order given.

    With `each_line` every line of a text counts as one recommendation. `before` tells what the papers of a
    library had asked before a source. Raises NotFoundError for a path that
    is not there and SettingsError for a bad baseline; a file that cannot be read is a finding.
    """
    settings = config or CheckConfig()
    known = read_baseline(Path(settings.baseline)) if settings.baseline else Counter()
    sieve = Sieve(settings, known)
    named = {str(path) for path in paths}
    sources = [
        gather(path, shown, standard_input, each_line=each_line, named=str(path) in named)
        for path, shown in files_of(paths)
    ]
    any_found = any(source.recommendations for source in sources)
    said = [
        DocumentFinding(Located(source.document, source.path), found)
        for source in sources
        for found in document_findings(source, settings.max_recommendations, any_found)
    ]
    said += [finding for source in sources for finding in _passed_over(source)]
    checked = _with_repeats([item for source in sources for item in _recommendations(source)], sources)
    if before is None:
        return _sifted(sources, checked, said, sieve)
    checked, compared = _with_earlier(checked, sources, before)
    return replace(_sifted(sources, checked, said, sieve), compared=compared)


def _passed_over(source: Gathered) -> Iterator[DocumentFinding]:
    for item in source.passed_over:
        index, label = source.page_of(item.start)
        words = source.text[item.start : item.end]
        where = Located(source.document, source.path, index, label, line_in(source.raw, words))
        yield DocumentFinding(where, unread_item(item.number, words))


def _recommendations(source: Gathered) -> list[CheckedRecommendation]:
    found = []
    for item, line in zip(source.recommendations, source.lines, strict=True):
        index, label = source.page_of(item.start)
        assessment = assess(item.text, item.context)
        if source.each_line and not assessment.is_recommendation:
            assessment = replace(assessment, findings=(*assessment.findings, not_a_recommendation()))
        where = Located(source.document, source.path, index, label, line)
        found.append(CheckedRecommendation(where, item, assessment))
    return found


def _with_repeats(
    checked: list[CheckedRecommendation], sources: Sequence[Gathered]
) -> list[CheckedRecommendation]:
    """Adds "made before" to what an earlier document of this run had asked of the same area already."""
    if len(sources) < 2:
        return checked
    from assistant.repeats.find import find_repeats

    made = [item for source in sources for item in source.made()]
    seen: set[int] = set()
    for repeat in find_repeats(made):
        if repeat.later not in seen:
            item, earlier = checked[repeat.later], checked[repeat.earlier]
            found = made_before(earlier.where.document, earlier.recommendation.text, item.recommendation.text)
            checked[repeat.later] = _with(item, (*item.findings, found))
            seen.add(repeat.later)
    return checked


def _with_earlier(
    checked: list[CheckedRecommendation], sources: Sequence[Gathered], before: Before
) -> tuple[list[CheckedRecommendation], tuple[Compared, ...]]:
    """Adds what papers of a library had asked before each; and with what each source was compared."""
    compared, done = [], []
    for source in sources:
        told, found = before(source)
        compared.append(told)
        for place, item in enumerate(one for one in checked if one.where.path == source.path):
            asked = asked_before([one for at, one in found if at == place], item.recommendation.text)
            done.append(_with(item, (*item.findings, *asked)))
    return done, tuple(dict.fromkeys(compared))


def _with(item: CheckedRecommendation, findings: Sequence[SmartFinding]) -> CheckedRecommendation:
    ordered = tuple(sorted(findings, key=lambda finding: (finding.code, finding.start)))
    return replace(item, assessment=replace(item.assessment, findings=ordered))


def _sifted(
    sources: list[Gathered], checked: list[CheckedRecommendation], said: list[DocumentFinding], sieve: Sieve
) -> CheckReport:
    """The report with only the findings that count, and what to say of suppressions and baseline."""
    kept, left = [], []
    written = [(source, comment) for source in sources for comment in comments(source.raw)]
    for source in sources:
        sieve.comments = tuple(comment for owner, comment in written if owner is source)
        kept += [_sift_one(item, sieve) for item in checked if item.where.path == source.path]
        left += [
            item
            for item in said
            if item.where.path == source.path and sieve.keep(item.finding, "", item.where)
        ]
    named = {comment: Located(source.document, source.path, line=comment.line) for source, comment in written}
    every = [*sieve.config.suppress, *(comment for _, comment in written)]
    every = [one for one in every if sieve.looked_for(one) and sieve.config.wants("SM905")]
    sieve.comments = ()
    for suppression, problem in suppression_problems(every, sieve.used, sieve.today):
        left.append(DocumentFinding(named.get(suppression, Located("settings", "settings")), problem))
    stale = stale_baseline(sieve.stale())
    if stale and sieve.config.wants("SM906"):
        left.append(DocumentFinding(Located("baseline", sieve.config.baseline or ""), stale))
    documents = tuple(
        CheckedDocument(one.document, one.path, one.text, len(one.pages), len(one.recommendations))
        for one in sources
    )
    return CheckReport(
        documents,
        tuple(kept),
        tuple(_severity_set(left, sieve)),
        sieve.suppressed,
        sieve.baselined,
        sieve.config.fail_on,
        tuple(sieve.raw),
    )


def _severity_set(findings: list[DocumentFinding], sieve: Sieve) -> list[DocumentFinding]:
    chosen = sieve.config.severity
    return [
        replace(
            item, finding=replace(item.finding, severity=chosen.get(item.finding.code, item.finding.severity))
        )
        for item in findings
    ]


def _sift_one(item: CheckedRecommendation, sieve: Sieve) -> CheckedRecommendation:
    findings = [sieve.keep(finding, item.recommendation.text, item.where) for finding in item.findings]
    return _with(item, [finding for finding in findings if finding])
