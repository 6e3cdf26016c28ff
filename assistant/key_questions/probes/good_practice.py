"""Good practice: what documents name as done well, and whether anybody else was told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Gap
from assistant.areas.shared_names import no_names
from assistant.key_questions.finding import Ask, Finding, Point, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.period import dated, newest_first
from assistant.key_questions.points import OF_ONE, best
from assistant.key_questions.probes.signals import finding_of
from assistant.key_questions.quoted import quotation, stands_alone
from assistant.key_questions.silences import listed
from assistant.slices import Slice
from assistant.statements.concepts import lists_of
from assistant.statements.lexicon import CONCEPTS
from assistant.statements.said import Said
from assistant.understanding.content_words import left_out

AFTER = 7
"""Whether it was shared is said in one of the next so many sentences of the same section."""

READ_AS_ONE = 600
"""Characters up to which a practice is quoted up to what is said of its sharing."""

SHARING = frozenset(["taken_up", "not_taken_up"])
BASES = ("data", "voice", "independent_finding", "self_report")


@dataclass(frozen=True)
class _Practice:
    """One thing done well: the statement, what is said of its sharing, and whether that is yes or no."""

    said: Said
    sharing: Said | None
    shared: bool | None


def probe(question: KeyQuestion, material: Material) -> Finding:
    """Named practices with what became of them, besides what is said of good practice at large."""
    finding = finding_of(question, material, matches(question, material.now, material))
    practices = list(_practices(material.now, material))
    known = {point.text for point in (*finding.for_, *finding.against, *finding.earlier)}
    made = [(one, _point(one, material)) for one in practices if one.said.text not in known]
    finding.for_ += best([point for one, point in made if one.shared is not False], 12, OF_ONE)
    finding.against += best([point for one, point in made if one.shared is False], 6, OF_ONE)
    before = (one for one in _practices(material.earlier, material) if one.said.text not in known)
    earlier = [_point(one, material) for one in before]
    finding.earlier += best(earlier, 6, 3)
    if any(one.shared for one in practices):
        finding.silent = [gap for gap in finding.silent if "took up" not in gap.what]
    finding.silent += _not_later(practices, material)
    finding.tables = [*_table(practices, material), *finding.tables]
    finding.asks += [
        Ask(
            f"{quotation(_point(one, material), material.record(one.said))}. "
            "Who else has been told of it, and who does it now?",
            _point(one, material).slices,
        )
        for one in practices
        if one.shared is False and stands_alone(_point(one, material))
    ][:2]
    return finding


def _practices(statements: Sequence[Said], material: Material) -> Iterator[_Practice]:
    """What stands under a heading of good practice, or is called so, or spread by itself."""
    for at, said in enumerate(statements):
        if said.basis not in BASES or said.row:
            continue
        if not _headed(said) and not _told_of(said):
            continue
        goes_on = at and (_follows(statements[at - 1], said, material) or SHARING & said.concepts)
        if goes_on and _headed(said) and not _own_deed(said):
            continue
        sharing, shared = _sharing(statements[at : at + AFTER + 1])
        if _headed(said) or sharing is not None:
            yield _Practice(said, sharing, shared)


def _headed(said: Said) -> bool:
    return bool(lists_of(CONCEPTS, "practice_heading").names(said.heading.rpartition(" › ")[2]))


def _told_of(said: Said) -> bool:
    """A practice told with its spread or effect: somebody does it, and others began to or it helped."""
    told = {"spread_by_itself", "effect_of_practice"} & said.concepts
    return bool(told) and "does_well" in said.concepts and said.basis != "plan"


def _own_deed(said: Said) -> bool:
    """Does it tell by itself of somebody who does well, and not go on about the one before?"""
    return said.lead < 0 and "does_well" in said.concepts and not SHARING & said.concepts


def _follows(before: Said, said: Said, material: Material) -> bool:
    """Does it stand in the same paragraph, after another statement?"""
    if before.piece.document_id != said.piece.document_id or said.piece.start - before.piece.end != 1:
        return False
    return material.words(Slice(said.piece.document_id, before.piece.end, said.piece.start)) != "\n"


def _sharing(following: Sequence[Said]) -> tuple[Said | None, bool | None]:
    """What the statement itself or the next ones in its section say of others taking it up."""
    first = following[0]
    for said in following:
        if said.piece.document_id != first.piece.document_id or said.heading != first.heading:
            break
        if said is not first and _headed(said) and _own_deed(said):
            break  # another practice
        if "not_taken_up" in said.concepts:
            return said, False
        if "taken_up" in said.concepts and said.basis != "expectation":
            return said, said.tone_of(frozenset({"taken_up"})) >= 0
    return None, None


def _point(one: _Practice, material: Material) -> Point:
    said, sharing = one.said.piece, one.sharing.piece if one.sharing else one.said.piece
    slices = (said,) if sharing == said else (said, sharing)
    whole = Slice(said.document_id, said.start, sharing.end)
    if one.shared is False and whole.end - whole.start <= READ_AS_ONE:
        slices = (whole,)  # what speaks against is that nobody took it up, and has to be read with it
    rank = (one.shared is None, newest_first(material.record(one.said)), said)
    text = material.words(slices[0])
    return Point(text, one.said.basis, slices, "practice", material.source_of(said), rank)


def _table(practices: Sequence[_Practice], material: Material) -> list[Tabled]:
    if not practices:
        return []
    words = {True: "yes", False: "no", None: "not said"}
    lines = (
        ((one.said.text, material.record(one.said).title, words[one.shared]), _point(one, material).slices)
        for one in practices
    )
    return [Tabled.of("Good practice named in the period", ("Practice", "Document", "Shared"), lines)]


def _not_later(practices: Sequence[_Practice], material: Material) -> list[Gap]:
    """A practice that was not shared and whose names stand in no later document."""
    gaps = []
    for one in practices:
        if one.shared:
            continue
        names = [name for name in proper_names(one.said.text) if not material.subject.is_in(name)]
        when = dated(material.record(one.said)) or ""
        later = [record for record in material.documents_now if (dated(record) or "") > when]
        texts = [material.library.text(record.id) for record in later]
        if names and later and not any(name in text for name in names for text in texts):
            gaps.append(Gap(f"Good practice at {names[0]}: no later paper speaks of it", listed(later)))
    return gaps


_WORD = r"[A-Z][a-z]+(?:[-’'][A-Za-z]+)*"
_NAME = re.compile(rf"\b{_WORD}(?:\s{_WORD})*")
_OPENS = re.compile(r"(?:^|[.!?“‘\"] )$")


def proper_names(text: str) -> list[str]:
    """The names, each once, in order; months, days and words such as Partnership are none."""
    return list(dict.fromkeys(name for name in _names(text) if name and not set(name.split()) & no_names()))


def _names(text: str) -> Iterator[str]:
    for found in _NAME.finditer(text):
        words = found.group().split()
        if _OPENS.search(text[: found.start()]) and (len(words) == 1 or words[0].lower() in left_out()):
            words = words[1:]
        yield re.sub(r"[’']s$", "", " ".join(words))
