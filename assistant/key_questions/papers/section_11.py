"""Section 11: the standards by agency as a matrix, with what a panel made of the agencies' own scores."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.actions.people import name_of
from assistant.key_questions.papers.grades import WORDS, grade_of, is_lower
from assistant.register.bodies import agencies_in
from assistant.slices import Slice
from ingest.document import Document
from ingest.phrases import any_listed
from prompts.load import load_data

KIND = "section_11"
LEAST_COLUMNS = 3
"""A table of standards by agency has at least so many columns."""

_HEAD = 1500
"""Characters at the head of a return in which a line names its agency."""
_BREAK = re.compile(r"\s*[:;,()|]\s*|\s+[–—-]\s+")
_YEAR = r"(?:19|20)\d{2}(?:\s*[-/–]\s*\d{2,4})?"


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
        return is_lower(self.panel, self.own)

    def shown(self) -> str:
        """The score, or both: "3, panel 1"."""
        return f"{self.own}, panel {self.panel}" if self.panel and self.panel != self.own else self.own


def scores_in(document: Document) -> list[Score]:
    """The scores of one return or summary, those that a panel altered in place of the agency's alone."""
    return merged(
        score
        for heading, header, piece, cells in _rows(document)
        for score in _scores(document, heading, header, piece, cells)
    )


def merged(scores: Iterable[Score]) -> list[Score]:
    """One score for each standard and agency: a panel's before the agency's, a later paper's before both."""
    found: dict[tuple[str, str], Score] = {}
    for score in scores:
        key = (_key(score.standard), _key(score.agency))
        known = found.get(key)
        newer = known is not None and known.piece.document_id != score.piece.document_id
        if known is None or score.panel or newer:
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


def _scores(
    document: Document, heading: str, header: list[str], piece: Slice, cells: list[str]
) -> Iterator[Score]:
    at = {name: _column(header, form) for name, form in _forms().items()}
    standard, agency = _cell(cells, at["standard"]), _cell(cells, at["agency"])
    if at["own"] >= 0 and at["standard"] >= 0:
        own, panel = grade_of(_cell(cells, at["own"]), alone=False), _cell(cells, at["panel"])
        if own and standard:
            named = agency if at["agency"] >= 0 else agency_of(document, heading)
            yield Score(standard, named, own, panel, piece)
    elif at["own"] < 0 and len(header) >= LEAST_COLUMNS:
        across = at["agency"] == 0
        first = 0 if across else at["standard"]
        given = list(zip(header, cells, strict=False))[first + 1 :]
        if first >= 0 and given and all(not cell or grade_of(cell, alone=True) for _, cell in given):
            for name, cell in given:
                names = (name, cells[first]) if across else (cells[first], name)
                if cell:
                    yield Score(*names, cell, "", piece)


def _rows(document: Document) -> Iterator[tuple[str, list[str], Slice, list[str]]]:
    """Each row with the heading above its table, and with its header."""
    header: list[str] = []
    table, heading = -1, ""
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind == "heading":
            heading = text
        elif block.kind == "table_header":
            table, header = block.table, [name.strip() for name in text.split(" | ")]
        elif block.kind == "table_row" and block.table == table:
            cells = [document.text[start:end].strip() for start, end in block.cells]
            piece = Slice(document.id, block.start, block.end)
            yield heading, header, piece, cells or [cell.strip() for cell in text.split(" | ")]


def _column(header: list[str], form: re.Pattern[str]) -> int:
    return next((at for at, name in enumerate(header) if form.search(name)), -1)


def _cell(cells: list[str], at: int) -> str:
    return cells[at] if 0 <= at < len(cells) else ""


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name).strip().casefold()


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    columns: Any = load_data(WORDS)["columns"]
    return {name: re.compile("|".join(forms), re.IGNORECASE) for name, forms in columns.items()}


def agency_of(document: Document, heading: str) -> str:
    """The agency that a line of the return names, or the heading over a table, its title, or its author.

    Who completed it may be a person, whose agency, if any, stands beside the name.
    """
    head = document.text[:_HEAD]
    if line := _lines("named").search(head):
        return line[1].strip()
    signed = [line[1].partition(". ")[0].strip(" .") for line in _lines("signed").finditer(head)]
    beside = [part for line in signed for part in _BREAK.split(line) if agencies_in(part)]
    above = _names(heading) if heading != document.title else []
    others = [name for name in above if agencies_in(name)]
    others += [*_names(document.title), document.organisation or ""]
    found = [*beside, *(name for name in others if name and not any_listed(WORDS, "receivers").search(name))]
    found += [line for line in signed if not name_of(line)]
    return next(iter(found), str(load_data(WORDS)["nobody"]))


def _names(title: str) -> list[str]:
    """The parts of a title without the words and years at their ends that any return has."""
    parts = [_of_any().sub("", part.strip()).strip() for part in _BREAK.split(title)]
    return [part for part in parts if part[:1].isupper()]


@cache
def _lines(which: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{_entries(which)})\s*[:|]\s*([^|\n]{{3,80}})$", re.IGNORECASE | re.MULTILINE)


@cache
def _of_any() -> re.Pattern[str]:
    word = rf"(?<![\w’'-])(?:{_entries('of_any')}|{_YEAR})(?![\w’'-])"
    return re.compile(rf"^(?:{word}\s*)+|(?:\s*{word})+$", re.IGNORECASE)


def _entries(key: str) -> str:
    return "|".join(map(str, load_data(WORDS)[key]))
