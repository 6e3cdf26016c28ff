"""The summary board: the verdict on every key question, and what to ask first."""

from __future__ import annotations

from assistant.answer import by_number
from assistant.in_words import filled
from assistant.key_questions.ledger import Ledger
from assistant.pack.document import Badge, Block, Grid, Heading, Inline, Line, Points, Text, Words, columns
from assistant.pack.material import PackMaterial
from assistant.pack.notes import Notes
from assistant.pack.shown import period_words, shown
from assistant.pack.wording import wording
from assistant.render.ledger import topic

CONCERN = ("contradicted", "not_evidenced", "cannot_judge", "partly", "evidenced")
MOST_FIRST = 5
"""So many challenges stand on the board's page, of the questions that stand worst."""

SHARES = (0.49, 0.21, 0.08, 0.12, 0.10)


def board(material: PackMaterial, notes: Notes) -> list[Block]:
    """One table of verdicts, and the first challenge of each question that is not evidenced."""
    words = wording("board")
    lead = filled(
        words["lead"],
        subject=shown(material.subject) or "all documents",
        period=period_words(material.period) or "no dates",
    )
    header = columns(words["columns"], SHARES, (2, 3, 4))
    rows = tuple(_row(number, ledger) for number, ledger in enumerate(material.ledgers, 1))
    blocks: list[Block] = [
        Heading(words["title"], 1, "board", own_page=True),
        Text((Words(lead),), "lead"),
        Grid(words["table"], header, rows),
    ]
    unclear = sorted(
        (one for one in material.ledgers if one.verdict != "evidenced" and one.challenges),
        key=lambda one: CONCERN.index(one.verdict),
    )[:MOST_FIRST]
    first = [(one, one.challenges[0]) for one in material.ledgers if one in unclear]
    if first:
        notes.new_section()
        items = tuple(
            (
                Words(f"{topic(ledger)}: ", "strong"),
                Words(shown(challenge.text)),
                *notes.marks(challenge.citations[:1], by_number(ledger.citations)),
            )
            for ledger, challenge in first
        )
        blocks += [
            Heading(words["first"], 2, "first"),
            Text((Words(words["first_lead"]),)),
            Points(items),
        ]
    return blocks


def verdict_badge(ledger: Ledger) -> Badge:
    """The verdict in words."""
    return Badge(wording("verdicts")[ledger.verdict], ledger.verdict)


def _row(number: int, ledger: Ledger) -> tuple[Line, ...]:
    counts = (len(ledger.for_), len(ledger.against), len(ledger.silent))
    cells: list[tuple[Inline, ...]] = [
        (Words(f"{number}. {shown(ledger.question)}"),),
        (verdict_badge(ledger),),
    ]
    return (*cells, *((Words(str(count)),) for count in counts))
