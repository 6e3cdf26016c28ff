"""Feedback: by what means children and families were asked, who was, what they said, and what changed.

The register of actions says what was done about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from assistant.actions.sift import DONE
from assistant.actions.sources import Sources
from assistant.actions.terms import kinds_of_report, terms_of
from assistant.answer import Gap
from assistant.in_words import short_title
from assistant.key_questions.finding import Finding, Point, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.papers.told_back import not_told, told_back
from assistant.key_questions.period import dated, newest_first
from assistant.key_questions.points import EVIDENCE, best
from assistant.key_questions.probes.signals import finding_of
from assistant.key_questions.silences import searched
from assistant.slices import Slice
from assistant.statements.concepts import Concepts
from assistant.statements.said import Said
from ingest.phrases import worded
from ingest.records import DocumentRecord
from prompts import load_data

VOCABULARY = "vocabulary/heard.yaml"
SHOWN = 6
"""So many changes, and so many wishes without an answer, are shown."""
_ASKED = frozenset(["feedback_given", "answered"])
OF_GROUP = 4
"""So many statements of a group are cited."""

NAMED = 2
"""So many words of a paper's name must stand in an action for it to be about who speaks there."""
_asked_by = worded("actions/columns.yaml", "{requested_by}", flags=re.NOFLAG)


def probe(question: KeyQuestion, material: Material) -> Finding:
    """What is said of listening, what changed or did not after people spoke, and who was not heard."""
    told = list(told_back(material))
    finding = finding_of(question, material, matches(question, not_told(material, told), material))
    done = [one.said for one in told if one.done]
    done.extend(said for said in heard_actions(material) if said not in done)
    known = {point.text for point in (*finding.for_, *finding.against)}
    finding.for_ += _best(done, known, material)
    finding.against += _best([one.said for one in told if not one.done], known, material)
    if done:
        finding.silent = [gap for gap in finding.silent if not gap.what.startswith("A change")]
    heard = _heard(material)
    finding.silent = [*_unheard(heard, material), *finding.silent]
    finding.tables = [*_table(heard), *finding.tables]
    return finding


def _best(found: Sequence[Said], known: AbstractSet[str], material: Material) -> list[Point]:
    made = [_point(said, material) for said in found if said.text not in known]
    return best(sorted(made, key=lambda point: point.rank), SHOWN, OF_GROUP)


def _point(said: Said, material: Material) -> Point:
    record = material.record(said)
    rank = (said.basis not in EVIDENCE, newest_first(record), record.source, said.piece.start)
    text = said.text if said.shown == said.piece else material.words(said.shown)
    return Point(text, said.basis, (said.shown,), "changed", material.source_of(said.piece), rank)


def _heard(material: Material) -> dict[str, list[Said]]:
    """Statements in which each group speaks or was asked."""
    found: dict[str, list[Said]] = {name: [] for name in (*_groups("always"), *_groups("others"))}
    for said in material.now:
        scored = said.row and material.record(said).kind == "section_11"
        asked = _ASKED & said.concepts and said.basis == "data" and not scored
        if (said.basis == "voice" or asked) and not _admits(said):
            own = f"{said.heading} | {said.text}" if said.basis == "voice" else said.text
            for name in _vocabulary().names(own):
                found[name].append(said)
    return found


def _unheard(heard: Mapping[str, Sequence[Said]], material: Material) -> list[Gap]:
    where = searched(material)
    return [
        Gap(f"What {name.lower()} say{_admitted(name, material)}", where)
        for name in _groups("always")
        if not heard[name] and where
    ]


def _admits(said: Said) -> bool:
    """Does it say of those who were asked that they were few or none: "only two answers from …"?"""
    few = "few_heard" in said.concepts and not _ASKED.isdisjoint(said.concepts)
    return few and not said.row and said.is_told


def _admitted(name: str, material: Material) -> str:
    """The paper's own words that few or none of a group were heard, "" where it says nothing of them."""
    for said in reversed(material.now):
        if _admits(said) and name in _vocabulary().names(said.text):
            return f": “{said.text}” ({short_title(material.record(said).title)})"
    return ""


def _table(heard: Mapping[str, Sequence[Said]]) -> list[Tabled]:
    lines = (
        (
            (name, str(len(said)), str(len({one.piece.document_id for one in said}))),
            tuple(one.piece for one in said[:OF_GROUP]),
        )
        for name, said in heard.items()
    )
    return [Tabled.of("Who was heard", ("Group", "Statements", "Documents"), lines)]


@cache
def _vocabulary() -> Concepts:
    return Concepts(
        {name: phrases for part in load_data(VOCABULARY).values() for name, phrases in part.items()}
    )


def _groups(part: str) -> tuple[str, ...]:
    return tuple(load_data(VOCABULARY)[part])


def heard_actions(material: Material) -> Iterator[Said]:
    """The latest report, or else the row, of each action that is done and whose source, or whose own words,
    name a paper in which children or families speak.
    """
    from assistant.actions.track import track

    papers = [record for record in material.own_documents if _speaks(record, material)]
    if not papers:
        return
    called = Sources((one.id, _name(one), dated(one)) for one in material.own_documents)
    register = track(material.library, as_of=material.as_of, subject=material.subject.name or None)
    places = {one.n: Slice.of(one) for one in register.citations}
    for action in register.actions:
        fields = [field for field in (action.standing, action.text) if field]
        said = [one for field in fields if (one := material.said_at(places[field.citations[0]]))]
        if said and action.status in DONE and _answers(action.text.text, said, papers, called):
            yield said[0]


def _speaks(record: DocumentRecord, material: Material) -> bool:
    """Is most of a paper in the words of children, families or staff?"""
    said = material.by_document.get(record.id, ())
    return 2 * sum(one.basis == "voice" for one in said) > len(said)


def _answers(text: str, said: Sequence[Said], papers: Sequence[DocumentRecord], called: Sources) -> bool:
    sources = [
        cell for one in said for name, cell in one.columns().items() if cell and _asked_by().fullmatch(name)
    ]
    speaking = {paper.id for paper in papers}
    if any(called.meant(source) and called.meant(source) <= speaking for source in sources):
        return True
    return any(
        len(terms_of(text) & (terms_of(_name(paper)) - kinds_of_report())) >= NAMED for paper in papers
    )


def _name(record: DocumentRecord) -> str:
    return f"{record.title} {record.source}".replace("_", " ").replace(".", " ").replace("-", " ")
