"""The recommendations with their SMART letters, chosen and ordered by links; the trend over the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from assistant.answer import by_number
from assistant.api.caller import Caller
from assistant.areas.subjects import core_name
from assistant.charts.make import themes_by_year
from assistant.check.assessment import LETTERS
from assistant.register.entry import Entry
from assistant.register.register import Register, chains
from assistant.register.selection import MISSABLE, SOURCES, Selection
from assistant.register.trend import trend_chart
from assistant.render.table import csv_text
from assistant.web.choices import Choices, choices_in
from assistant.web.drawn import drawn, figures
from assistant.web.listed import listed
from assistant.web.pages import csv_reply, page
from assistant.web.visitor import Reading
from ingest.errors import UsageError
from ingest.filters import Filters

router = APIRouter(include_in_schema=False)

NAMES = ("subject", "owner", "theme", "year", "missing", "document", "source", "sort", "page")
MOST_THEMES = 12
TO_READ = 2
"""So many earlier ones are read beside each of which no repeat is told."""
SORTS: dict[str, tuple[str, Callable[[Entry], Any]]] = {
    "": ("document", lambda entry: 0),
    "newest": ("newest first", lambda entry: [-ord(digit) for digit in entry.published or "0"]),
    "lacking": ("lacking most first", lambda entry: -len(entry.missing)),
    "owner": ("owner", lambda entry: (entry.owner is None, entry.owner.text.lower() if entry.owner else "")),
}
COLUMNS = ("number", "recommendation", "document", "page", "published", "owner", "due", *LETTERS, "missing")


@router.get("/recommendations")
def recommendations(request: Request, caller: Reading) -> HTMLResponse:
    """Fifty at a time, with what may be chosen among all of them."""
    choices = choices_in("/recommendations", request.query_params, NAMES)
    found = _found(caller, choices)
    return page(
        request,
        "recommendations.html",
        register=found,
        choices=choices,
        groups=_groups(found.entries, choices),
        orders=choices.chips("sort", ((name, words, None) for name, (words, _) in SORTS.items())),
        listed=listed(_ordered(found.entries, choices), choices),
        smart=sum(entry.smart_with_context for entry in found.entries),
        trend=drawn(trend_chart(found.trend)),
        themes=drawn(themes_by_year(_most(_themes(found.entries)))),
        back=choices.address,
    )


@router.get("/recommendations/repeats")
def repeats(request: Request, caller: Reading) -> HTMLResponse:
    """What an earlier paper had asked, both quoted, and the nearest earlier ones of each other to be read."""
    choices = choices_in("/recommendations/repeats", request.query_params, NAMES)
    found = _found(caller, choices, repeats=True, nearest=TO_READ)
    nearest = groupby(found.nearest or (), key=lambda one: one.later.id)
    read = [(pairs[0], pairs) for pairs in (list(held) for _, held in nearest)]
    return page(
        request,
        "repeats.html",
        register=found,
        choices=choices,
        groups=_groups(found.entries, choices),
        chains=list(chains(found.repeats or ())),
        nearest=read,
        cited=by_number(found.citations),
        back=choices.address,
    )


@router.get("/recommendations.csv")
def as_csv(request: Request, caller: Reading) -> Response:
    """The same list, all of it."""
    choices = choices_in("/recommendations.csv", request.query_params, NAMES)
    rows = (_row(entry) for entry in _ordered(_found(caller, choices).entries, choices))
    return csv_reply("recommendations.csv", csv_text(COLUMNS, rows))


@router.get("/recommendations/{chart}.csv")
def figures_as_csv(request: Request, caller: Reading, chart: str) -> Response:
    """The figures behind one of the two pictures."""
    found = _found(caller, choices_in("/recommendations", request.query_params, NAMES))
    made = themes_by_year(_themes(found.entries)) if chart == "themes" else trend_chart(found.trend)
    return csv_reply(f"{chart}.csv", csv_text(*figures(made)))


def _found(caller: Caller, choices: Choices, **wanted: Any) -> Register:
    """What the choices select. UsageError for one that there is not."""
    source = choices.one("source") or "current"
    if source not in SOURCES:
        raise UsageError(f"Documents are {', '.join(SOURCES)}.")
    documents = choices.several("document")
    filters = Filters(documents=tuple(caller.assistant.show(name).id for name in documents))
    missing = choices.several("missing")
    selection = Selection(
        filters=filters,
        subject=choices.one("subject") or None,
        owners=choices.several("owner"),
        themes=choices.several("theme"),
        years=choices.several("year"),
        missing=missing,
        source=source,
    )
    return caller.assistant.recommendations(selection, **wanted)


def _ordered(entries: Sequence[Entry], choices: Choices) -> list[Entry]:
    _, key = SORTS.get(choices.one("sort"), SORTS[""])
    return sorted(entries, key=key)


def _groups(entries: Sequence[Entry], choices: Choices) -> list[tuple[str, list[Any]]]:
    owners = Counter(body for entry in entries for body in (entry.owner.bodies if entry.owner else ()))
    themes = Counter(theme for entry in entries for theme in entry.themes)
    years = Counter(entry.year for entry in entries if entry.year)
    areas = Counter(name for entry in entries if (name := core_name(entry.subject or "")))
    lacking = Counter(letter for entry in entries for letter in entry.missing)
    return [
        (
            "Lacking",
            choices.chips("missing", [(one, _plain(one), lacking[one]) for one in MISSABLE if lacking[one]]),
        ),
        ("Year", choices.chips("year", [(year, year, years[year]) for year in sorted(years, reverse=True)])),
        ("Theme", choices.commonest("theme", themes)),
        ("Owner", choices.commonest("owner", owners)),
        ("Area", choices.commonest("subject", areas)),
    ]


def _themes(entries: Sequence[Entry]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for entry in entries:
        for theme in entry.themes if entry.year else ():
            row = counts.setdefault(theme, {})
            row[entry.year] = row.get(entry.year, 0) + 1
    return counts


def _most(themes: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """The commonest: a picture of thirty bars tells nothing that its table does not tell better."""
    ordered = sorted(themes, key=lambda theme: (-sum(themes[theme].values()), theme))
    return {theme: themes[theme] for theme in ordered[:MOST_THEMES]}


def _row(entry: Entry) -> tuple[str, ...]:
    levels = (entry.criteria_with_context[letter] for letter in LETTERS)
    return (
        entry.number,
        entry.text,
        entry.document,
        entry.page_label or "",
        entry.published or "",
        entry.owner.text if entry.owner else "",
        entry.deadline.text if entry.deadline else "",
        *("" if level is None else str(level) for level in levels),
        ", ".join(_plain(name) for name in entry.missing),
    )


def _plain(name: str) -> str:
    return name.replace("_", "-")
