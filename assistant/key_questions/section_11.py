"""Section 11: the standards by agency as a matrix, with what a panel made of the agencies' own scores."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.slices import Slice
from ingest.document import Document

KIND = "section_11"
_STANDARD = re.compile(r"(?i)\bstandards?\b|\brequirement\b")
_AGENCY = re.compile(r"(?i)\b(?:agency|organisation|partner|body)\b")
_OWN = re.compile(r"(?i)\b(?:self|own|agency)\b.*\bscore|^score$|^grade$|^rag$|^self[- ]assess")
_PANEL = re.compile(r"(?i)\b(?:panel|moderated|agreed|final|validated)\b.*\b(?:score|grade|rag)|^moderated$")
_SCORE = re.compile(
    r"(?i)\d(?:\.\d)?|red|amber|green|yellow|blue|[a-d]|n/?a|met|not met|partly met|no return|none|-"
)
_NUMBER = re.compile(r"\d(?:\.\d)?")
LEAST_COLUMNS = 3
"""A table of standards by agency has at least so many columns."""


@dataclass(frozen=True, slots=True)
class Score:
    """What one agency gave itself on one standard, and what a panel made of it ("" where nothing)."""

    standard: str
    agency: str
    own: str
    panel: str
    piece: Slice

    @property
    def lowered(self) -> bool:
        """Did the panel give less than the agency?"""
        both = _NUMBER.fullmatch(self.own) and _NUMBER.fullmatch(self.panel)
        return bool(both) and float(self.panel) < float(self.own)

    def shown(self) -> str:
        """The score, or both: "3, panel 1"."""
        return f"{self.own}, panel {self.panel}" if self.panel and self.panel != self.own else self.own


def scores_in(document: Document) -> list[Score]:
    """The scores of one return or summary, those that a panel altered in place of the agency's alone."""
    found: dict[tuple[str, str], Score] = {}
    for header, start, end, cells in _rows(document):
        for score in _scores(document.id, header, start, end, cells):
            key = (_key(score.standard), _key(score.agency))
            known = found.get(key)
            if known is None or score.panel:
                own = score.own or (known.own if known else "")
                found[key] = Score(score.standard, score.agency, own, score.panel, score.piece)
    return list(found.values())


def matrix(scores: Iterable[Score]) -> tuple[tuple[str, ...], list[tuple[str, dict[str, Score]]]]:
    """The agencies, and for each standard the score of each, both in the order of the paper."""
    listed = list(scores)
    agencies = tuple(dict.fromkeys(score.agency for score in listed))
    standards: dict[str, tuple[str, dict[str, Score]]] = {}
    for score in listed:
        standards.setdefault(_key(score.standard), (score.standard, {}))[1][score.agency] = score
    return agencies, list(standards.values())


def _scores(id_: str, header: list[str], start: int, end: int, cells: list[str]) -> Iterator[Score]:
    piece = Slice(id_, start, end)
    at = {name: _column(header, form) for name, form in _FORMS.items()}
    if at["agency"] >= 0 and at["standard"] >= 0 and at["own"] >= 0:
        own, panel = _cell(cells, at["own"]), _cell(cells, at["panel"])
        if _SCORE.fullmatch(own):
            yield Score(_cell(cells, at["standard"]), _cell(cells, at["agency"]), own, panel, piece)
    elif at["standard"] == 0 and at["agency"] < 0 and len(header) >= LEAST_COLUMNS:
        given = [(agency, _cell(cells, number)) for number, agency in enumerate(header) if number]
        if all(not cell or _SCORE.fullmatch(cell) for _, cell in given):
            for agency, cell in given:
                if cell:
                    yield Score(cells[0], agency, cell, "", piece)


def _rows(document: Document) -> Iterator[tuple[list[str], int, int, list[str]]]:
    """Each row with its table's header."""
    header: list[str] = []
    table = -1
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind == "table_header":
            table, header = block.table, [name.strip() for name in text.split(" | ")]
        elif block.kind == "table_row" and block.table == table:
            cells = [document.text[start:end].strip() for start, end in block.cells]
            yield header, block.start, block.end, cells or [cell.strip() for cell in text.split(" | ")]


def _column(header: list[str], form: re.Pattern[str]) -> int:
    return next((at for at, name in enumerate(header) if form.search(name)), -1)


def _cell(cells: list[str], at: int) -> str:
    return cells[at] if 0 <= at < len(cells) else ""


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name).strip().casefold()


_FORMS = {"standard": _STANDARD, "agency": _AGENCY, "own": _OWN, "panel": _PANEL}
