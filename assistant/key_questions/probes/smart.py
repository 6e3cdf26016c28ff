"""SMART: each recommendation of the period's documents through the linter, with what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.in_words import period_in_words
from assistant.key_questions.finding import Ask, Finding, Line, Point, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.papers.recommended import DATE, DATE_TO_COME, Asked, asked_in
from assistant.key_questions.period import newest_first
from assistant.key_questions.probes.signals import finding_of
from assistant.key_questions.quoted import WORDS, cut
from assistant.key_questions.silences import searched
from assistant.statements.basis import Writer, basis_of_document
from ingest.records import DocumentRecord

ELEMENTS = ("owner", DATE, "measure")


def probe(question: KeyQuestion, material: Material) -> Finding:
    """Recommendations with all elements for, those lacking some against, and what is said of plans."""
    found = matches(question, material.now, material)
    finding = finding_of(question, material, found)
    kinds = tuple(question.settings.get("kinds", ()))
    asked = _asked(material, material.documents_now, kinds)
    before = [one for one in material.own_documents if material.published_in(one.id) == "earlier"]
    earlier = [one for one in _asked(material, before, kinds) if one[1].lacks]
    finding.earlier += _some(earlier, material, 8, 3, "lacking")
    shown = int(question.settings.get("shown", 12))
    of_one = int(question.settings.get("of_one", 8))
    finding.for_ += _some([one for one in asked if not one[1].lacks], material, shown, of_one, "complete")
    finding.against += _some([one for one in asked if one[1].lacks], material, shown, of_one, "lacking")
    finding.tables += _tables(asked)
    if not asked and not found:
        period = period_in_words(str(material.period))
        finding.cannot_judge = f"No recommendation stands in the documents of {period}: {searched(material)}."
    finding.asks += _asks(asked)
    return finding


def _asked(
    material: Material, records: Sequence[DocumentRecord], kinds: Sequence[str]
) -> list[tuple[DocumentRecord, Asked]]:
    """The recommendations of documents of these kinds (none named: any), a draft's and its final's once."""
    found = [
        (record, asked)
        for record in records
        if not kinds or record.kind in kinds
        for asked in asked_in(material.library, record)
        if material.is_own(asked.piece, asked.text)
    ]
    once = frozenset(material.later.once([asked.piece for _, asked in found]))
    return [one for one in found if one[1].piece in once]


def _some(
    found: list[tuple[DocumentRecord, Asked]], material: Material, shown: int, of_one: int, signal: str
) -> list[Point]:
    """The worst first (or the newest), not too many of one document."""
    ordered = sorted(
        found, key=lambda one: (-len(one[1].lacks), newest_first(one[0]), one[0].source, one[1].piece)
    )
    taken: Counter[str] = Counter()
    points: list[Point] = []
    for record, asked in ordered:
        if taken[record.id] < of_one and len(points) < shown:
            taken[record.id] += 1
            basis = basis_of_document(Writer(record.kind, record.title), "")
            points.append(Point(asked.text, basis, (asked.piece,), signal, material.source_of(asked.piece)))
    return points


def _tables(asked: list[tuple[DocumentRecord, Asked]]) -> list[Tabled]:
    if not asked:
        return []
    lines: list[Line] = []
    for record in dict.fromkeys(record for record, _ in asked):
        own = [one for other, one in asked if other.id == record.id]
        having = [str(sum(one.has(element) for one in own)) for element in ELEMENTS]
        cells = (record.title, str(len(own)), *having, str(sum(not one.lacks for one in own)))
        lines.append((cells, (own[0].piece,)))
    header = ("Document", "Recommendations", "With an owner", "With a date", "With a measure", "With all")
    each = (
        ((one.text, record.title, *("yes" if one.has(name) else "no" for name in ELEMENTS)), (one.piece,))
        for record, one in asked
    )
    columns = ("Recommendation", "Document", "Owner", "Date", "Measure")
    return [
        Tabled.of("Recommendations by document", header, lines),
        Tabled.of("Each recommendation", columns, each),
    ]


def _asks(asked: list[tuple[DocumentRecord, Asked]]) -> list[Ask]:
    """How many lack what, and the worst by its words."""
    lacking = [one for one in asked if one[1].lacks]
    if not lacking:
        return []
    counts = [
        (element, sum(element in one.lacks for _, one in lacking))
        for element in ("owner", DATE, DATE_TO_COME, "measure")
    ]
    told = [
        f"{number} {'has' if number == 1 else 'have'} no {element}" for element, number in counts if number
    ]
    total = f"{len(asked)} recommendation" + ("s" if len(asked) > 1 else "")
    worst = max(lacking, key=lambda one: len(one[1].lacks))[1]
    every = [f"Of {total}, {_joined(told, 'and')}: who sets them, and by when?"] if len(lacking) > 1 else []
    return [
        *(Ask(text, tuple(one.piece for _, one in lacking[:3])) for text in every),
        Ask(
            f"The recommendation “{cut(worst.text.split(), WORDS)}” has no {_joined(worst.lacks, 'or')}: "
            "who supplies it?",
            (worst.piece,),
        ),
    ]


def _joined(parts: Sequence[str], last: str) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"
