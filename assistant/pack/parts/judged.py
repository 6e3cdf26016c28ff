"""The scrutineer's own judgement where it belongs: beside the evidence, and under its question."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Citation, by_number
from assistant.in_words import filled
from assistant.journal.log import JudgedEvidence
from assistant.key_questions.ledger import Ledger
from assistant.pack.document import Block, Heading, Line, Points, Words
from assistant.pack.material import PackMaterial
from assistant.pack.notes import Notes
from assistant.pack.shown import shown
from assistant.pack.wording import wording


def judged_remark(question: str, citations: Sequence[Citation], material: PackMaterial) -> str:
    """What the scrutineer made of the evidence, in words; "" where nothing."""
    words = wording("question")
    remarks = []
    for judgement in in_force(question, material):
        if judgement.decision == "rejected" or not any(_same(judgement, one) for one in citations):
            continue
        if judgement.decision == "accepted":
            remarks.append(words["accepted"])
        if judgement.words:
            remarks.append(filled(words["note"], words=shown(judgement.words)))
    return "; ".join(remarks)


def set_aside(ledger: Ledger, material: PackMaterial, notes: Notes) -> list[Block]:
    """What the scrutineer took out of this ledger, with the reason."""
    cited = by_number(material.judgements.citations)
    items: list[Line] = []
    for judgement in in_force(ledger.id, material):
        if judgement.decision == "rejected" and judgement.citation is not None:
            quoted = notes.quoted((judgement.citation,), cited)
            items.append((quoted, Words(f" ({judgement.id}: {shown(judgement.words)})", "quiet")))
    if not items:
        return []
    return [Heading(wording("question")["set_aside"], 2, f"aside-{ledger.id}"), Points(tuple(items))]


def put_already(ledger: Ledger, material: PackMaterial) -> list[Block]:
    """The challenges of the log that belong to this question."""
    put = [one for one in material.challenges.challenges if one.question == ledger.id]
    if not put:
        return []
    items: tuple[Line, ...] = tuple(
        (Words(f"{one.id}. {shown(one.text)}"), Words(f" ({one.status})", "quiet")) for one in put
    )
    return [Heading(wording("question")["put"], 2, f"put-{ledger.id}"), Points(items)]


def in_force(question: str, material: PackMaterial) -> list[JudgedEvidence]:
    """The judgements that hold for a question."""
    return [
        one
        for one in material.judgements.judgements
        if one.standing == "in_force" and one.question in ("", question)
    ]


def _same(judgement: JudgedEvidence, citation: Citation) -> bool:
    if judgement.document_id != citation.document_id:
        return False
    shared = min(judgement.end, citation.end) - max(judgement.start, citation.start)
    return 2 * shared > min(judgement.end - judgement.start, citation.end - citation.start)
