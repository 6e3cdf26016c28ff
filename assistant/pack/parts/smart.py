"""The recommendations of the period, and what each lacks to be SMART."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import by_number
from assistant.check.assessment import NEEDED
from assistant.in_words import filled
from assistant.pack.document import Block, Grid, Heading, Inline, Line, Picture, Text, Words, columns
from assistant.pack.material import PackMaterial, Recommended
from assistant.pack.notes import Cited, Notes
from assistant.pack.shown import shown
from assistant.pack.wording import more, wording
from assistant.register.entry import Entry
from assistant.register.trend import trend_chart, trend_of

SHARES = (0.46, 0.18, 0.15, 0.21)
MOST = 40
FEWEST_YEARS = 3
"""A line through fewer points than this says nothing."""


def smart_blocks(material: PackMaterial, notes: Notes) -> list[Block]:
    """The trend over the years, and the recommendations of the period, those that lack most first."""
    words = wording("smart")
    title = Heading(words["title"], 1, "smart-check", own_page=bool(material.recommended))
    if not material.recommended:
        return [title, Text((Words(words["none"]),))]
    notes.new_section()
    cited = by_number(material.recommended_citations)
    ordered = sorted(material.recommended, key=lambda one: (-len(one.entry.missing), one.citation))
    rows = tuple(_row(one, cited, notes) for one in ordered[:MOST])
    blocks: list[Block] = [title, Text((Words(words["lead"]),), "lead"), *_trend(material.recommended)]
    blocks.append(Grid(words["table"], columns(words["columns"], SHARES), rows))
    return [*blocks, *more(words["more"], len(ordered) - MOST)]


def _row(one: Recommended, cited: Cited, notes: Notes) -> tuple[Line, ...]:
    words, entry = wording("smart"), one.entry
    owner = shown(entry.owner.text) if entry.owner else words["nobody"]
    due = shown(entry.deadline.text) if entry.deadline else words["no_date"]
    quoted: tuple[Inline, ...] = (notes.quoted((one.citation,), cited),)
    return (quoted, (Words(owner),), (Words(due),), (Words(lacking(entry)),))


def lacking(entry: Entry) -> str:
    """The letters that are missing, and those that are met in part only."""
    words = wording("smart")
    half = [name for name in NEEDED if entry.criteria_with_context.get(name) == 1]
    parts = [_listed(entry.missing), filled(words["in_part"], letters=_listed(half)) if half else ""]
    return "; ".join(part for part in parts if part) or str(words["nothing_missing"])


def _listed(names: Sequence[str]) -> str:
    return ", ".join(name.replace("_", "-") for name in names)


def _trend(recommended: Sequence[Recommended]) -> list[Block]:
    years = trend_of([one.entry for one in recommended])
    return [Picture(trend_chart(years))] if len(years) >= FEWEST_YEARS else []
