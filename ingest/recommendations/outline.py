"""Outline: the headings above each block, and which of them opened a list of recommendations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.recommendations.headings import Opening, closes, is_lead_in, is_timed, label_number, opening_of

if TYPE_CHECKING:
    from ingest.document import Block, Document


_SHORT = 60
"""Longest paragraph, in characters, that can be a heading in disguise ("Recommendations:")."""

_LEAST_ASKED = 2
"""So many words after "Recommendation 3:" can be what is recommended ("Review thresholds")."""


@dataclass(frozen=True, slots=True)
class Place:
    """One block that may hold recommendations, and where it stands.

    `opening` is None outside any list of recommendations; `number` is that of a heading "Recommendation 6".
    """

    index: int
    block: Block
    headings: tuple[str, ...]
    lead_in: str
    opening: Opening | None
    number: str = ""


@dataclass
class _State:
    """The headings so far with their levels, and the list that is open."""

    headings: list[tuple[int, str]]
    opening: Opening | None = None
    opened_at: int = 0
    lead_in: str = ""
    timed: str = ""
    number: str = ""
    numbered: bool | None = None


def places(document: Document) -> Iterator[Place]:
    """Every block but plain headings, in order."""
    state = _State([])
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end].strip()
        if block.kind == "heading" or _is_heading_in_disguise(block, text):
            _pass_heading(state, block, text)
            number, after = label_number(text)
            if not number or len(text[after:].split()) < _LEAST_ASKED:
                continue
        elif block.kind == "paragraph" and is_lead_in(text):
            state.lead_in = text
        elif block.kind == "paragraph" and state.lead_in and not block.marker:
            state.lead_in = "" if state.opening else state.lead_in
        _close_where_the_list_changes(state, block)
        headings = tuple(heading for _, heading in state.headings) + ((state.timed,) if state.timed else ())
        yield Place(index, block, headings, state.lead_in, state.opening, state.number)


def _close_where_the_list_changes(state: _State, block: Block) -> None:
    """Numbered paragraphs after bulleted points of improvement are findings whose heading was not seen."""
    if block.kind != "list_item" or block.level > 1 or state.opening != "improvements":
        return
    numbered = block.marker.strip("().: ").isdigit()
    if state.numbered is not None and numbered != state.numbered:
        state.opening, state.opened_at = None, 0
    state.numbered = numbered


def _is_heading_in_disguise(block: Block, text: str) -> bool:
    if block.kind not in ("paragraph", "list_item") or len(text) > _SHORT:
        return False
    if label_number(text)[0]:
        return len(text.split()) < 4
    return is_timed(text) or bool(opening_of(text))


def _pass_heading(state: _State, block: Block, text: str) -> None:
    """Keeps the stack of headings; a heading no deeper than the one that opened the list closes it."""
    state.number = label_number(text)[0]
    if is_timed(text):
        state.timed = text
        return
    level = block.level if block.kind == "heading" else 9
    state.timed, state.lead_in = "", ""
    while state.headings and state.headings[-1][0] >= level:
        state.headings.pop()
    state.headings.append((level, text))
    opening = opening_of(text)
    if opening:
        inherits = state.opening == "improvements" and state.opened_at < level and opening == "findings"
        state.opening = (
            "recommendations" if inherits or (_asks_above(state) and opening == "findings") else opening
        )
        state.opened_at, state.numbered = level, None
    elif closes(text) or level <= state.opened_at or state.opening == "improvements":
        state.opening, state.opened_at = None, 0


def _asks_above(state: _State) -> bool:
    """“Areas for improvement” under "What does the local authority need to improve?" holds requests."""
    return any(opening_of(heading) == "improvements" for _, heading in state.headings[:-1])
