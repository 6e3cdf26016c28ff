"""Section 11: standards by agency as a matrix, scores that a panel lowered, agencies without a return."""

from __future__ import annotations

from assistant.key_questions.finding import Finding, Point, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.probes.signals import finding_of, with_asks
from assistant.key_questions.section_11 import KIND, Score, matrix, scores_in

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
    return with_asks(question, finding, material)


def newest_scores(material: Material) -> list[Score]:
    """The scores of the newest paper of section 11 in the period."""
    papers = [record for record in material.documents_now if record.kind == KIND]
    return scores_in(material.library.document(papers[-1].id)) if papers else []


def tables(scores: list[Score]) -> list[Tabled]:
    """The matrix; none where the papers hold no scores."""
    agencies, rows = matrix(scores)
    if not rows:
        return []
    cells = tuple(
        (standard, *(given[agency].shown() if agency in given else "" for agency in agencies))
        for standard, given in rows
    )
    slices = tuple(tuple(dict.fromkeys(score.piece for score in given.values())) for _, given in rows)
    return [Tabled("Section 11 standards by agency", ("Standard", *agencies), cells, slices)]


def _point(score: Score, material: Material) -> Point:
    text = material.words(score.piece)
    return Point(text, "independent_finding", (score.piece,), "lowered", material.source_of(score.piece))
