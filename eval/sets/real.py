"""The gold questions over the real public documents beside the checkout."""

from __future__ import annotations

from eval.sets.base import GOLD, SHARED, Query, QuestionSet, SetAbsentError
from eval.sets.gold import Answerable, Place, Unanswerable, read_answerable, read_unanswerable, split_of

FORMATS = {".pdf", ".docx", ".html", ".txt"}


def real() -> QuestionSet:
    """All gold questions; raises SetAbsentError where the documents are not there."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        raise SetAbsentError(f"no real documents in {folder}")
    files = tuple(sorted(path for path in folder.rglob("*") if path.suffix in FORMATS))
    queries = [*map(_answerable, read_answerable()), *map(_unanswerable, read_unanswerable())]
    return QuestionSet("real", tuple(queries), files)


def _answerable(question: Answerable) -> Query:
    places = (Place(document=question.document, pages=question.pages), *question.also)
    split = split_of(question.question)
    return Query(question.question, split, frozenset({GOLD}), places, question.locator)


def _unanswerable(question: Unanswerable) -> Query:
    return Query(question.question, split_of(question.question), frozenset(), why=question.why)
