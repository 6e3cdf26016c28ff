"""By table: rows of one table that answer together, or the one of them that is the highest or lowest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.cells import header_of
from assistant.asked.extremes import LEAST, extreme_asked, extreme_rows
from assistant.asked.facts import fact_asked
from assistant.evidence import Evidence
from assistant.ordering.near import rest_of
from assistant.question import Question
from assistant.words import stems
from ingest.draft import CELL_JOINER
from prompts import load_data

AMONG, BEHIND = 12, 0.3
"""A table is looked for among so many of the best sentences, no farther behind the best one's score."""

SAYS_IT = 4
"""A sentence among so many that uses the word for the highest or lowest itself answers before any table."""

AHEAD = 1.0
"""So far before all others is put the row that answers."""


def grades_together(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The rows of a table that count grades, in its order, where the best one for a grade is of them."""
    if fact_asked(question) != "grade" or not evidence:
        return list(evidence)
    grades = load_data("vocabulary/question-words.yaml")["signs"]["judgement"]
    rows = [
        row
        for row in _table_of(evidence[0], evidence)
        if row.quote.split(CELL_JOINER)[0].strip().lower() in grades
    ]
    if evidence[0] not in rows or len(rows) < LEAST:
        return list(evidence)
    return [*rows, *rest_of(evidence, _table_of(evidence[0], evidence))]


def extreme_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The highest or lowest row of the best table on what is asked about, where it is asked which that is."""
    word = extreme_asked(question.text)
    if not word or any(stems(word) <= stems(item.quote) for item in evidence[:SAYS_IT]):
        return list(evidence)
    near = [
        item for item in evidence[:AMONG] if item.score >= evidence[0].score - BEHIND and not item.missing
    ]
    for item in near:
        rows = _table_of(item, evidence)
        header = header_of(item)
        about = stems(header) & stems(" ".join(question.things))
        if about and (found := extreme_rows(question.text, rows, header)):
            raised = [replace(row, score=evidence[0].score + AHEAD) for row in found]
            return [*raised, *rest_of(evidence, rows)]
    return list(evidence)


def _table_of(item: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The rows among the evidence of the table that the item is a row of, in its order; none for no row."""
    if CELL_JOINER not in item.quote:
        return []
    rows = [other for other in evidence if _of_one_table(item, other) and other.quote != header_of(item)]
    return sorted(rows, key=lambda row: row.start)


def _of_one_table(one: Evidence, other: Evidence) -> bool:
    first, second = one.found.passage, other.found.passage
    alike = first.document_id == second.document_id and first.heading_path == second.heading_path
    return (
        alike
        and one.quote.count(CELL_JOINER) == other.quote.count(CELL_JOINER)
        and header_of(one) == header_of(other)
    )
