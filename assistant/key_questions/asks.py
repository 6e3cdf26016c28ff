"""Challenges: the framework's stems, put to what a probe found, with the statements they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from string import Template

from assistant.key_questions.concepts import Concepts, words_of
from assistant.key_questions.finding import Ask, Finding, Point
from assistant.key_questions.framework import KeyQuestion, Stem
from assistant.key_questions.lexicon import POLARITY
from assistant.key_questions.material import Material
from assistant.key_questions.points import EVIDENCE
from assistant.key_questions.spoken import day_in_words, period_in_words, short_title
from prompts import load_data

WORDS = 20
"""A challenge quotes so many words of the statement that it is put to."""

OPENER = 6
"""Among so many first words an opener is looked for; as many must be left after it."""

MOST = 6
"""A question puts at most so many challenges."""


def asks_of(question: KeyQuestion, finding: Finding, material: Material) -> list[Ask]:
    """The challenges in the order of the stems, each statement under one stem only.

    What the finding's own challenges rest on is not asked about again.
    """
    asked = {piece for ask in finding.asks for piece in ask.slices}
    used = {point for point in (*finding.for_, *finding.against) if asked.intersection(point.slices)}
    made: list[Ask] = []
    for stem in question.challenges:
        made += _asks(stem, finding, material, used)
    return made[:MOST]


def _asks(stem: Stem, finding: Finding, material: Material, used: set[Point]) -> Iterator[Ask]:
    if stem.on == "always":
        yield Ask(_filled(stem.ask, material))
    elif stem.on == "silent":
        if any(not stem.about or stem.about.casefold() in gap.what.casefold() for gap in finding.silent):
            yield Ask(_filled(stem.ask, material))
    else:
        for point in _meant(stem, finding):
            if point not in used:
                used.add(point)
                yield Ask(f"{quoted(point)} {_filled(stem.ask, material, point)}", point.slices[:1])
                return


def quoted(point: Point) -> str:
    """The first words of what a challenge is about, as they stand, so that it can be read alone."""
    words = _without_opener((point.core or point.text).replace(" | ", ", ").split())
    end = "…" if len(words) > WORDS else ""
    return f"“{' '.join(words[:WORDS]).rstrip(' ,;:.')}{end}”:"


def _without_opener(words: list[str]) -> list[str]:
    """The words after "As a result," and its like, which say nothing without the sentence before."""
    found = [hit.last for hit in _openers().find(words_of(" ".join(words[:OPENER]))) if hit.first == 0]
    rest = words[max(found) + 1 :] if found else words
    return rest if len(rest) >= OPENER else words


@cache
def _openers() -> Concepts:
    return Concepts({"openers": load_data(POLARITY)["openers"]})


def _meant(stem: Stem, finding: Finding) -> Sequence[Point]:
    side = finding.against if stem.on == "against" else finding.for_
    claimed = [point for point in side if stem.on != "claimed" or point.basis not in EVIDENCE]
    return [point for point in claimed if not stem.signal or point.signal == stem.signal]


def _filled(ask: str, material: Material, point: Point | None = None) -> str:
    record = material.records[point.slices[0].document_id] if point else None
    return Template(ask).safe_substitute(
        subject=material.subject.name or "the partnership",
        period=period_in_words(str(material.period)) or "the period",
        document=short_title(record.title) if record else "",
        date=day_in_words(record.published) if record else "",
    )
