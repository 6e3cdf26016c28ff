"""Questions: the ledgers of a library for the key questions of a framework."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.journal.judgements import Judgements, judgements
from assistant.key_questions.asks import asks_of
from assistant.key_questions.assemble import assemble
from assistant.key_questions.finding import Finding, Point
from assistant.key_questions.framework import Framework, KeyQuestion
from assistant.key_questions.gather import gather
from assistant.key_questions.kept_statements import read_once
from assistant.key_questions.ledger import Ledger
from assistant.key_questions.load_framework import DEFAULT, load_framework
from assistant.key_questions.material import Material
from assistant.key_questions.probes import probe_named
from assistant.slices import Sources
from assistant.statements.said import Said
from ingest.errors import NotFoundError
from ingest.filters import CURRENT, Filters
from ingest.library import Library


def ledgers(
    library: Library,
    ids: Sequence[str] = (),
    *,
    subject: str | None = None,
    period: str | None = None,
    as_of: str,
    framework: str = DEFAULT,
    filters: Filters = CURRENT,
) -> list[Ledger]:
    """The ledgers of the questions named (by id or number; none: all but those set aside), in order.

    `subject` None is the area that most documents are about; `period` None the latest 24 months present.
    NotFoundError for a question, framework or subject that is not there.
    """
    chosen = load_framework(framework)
    questions = [_named(chosen, name) for name in ids] or [one for one in chosen.questions if not one.aside]
    several = len(questions) > 1
    material = gather(
        library, chosen, subject=subject, period=period, as_of=as_of, filters=filters, all_of=several
    )
    if several:
        for record in material.own_documents:
            read_once(library, record)
    judged = judgements(library, as_of)
    sources = Sources(library)
    return [
        _ledger(question, accepted_material(question.id, material, judged), judged, sources)
        for question in questions
    ]


def _ledger(question: KeyQuestion, material: Material, judged: Judgements, sources: Sources) -> Ledger:
    finding = probe_named(question.probe)(question, material)
    finding.asks += asks_of(question, finding, material)
    return assemble(question, accepted_finding(question.id, finding, judged), material, sources)


def _named(framework: Framework, name: str) -> KeyQuestion:
    found = framework.named(name)
    if found is None:
        raise NotFoundError(
            f"The framework has no question {name}.", f"Its questions are: {framework.listing}."
        )
    return found


def accepted_material(question: str, material: Material, judged: Judgements) -> Material:
    """The material without the statements rejected for this question."""
    if not any(judgement.decision == "rejected" for judgement in judged.in_force):
        return material

    def kept(statements: Sequence[Said]) -> list[Said]:
        return [one for one in statements if not judged.rejects(question, one.piece)]

    return replace(
        material,
        now=kept(material.now),
        earlier=kept(material.earlier),
        elsewhere=kept(material.elsewhere),
    )


def accepted_finding(question: str, finding: Finding, judged: Judgements) -> Finding:
    """The finding without points that rest on rejected words, whatever way they were found."""

    def kept(points: Sequence[Point]) -> list[Point]:
        return [one for one in points if not any(judged.rejects(question, piece) for piece in one.slices)]

    return replace(
        finding,
        for_=kept(finding.for_),
        against=kept(finding.against),
        earlier=kept(finding.earlier),
        elsewhere=kept(finding.elsewhere),
    )
