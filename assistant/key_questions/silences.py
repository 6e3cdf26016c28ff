"""Silences: evidence that a question expects and no statement gives, with the documents searched."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from assistant.answer import Gap
from assistant.key_questions.framework import Expected, KeyQuestion
from assistant.key_questions.matching import Match
from assistant.key_questions.material import Material
from ingest.records import DocumentRecord

NAMED = 6
"""So many documents are named; of the others the number is given."""


def silences(question: KeyQuestion, found: Sequence[Match], material: Material) -> list[Gap]:
    """What is expected and not there; where no document could hold it, nothing is said."""
    given = {(match.signal.name, match.side) for match in found}
    silent = [one for one in question.expected if _is_silent(one, given)]
    gaps = [Gap(one.what, where) for one in silent if (where := searched(material, one.kinds))]
    return [*gaps, *_papers(question, material), *unread(material)]


def _papers(question: KeyQuestion, material: Material) -> list[Gap]:
    """Kinds of document that the question calls for (`papers` in its settings) and the period lacks."""
    held = {record.kind for record in (*material.documents_now, *material.undated)}
    where = searched(material)
    wanted = question.settings.get("papers", {})
    return [Gap(what, where) for what, kinds in wanted.items() if where and held.isdisjoint(kinds)]


def searched(material: Material, kinds: Sequence[str] = ()) -> str:
    """The names of the subject's documents of these kinds inside the period."""
    return listed([one for one in material.documents_now if not kinds or one.kind in kinds])


def listed(records: Sequence[DocumentRecord]) -> str:
    """Documents by name: the newest few, and how many more."""
    names = [record.source for record in reversed(records)]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def unread(material: Material) -> list[Gap]:
    """Pages that could not be read and documents without a date: what is silent there is not known."""
    gaps = []
    for record in (*material.documents_now, *_unread_whole(material)):
        if record.unread_pages:
            pages = ", ".join(str(page + 1) for page in record.unread_pages)
            gaps.append(Gap(f"Page {pages} could not be read", record.source))
    if material.undated:
        names = listed(material.undated)
        gaps.append(
            Gap(
                "Documents without a date were not counted (scrutiny documents edit dates them)", names, False
            )
        )
    return gaps


def not_counted(material: Material) -> list[Gap]:
    """Papers of nobody knows which area: they count for none, and so weigh nothing as a silence either."""
    what = "Not counted: no area is known; set one with `scrutiny documents edit FILE --subject NAME`"
    return [Gap(what, listed(material.unknown), searched=False)] if material.unknown else []


def _unread_whole(material: Material) -> list[DocumentRecord]:
    """Documents inside the period of which nothing at all was read."""
    seen = {record.id for record in material.documents_now}
    return [
        record
        for record in material.records.values()
        if record.id not in seen
        and record.pages
        and len(record.unread_pages) == record.pages
        and material.period.holds(record.published) == "in"
    ]


def _is_silent(expected: Expected, given: AbstractSet[tuple[str, str]]) -> bool:
    return not any((name, side) in given for name in expected.unless for side in expected.sides)
