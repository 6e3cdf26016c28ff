"""By fact: the sentences that give the kind of fact asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.cells import comments_on_it, row_gives_figure
from assistant.asked.changing import asks_whether_changed, that_tell_change
from assistant.asked.facts import fact_asked
from assistant.asked.given import given
from assistant.asked.holding import names_beside, one_asked, post_asked
from assistant.asked.lost import shared
from assistant.asked.owning import names_somebody, rows_owned
from assistant.asked.phrased import phrased
from assistant.asked.present import asks_of_today
from assistant.asked.reasons import gives_reason
from assistant.asked.whom import holders
from assistant.evidence import Evidence
from assistant.ordering.near import least_near, rest_of
from assistant.question import Question
from assistant.words import stems
from ingest.draft import CELL_JOINER

FIGURES = ("count", "share", "figure", "money")

LOOKED_AT, BEHIND = 8, 0.3
"""A reason, or the row of a table that gives the figure, is looked for among so many of the best sentences,
no farther behind the best one's score."""

READ = 4
"""So many sentences that tell of a change are read with the question, however far from its words they are."""

AS_WELL = 2.0
"""Logits that the model that reads sentences may put a newer figure behind the closest one."""

_FIGURE_CELL = re.compile(r"\| £?\d[\d,.]*%?\s*(?:\||$)")


def graded_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """First what gives a grade beside what is judged, where a judgement is asked for."""
    if question.wanted != "judgement":
        return list(evidence)
    return sorted(evidence, key=lambda item: not item.beside)


def changes_read(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """First what tells that something rose or fell, if that is asked, so that it is read with the question.

    The row of a table with the figures is in its own words far from it.
    """
    told = that_tell_change(question, evidence)[:READ] if asks_whether_changed(question.text) else []
    return [*told, *rest_of(evidence, told)]


def fact_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """First what gives the fact asked for: the first of the rules below that finds any decides."""
    for rule in (_changes_alone, _holder_first, _owner_first, _reason_first, _newest_figure, _figure_first):
        if told := rule(question, evidence):
            return told
    return list(evidence)


def _changes_alone(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """What tells that something rose or fell, if that is asked: all there is, where there is any."""
    if not asks_whether_changed(question.text):
        return []
    return that_tell_change(question, evidence) or list(evidence)


def _holder_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Those that name the holder of the very post that is asked for, the newest first, then all others.

    Last what tells that somebody goes from it, where the holder of today is asked for.
    """
    if (fact := fact_asked(question)) not in ("holder", "person"):
        return []
    post = post_asked(question.text) or " ".join(one_asked(question.text))
    gone = [
        one for one in evidence if asks_of_today(question) and phrased("holder", "goes").search(one.quote)
    ]
    left = rest_of(evidence, gone)
    whole = stems(" ".join(question.things))
    held = holders(question, left) if fact == "holder" else left
    beside = [one for one in held if not one.missing and names_beside(one.named, post)]
    exact = [one for one in beside if whole <= stems(one.quote)]
    exact.sort(key=_published, reverse=True)
    near = _best(left) if fact == "holder" and left else ()
    others = [one for one in near if one in held and one not in exact]
    told = [*exact, *sorted(others, key=lambda one: one not in beside)]
    return [*told, *rest_of(left, told), *gone] if told or gone else []


def _owner_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The rows of the action whose owner is asked for, then others that name somebody."""
    rows = rows_owned(question, evidence)
    return [*rows, *filter(names_somebody, rest_of(evidence, rows))] if rows else []


def _reason_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The row of a table that comments on its figures, those of the best that name a cause, and all others,
    where a reason is asked for.
    """
    if fact_asked(question) != "reason":
        return []
    best = _best(evidence)
    near = least_near(best)
    rows = [item for item in evidence[:LOOKED_AT] if comments_on_it(question, item)]
    causes = [item for item in best if item.closeness >= near and gives_reason(item.quote, 0.0)]
    told = [*rows, *rest_of(causes, rows)]
    return [*told, *rest_of(evidence, told)]


def _newest_figure(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Where it is asked how many there are today, the newest paper's figure, if it is not the closest one.

    It has to be of all that the closest one is of, and read about as well with the question, if it is no row
    of a table called as what is asked for.
    """
    fact = fact_asked(question)
    if fact not in FIGURES or not asks_of_today(question):
        return []
    told = given(fact, question, _best(evidence))
    closest = told[0] if told else None
    rows = [item for item in evidence[:LOOKED_AT] if row_gives_figure(question, item)]
    newer = [
        item
        for item in (*told, *rows)
        if closest
        and _published(item) > _published(closest)
        and (item in rows or _reads_as_well(item, closest))
        and set(shared(question, [closest])) <= set(shared(question, [item]))
    ]
    newest = sorted(newer, key=_published, reverse=True)[:1]
    return [*newest, *rest_of(evidence, newest)] if newest else []


def _reads_as_well(item: Evidence, closest: Evidence) -> bool:
    return None in (item.cross, closest.cross) or (item.cross or 0) >= (closest.cross or 0) - AS_WELL


def _figure_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The row of a table that gives the figure asked for, then all others but that table's other rows."""
    fact = fact_asked(question)
    told = given(fact, question, _best(evidence)) if fact in FIGURES else []
    rows = [item for item in told if _FIGURE_CELL.search(item.quote)]
    return [*rows, *(one for one in rest_of(evidence, rows) if CELL_JOINER not in one.quote)] if rows else []


def _published(item: Evidence) -> str:
    return item.published or ""


def _best(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best sentences, those alone that hold all names and years asked for, if some do."""
    best = [item for item in evidence[:LOOKED_AT] if item.score >= evidence[0].score - BEHIND]
    return [item for item in best if not item.missing] or best
