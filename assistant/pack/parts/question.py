"""One key question: verdict, both sides, the silence, what to ask, the tables."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import by_number
from assistant.in_words import filled
from assistant.key_questions.ledger import Claim, Ledger, Table
from assistant.pack.document import Block, Grid, Heading, Inline, Line, Points, Text, Words
from assistant.pack.material import PackMaterial
from assistant.pack.notes import Cited, Notes
from assistant.pack.parts.board import verdict_badge
from assistant.pack.parts.columns import columns_of, cut
from assistant.pack.parts.judged import judged_remark, put_already, set_aside
from assistant.pack.shown import shown
from assistant.pack.wording import fitting, more, wording

MOST = {"for": 12, "against": 12, "earlier": 5, "elsewhere": 4}
"""Statements of each list that a pack prints; the rest is counted and stays in the library's ledger."""

ELSEWHERE = ("Each action", "Each recommendation")
"""Tables that have a section of their own in a pack."""

MOST_ROWS = 12
NO_BREAK = "\u00a0"
"""Between a figure and its first mark, which would be read as its power."""

MOST_MARKS = 3
"""Marks behind one challenge; the ledger has all."""

MOST_ROW_MARKS = 2
"""Marks behind one row of a table: their notes hold the words, and would fill the page."""


def question_blocks(number: int, ledger: Ledger, material: PackMaterial, notes: Notes) -> list[Block]:
    """The section of one ledger."""
    words, cited = wording("question"), by_number(ledger.citations)
    notes.new_section()
    blocks: list[Block] = [
        Heading(f"{number}. {shown(ledger.question)}", 1, f"q-{ledger.id}", own_page=number == 1),
        Text((verdict_badge(ledger), Words(f" {shown(ledger.reason)}")), "lead"),
    ]
    for name, claims in (("for", ledger.for_), ("against", ledger.against)):
        blocks.append(Heading(f"{words[name]} ({len(claims)})", 2, f"{name}-{ledger.id}"))
        blocks += _claims(name, claims, ledger, cited, material, notes) or [Text((Words(words["nothing"]),))]
    blocks += _silent(ledger)
    blocks += _ask(ledger, cited, notes)
    blocks += put_already(ledger, material)
    for table in ledger.tables:
        if table.title in ELSEWHERE:
            continue
        rows = fitting(len(table.rows), MOST_ROWS)
        blocks += [_grid(part, rows, cited, notes) for part in cut(table, rows)]
        blocks += more(words["more"], len(table.rows) - rows)
    for name, claims in (("earlier", ledger.earlier), ("elsewhere", ledger.elsewhere)):
        if claims:
            blocks.append(Heading(words[name], 2, f"{name}-{ledger.id}"))
            blocks += _claims(name, claims, ledger, cited, material, notes)
    return blocks + set_aside(ledger, material, notes)


def _claims(
    name: str, claims: Sequence[Claim], ledger: Ledger, cited: Cited, material: PackMaterial, notes: Notes
) -> list[Block]:
    listed = claims[: fitting(len(claims), MOST[name])]
    bases = wording("bases")
    items: list[Line] = []
    for claim in listed:
        remark = judged_remark(ledger.id, [cited[n] for n in claim.citations], material)
        area = f"{shown(claim.area)}, " if claim.area else ""
        basis = f" ({area}{bases[claim.basis]}{'; ' + remark if remark else ''})"
        items.append((notes.quoted(claim.citations, cited), Words(basis, "quiet")))
    blocks: list[Block] = [Points(tuple(items))] if items else []
    return [*blocks, *more(wording("question")["more"], len(claims) - len(listed))]


def _silent(ledger: Ledger) -> list[Block]:
    """What is not there; the papers looked in are named once for those that follow one another."""
    if not ledger.silent:
        return []
    words = wording("question")
    items: list[Line] = []
    told = ""
    for gap in ledger.silent:
        fresh = gap.where if gap.where != told else ""
        where = shown(fresh)
        if fresh and gap.searched:
            where = filled(words["silent_where"], where=where)
        told = gap.where
        remark: tuple[Inline, ...] = (Words(f" ({where})", "quiet"),) if where else ()
        items.append((Words(shown(gap.what)), *remark))
    title = f"{words['silent']} ({len(ledger.silent)})"
    return [Heading(title, 2, f"silent-{ledger.id}"), Points(tuple(items))]


def _ask(ledger: Ledger, cited: Cited, notes: Notes) -> list[Block]:
    if not ledger.challenges:
        return []
    items = tuple(
        (Words(shown(one.text)), *notes.marks(one.citations[:MOST_MARKS], cited)) for one in ledger.challenges
    )
    return [Heading(wording("question")["ask"], 2, f"ask-{ledger.id}"), Points(items, numbered=True)]


def _grid(table: Table, most: int, cited: Cited, notes: Notes) -> Grid:
    rows = []
    for cells, numbers in zip(table.rows[:most], table.citations, strict=False):
        line: list[Line] = [(Words(shown(cell)),) for cell in cells]
        if line:
            apart = (Words(NO_BREAK),) if numbers and cells[-1][-1:].isdigit() else ()
            line[-1] = (*line[-1], *apart, *notes.marks(numbers[:MOST_ROW_MARKS], cited))
        rows.append(tuple(line))
    return Grid(shown(table.title), columns_of(table, most), tuple(rows))
