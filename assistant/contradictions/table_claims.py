"""Table claims: the figures of tables whose columns are periods, such as scorecards and yearly tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.contradictions.claim import Claim
from assistant.contradictions.periods import Period, period_in
from ingest.document import Block, Document

_VALUE = re.compile(r"\s*(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>%|per cent)?\s*", re.IGNORECASE)
_OF = re.compile(r"\(\s*of\s+(?P<whole>\d+)\s*\)", re.IGNORECASE)
_DAY = re.compile(r"\b(?:at|on|as at)\s+(?P<day>\d{1,2}\s+[A-Z][a-z]+)\b", re.IGNORECASE)
_NOT_OWN = re.compile(
    r"target|compar|average|national|england|similar|neighbour|change|region|goal", re.IGNORECASE
)


def table_claims(document: Document, said_on: str | None) -> Iterator[Claim]:
    """A claim for each figure whose column names its period; its words are the row's label."""
    header: list[str] = []
    number = -1
    for block in document.blocks:
        if block.table < 0:
            number = -1
            continue
        cells = [document.text[start:end].strip() for start, end in block.cells]
        if block.kind == "table_header" or block.table != number:
            number, header = block.table, cells
            continue
        if not _columns(header, document) and _columns(cells, document):
            header = cells  # a title line may stand above the header of a sheet
            continue
        yield from _row_claims(block, cells, header, document, said_on)


def _row_claims(
    block: Block, cells: list[str], header: list[str], document: Document, said_on: str | None
) -> Iterator[Claim]:
    columns = [(index, period) for index, period in _columns(header, document) if index < len(cells)]
    if not columns:
        return
    label = _label(cells[: columns[0][0]])
    for index, period in columns:
        value = _VALUE.fullmatch(cells[index])
        if value and label:
            yield _claim(block, label, value, header[index], period, said_on)


def _columns(header: list[str], document: Document) -> list[tuple[int, Period]]:
    """The columns that a period names, with it."""
    return [
        (index, period)
        for index, label in enumerate(header)
        if (period := _column(label, header[0], document.period))
    ]


def _claim(
    block: Block, label: str, value: re.Match[str], column: str, period: Period, said_on: str | None
) -> Claim:
    figure = float(value["value"].replace(",", ""))
    whole = _OF.search(column)
    share = (
        bool(value["unit"])
        or bool(re.search(r"%|per\s?cent|percentage", label, re.IGNORECASE))
        or bool(whole)
    )
    counted = int(whole["whole"]) if whole else None
    return Claim(
        kind="share" if share else "count",
        span=(block.start, block.end),
        said_on=said_on,
        words=re.sub(r"\(?%\)?", "", label),
        value=round(100 * figure / counted, 1) if counted else figure,
        part=int(figure) if counted else None,
        whole=counted,
        since=period[0],
        until=period[1],
        own_period=True,
        from_table=True,
    )


def _column(label: str, corner: str, document_period: str | None) -> Period | None:
    """The period that a column's name gives, with the day that the table's corner adds ("At 31 March")."""
    if _NOT_OWN.search(label):
        return None
    day = _DAY.search(corner)
    year = re.fullmatch(r"\s*(20\d{2})\s*", label)
    if day and year:
        return period_in(f"at {day['day']} {year[1]}", document_period)
    plain = _OF.sub("", label).strip()
    if not re.fullmatch(
        r"(?:q(?:uarter)?\s?[1-4]\b.*|20\d{2}(?:\s?[-–/]\s?\d{2,4})?|(?:[A-Z][a-z]+\s+)?20\d{2}|\d{1,2}\s+[A-Z][a-z]+\s+20\d{2})"
        r"(?:\s*\([^)]*\))?",
        plain,
        re.IGNORECASE,
    ):
        return None
    return period_in(f"in {plain}", document_period) or period_in(f"at {plain}", document_period)


def _label(cells: list[str]) -> str:
    """The longest of the cells before the figures: the measure, not its number or kind."""
    return max(cells, key=len, default="") if cells else ""
