"""Challenges: the framework's stems, put to what a probe found, with the statements they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import Template

from assistant.in_words import day_in_words, period_in_words, short_title
from assistant.key_questions.finding import Ask, Finding, Point
from assistant.key_questions.framework import KeyQuestion, Stem
from assistant.key_questions.material import Material
from assistant.key_questions.points import EVIDENCE
from assistant.key_questions.quoted import is_figures, quotation, stands_alone
from ingest.records import DocumentRecord

MOST = 6
"""A question puts at most so many challenges."""


def asks_of(question: KeyQuestion, finding: Finding, material: Material) -> list[Ask]:
    """The challenges in the order of the stems, each statement under one stem only.

    Only statements that can be read out by themselves are put to the board. What the finding's own
    challenges rest on is not asked about again.
    """
    asked = {piece for ask in finding.asks for piece in ask.slices}
    used = {point for point in (*finding.for_, *finding.against) if asked.intersection(point.slices)}
    made: list[Ask] = []
    for stem in question.challenges:
        made += _asks(stem, finding, material, used)
    return made[:MOST]


def _asks(stem: Stem, finding: Finding, material: Material, used: set[Point]) -> Iterator[Ask]:
    if any(point.signal in stem.unless for point in finding.for_):
        return
    if stem.on == "always":
        yield Ask(_filled(stem.ask, material))
    elif stem.on == "silent":
        if any(not stem.about or stem.about.casefold() in gap.what.casefold() for gap in finding.silent):
            yield Ask(_filled(stem.ask, material))
    else:
        for point in _meant(stem, finding):
            if point not in used:
                used.add(point)
                record = material.records.get(point.slices[0].document_id)
                yield Ask(
                    f"{quotation(point, record)}. {_filled(stem.ask, material, record)}", point.slices[:1]
                )
                return


def _meant(stem: Stem, finding: Finding) -> Sequence[Point]:
    side = finding.against if stem.on == "against" else finding.for_
    claimed = [point for point in side if stem.on != "claimed" or point.basis not in EVIDENCE]
    meant = [point for point in claimed if not stem.signals or point.signal in stem.signals]
    return sorted((point for point in meant if stands_alone(point)), key=is_figures)


def _filled(ask: str, material: Material, record: DocumentRecord | None = None) -> str:
    return Template(ask).safe_substitute(
        subject=material.subject.name or "the partnership",
        period=period_in_words(str(material.period)) or "the period",
        document=short_title(record.title) if record else "",
        date=day_in_words(record.published) if record else "",
    )
