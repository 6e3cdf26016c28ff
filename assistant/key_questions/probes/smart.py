"""SMART: each recommendation of the period's documents through the linter, with what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.key_questions.basis import Writer, basis_of_document
from assistant.key_questions.finding import Ask, Finding, Point, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.probes.signals import finding_of, with_asks
from assistant.key_questions.recommended import Asked, asked_in
from assistant.key_questions.silences import searched
from ingest.records import DocumentRecord

ELEMENTS = ("owner", "date", "measure")


def probe(question: KeyQuestion, material: Material) -> Finding:
    """Recommendations with all elements for, those lacking some against, and what is said of plans."""
    found = matches(question, material.now, material)
    finding = finding_of(question, material, found)
    kinds = tuple(question.settings.get("kinds", ()))
    asked = list(_asked(material, material.documents_now, kinds))
    before = [one for one in material.own_documents if material.published_in(one.id) == "earlier"]
    earlier = [one for one in _asked(material, before, kinds) if one[1].lacks]
    finding.earlier += _some(earlier, material, 8, 3, "lacking")
    shown = int(question.settings.get("shown", 12))
    of_one = int(question.settings.get("of_one", 8))
    finding.for_ += _some([one for one in asked if not one[1].lacks], material, shown, of_one, "complete")
    finding.against += _some([one for one in asked if one[1].lacks], material, shown, of_one, "lacking")
    finding.tables += _tables(asked)
    if not asked and not found:
        finding.cannot_judge = (
            f"No recommendation stands in the documents of {material.period}: {searched(material)}."
        )
    finding.asks += _asks(asked)
    return with_asks(question, finding, material)


def _asked(
    material: Material, records: Sequence[DocumentRecord], kinds: Sequence[str]
) -> Iterator[tuple[DocumentRecord, Asked]]:
    """The recommendations of documents of these kinds (none named: any)."""
    for record in records:
        if kinds and record.kind not in kinds:
            continue
        for asked in asked_in(material.library, record):
            if material.is_own(asked.piece, asked.text):
                yield record, asked


def _some(
    found: list[tuple[DocumentRecord, Asked]], material: Material, shown: int, of_one: int, signal: str
) -> list[Point]:
    """The worst first (or the newest), not too many of one document."""
    ordered = sorted(
        found, key=lambda one: (-len(one[1].lacks), _newest(one[0]), one[0].source, one[1].piece)
    )
    taken: Counter[str] = Counter()
    points: list[Point] = []
    for record, asked in ordered:
        if taken[record.id] < of_one and len(points) < shown:
            taken[record.id] += 1
            basis = basis_of_document(Writer(record.kind, record.title), "")
            points.append(Point(asked.text, basis, (asked.piece,), signal, material.source_of(asked.piece)))
    return points


def _newest(record: DocumentRecord) -> tuple[int, ...]:
    return tuple(-ord(character) for character in record.published or "") or (0,)


def _tables(asked: list[tuple[DocumentRecord, Asked]]) -> list[Tabled]:
    if not asked:
        return []
    records = list(dict.fromkeys(record for record, _ in asked))
    rows, slices = [], []
    for record in records:
        own = [one for other, one in asked if other.id == record.id]
        having = [str(sum(element not in one.lacks for one in own)) for element in ELEMENTS]
        rows.append((record.title, str(len(own)), *having, str(sum(not one.lacks for one in own))))
        slices.append((own[0].piece,))
    header = ("Document", "Recommendations", "With an owner", "With a date", "With a measure", "With all")
    each = [
        (one.text, record.title, *("yes" if element not in one.lacks else "no" for element in ELEMENTS))
        for record, one in asked
    ]
    return [
        Tabled("Recommendations by document", header, tuple(rows), tuple(slices)),
        Tabled(
            "Each recommendation",
            ("Recommendation", "Document", "Owner", "Date", "Measure"),
            tuple(each),
            tuple((one.piece,) for _, one in asked),
        ),
    ]


def _asks(asked: list[tuple[DocumentRecord, Asked]]) -> list[Ask]:
    """The two worst, with what to ask for."""
    worst = sorted((one for one in asked if one[1].lacks), key=lambda one: -len(one[1].lacks))[:2]
    return [
        Ask(f"Recommendation without {_listed(one.lacks)}: who supplies it?", (one.piece,))
        for _, one in worst
    ]


def _listed(lacks: tuple[str, ...]) -> str:
    words = [f"{'an' if lack == 'owner' else 'a'} {lack}" for lack in lacks]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
