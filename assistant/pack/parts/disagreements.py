"""Statements that disagree: two dated claims about the same thing, both quoted."""

from __future__ import annotations

from assistant.answer import by_number
from assistant.contradictions.contradiction import Contradiction, none_found, not_compared
from assistant.pack.document import Block, Grid, Heading, Line, Text, Words, columns
from assistant.pack.material import PackMaterial
from assistant.pack.notes import Cited, Notes
from assistant.pack.shown import shown
from assistant.pack.wording import more, wording

SHARES = (0.17, 0.33, 0.33, 0.17)
MOST = 30


def disagreement_blocks(material: PackMaterial, notes: Notes) -> list[Block]:
    """A table of the pairs, what they are about and how they differ."""
    listed, words = material.disagreements, wording("disagreements")
    if listed is None:
        return []
    title = Heading(words["title"], 1, "disagreements")
    if not listed.contradictions:
        return [title, Text((Words(none_found()),))]
    notes.new_section()
    cited = by_number(listed.citations)
    rows = tuple(_row(one, cited, notes) for one in listed.contradictions[:MOST])
    return [
        title,
        Text((Words(words["lead"]),), "lead"),
        Grid(words["table"], columns(words["columns"], SHARES), rows),
        *more(words["more"], len(listed.contradictions) - MOST),
        *([Text((Words(told),))] if (told := not_compared(listed)) else []),
    ]


def _row(one: Contradiction, cited: Cited, notes: Notes) -> tuple[Line, ...]:
    return (
        (Words(shown(one.about)),),
        (notes.quoted((one.first,), cited),),
        (notes.quoted((one.second, *one.also), cited),),
        (Words(wording("disagreements")["kinds"][one.kind]),),
    )
