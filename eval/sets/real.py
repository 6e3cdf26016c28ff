"""The gold questions over the real public documents beside the checkout."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from eval.sets.base import GOLD, SHARED, Query, QuestionSet, SetAbsentError
from eval.sets.gold import (
    BLIND,
    BOARD,
    BOUND,
    BOUND_SAMPLE,
    GUEST,
    OUTSIDE,
    PAPERS,
    PROBING,
    QUESTIONS,
    SETTLED,
    VISITOR,
    Answerable,
    Place,
    Unanswerable,
    half_of,
    read_answerable,
    read_unanswerable,
)
from eval.sets.sample import sample

FORMATS = {".pdf", ".docx", ".html", ".txt"}


def real() -> QuestionSet:
    """The first gold questions; raises SetAbsentError where the documents are not there."""
    return _over_real("real", QUESTIONS)


def board() -> QuestionSet:
    """A board manager's questions, written later over the same documents; raises SetAbsentError as `real`."""
    return _over_real("board", BOARD)


def settled() -> QuestionSet:
    """Plain questions beside ones that no sentence settles, in the same words; raises as `real`."""
    return _over_real("settled", SETTLED)


def blind() -> QuestionSet:
    """The same sort of questions for measuring alone, whose misses nobody looks at; raises as `real`."""
    return _over_real("blind", BLIND)


def probing() -> QuestionSet:
    """A scrutineer's questions of each kind, answered and left open by the same reports; raises as `real`."""
    return _over_real("probing", PROBING)


def outside() -> QuestionSet:
    """An outside examiner's questions in everyday English, far from the reports' words; raises as `real`."""
    return _over_real("outside", OUTSIDE)


def visitor() -> QuestionSet:
    """A scrutineer's from another county, as often of figures and names as of views; raises as `real`."""
    return _over_real("visitor", VISITOR)


def papers() -> QuestionSet:
    """Questions for the newest paper, a named one, or the whole of its list; raises as `real`."""
    return _over_real("papers", PAPERS)


def guest() -> QuestionSet:
    """Sixty pairs of an examiner from outside, one settled and its twin not; raises as `real`."""
    return _over_real("guest", GUEST)


def bound() -> QuestionSet:
    """Of rules, reasons, one voice and counts, each beside a twin that nothing settles; raises as `real`."""
    return _over_real("bound", BOUND)


def bound_sample() -> QuestionSet:
    """The same sort over the sample partnership's papers; raises SetAbsentError where they are not built."""
    return replace(sample(), name="bound-sample", queries=_queries(BOUND_SAMPLE), library="sample")


def _over_real(name: str, gold: Path) -> QuestionSet:
    folder = SHARED / "corpus"
    if not folder.is_dir():
        raise SetAbsentError(f"no real documents in {folder}")
    files = tuple(sorted(path for path in folder.rglob("*") if path.suffix in FORMATS))
    return QuestionSet(name, _queries(gold), files, library="real")


def _queries(gold: Path) -> tuple[Query, ...]:
    return (*map(_answerable, read_answerable(gold)), *map(_unanswerable, read_unanswerable(gold)))


def _answerable(question: Answerable) -> Query:
    places = (Place(document=question.document, pages=question.pages), *question.also)
    return Query(question.question, half_of(question), frozenset({GOLD}), places, question.locator)


def _unanswerable(question: Unanswerable) -> Query:
    return Query(question.question, half_of(question), frozenset(), why=question.why)
