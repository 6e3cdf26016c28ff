"""Section 11: standards by agency as a matrix, scores that a panel lowered, agencies without a return."""

from __future__ import annotations

from assistant.actions.days import last_day
from assistant.actions.summary import months_after
from assistant.key_questions.finding import Finding, Point, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.papers.section_11 import KIND, Score, matrix, merged, scores_in
from assistant.key_questions.period import dated
from assistant.key_questions.probes.signals import finding_of

ROUND = 11
"""Returns of one round come within so many months."""
LOWERED = 6
"""So many lowered scores stand against."""


def probe(question: KeyQuestion, material: Material) -> Finding:
    """What is said of the returns, the newest ones as a matrix, and the scores that did not stand."""
    finding = finding_of(question, material, matches(question, material.now, material))
    scores = newest_scores(material)
    known = {piece for point in (*finding.for_, *finding.against) for piece in point.slices}
    lowered = [score for score in scores if score.lowered and score.piece not in known]
    finding.for_ = [one for one in finding.for_ if one.slices[0] not in {s.piece for s in lowered}]
    finding.against += [_point(score, material) for score in lowered[:LOWERED]]
    if any(score.panel for score in scores):
        finding.silent = [gap for gap in finding.silent if not gap.what.startswith("A test")]
    finding.tables = [*tables(scores), *finding.tables]
    return finding


def newest_scores(material: Material) -> list[Score]:
    """The scores of the newest papers of section 11 in the period: the returns of one round, a year at most.

    A newer paper's score stands before an older one's of the same agency and standard.
    """
    papers = [record for record in material.documents_now if record.kind == KIND]
    if not papers:
        return []
    since = months_after(last_day(dated(papers[-1]) or material.as_of), -ROUND)
    round_ = [record for record in papers if last_day(dated(record) or "") > since or record == papers[-1]]
    return merged(score for record in round_ for score in scores_in(material.library.document(record.id)))


def tables(scores: list[Score]) -> list[Tabled]:
    """The matrix; none where the papers hold no scores."""
    agencies, rows = matrix(scores)
    if not rows:
        return []
    lines = (
        (
            (standard, *(given[agency].shown() if agency in given else "" for agency in agencies)),
            tuple(dict.fromkeys(score.piece for score in given.values())),
        )
        for standard, given in rows
    )
    return [Tabled.of("Section 11 standards by agency", ("Standard", *agencies), lines)]


def _point(score: Score, material: Material) -> Point:
    text = material.words(score.piece)
    return Point(text, "independent_finding", (score.piece,), "lowered", material.source_of(score.piece))
