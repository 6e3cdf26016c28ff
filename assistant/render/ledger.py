"""Ledgers → paragraphs for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.in_words import period_in_words
from assistant.key_questions.ledger import Claim, Ledger, Table
from assistant.pack.wording import wording
from assistant.render.cited import board_paragraphs, footer, marked, sources_by_place
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.plain import counted, one_line, shortened

ROWS = 40
"""A table shows so many rows on a screen; the JSON form has all."""

CELL = 60


def topic(ledger: Ledger) -> str:
    """The question in a word or two: "Good practice"."""
    named = wording("board")["topics"].get(ledger.id)
    return named or one_line(ledger.id.replace("_", " ").replace("-", " ").capitalize())


def ledgers_paragraphs(ledgers: Sequence[Ledger]) -> Iterator[Paragraph]:
    """All ledgers one after the other, after a list of the verdicts where there are several."""
    if len(ledgers) > 1:
        yield from _overview(ledgers)
    for ledger in ledgers:
        yield from ledger_paragraphs(ledger)
        yield EMPTY_LINE
    if ledgers:
        yield footer(ledgers[0])


def ledger_paragraphs(ledger: Ledger) -> Iterator[Paragraph]:
    """One ledger: verdict and reason, both sides, silence, challenges, tables, sources."""
    yield Paragraph(one_line(ledger.question), style="bold")
    yield from ledger_body(ledger)
    yield from sources_by_place("Sources", ledger.citations)


def ledger_body(ledger: Ledger) -> Iterator[Paragraph]:
    """One ledger without its question and its sources."""
    yield _scope(ledger, "dim")
    yield Paragraph(f"{wording('verdicts')[ledger.verdict]}. {one_line(ledger.reason)}", style="bold")
    yield from _side("For", ledger.for_, ledger)
    yield from _side("Against", ledger.against, ledger)
    yield from _listed(
        "Silent",
        [(gap.what, f"looked in: {gap.where}" if gap.searched else gap.where) for gap in ledger.silent],
    )
    yield from board_paragraphs(ledger.challenges)
    for table in ledger.tables:
        yield from _table(table)
    yield from _side("Earlier (does not count)", ledger.earlier, ledger)
    yield from _side("Elsewhere (for comparison only)", ledger.elsewhere, ledger)


def _overview(ledgers: Sequence[Ledger]) -> Iterator[Paragraph]:
    first = ledgers[0]
    yield _scope(first, "bold")
    for number, ledger in enumerate(ledgers, 1):
        counts = f"{len(ledger.for_)} for, {len(ledger.against)} against, {len(ledger.silent)} silent"
        yield Paragraph(
            f"{one_line(ledger.question)} {wording('verdicts')[ledger.verdict]} ({counts})",
            lead=f"{number}. ",
        )
    yield EMPTY_LINE


def _scope(ledger: Ledger, style: str) -> Paragraph:
    period = one_line(period_in_words(ledger.period)) or "no dates"
    return Paragraph(f"{one_line(ledger.subject) or 'All documents'}, {period}", style=style)


def claim_reference(claim: Claim, ledger: Ledger) -> str:
    """The name by which a statement of a ledger is accepted or rejected: "impact:4"."""
    return f"{ledger.id}:{ledger.number_of(claim)}"


def _side(title: str, claims: Sequence[Claim], ledger: Ledger) -> Iterator[Paragraph]:
    if claims:
        yield EMPTY_LINE
        yield Paragraph(title, style="bold")
    for claim in claims:
        kind = ", ".join(
            part for part in (one_line(claim.area), wording("bases_in_short")[claim.basis]) if part
        )
        text = marked(f"“{one_line(claim.text)}” ({kind})", claim.citations)
        yield Paragraph(text, lead=f"{claim_reference(claim, ledger)}  ")


def _listed(title: str, items: Sequence[tuple[str, str]]) -> Iterator[Paragraph]:
    if items:
        yield EMPTY_LINE
        yield Paragraph(title, style="bold")
    for what, where in items:
        yield Paragraph(f"{one_line(what)} ({one_line(where)})", lead="- ")


def _table(table: Table) -> Iterator[Paragraph]:
    yield EMPTY_LINE
    yield Paragraph(one_line(table.title), style="bold")
    for cells, numbers in zip(table.rows[:ROWS], table.citations, strict=False):
        told = [cell not in ("", "0") for cell in cells]
        pairs = [
            f"{name}: {shortened(cell, CELL)}"
            for name, cell, says in zip(table.header, cells, told, strict=False)
            if says or (cell and sum(told) < 2)
        ]
        yield Paragraph(marked("; ".join(pairs), numbers), lead="- ")
    if len(table.rows) > ROWS:
        yield Paragraph(f"and {counted(len(table.rows) - ROWS, 'more row')} (--json shows all)", lead="  ")
