"""Selection: which of a library's recommendations are wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from assistant.check.assessment import LETTERS
from assistant.register.entry import Entry
from assistant.repeats.themes import theme_names
from ingest.errors import UsageError
from ingest.filters import Filters

SourceStatus = Literal["current", "superseded", "all"]
SOURCES: tuple[SourceStatus, ...] = ("current", "superseded", "all")
MISSABLE = (*LETTERS, "owner")
"""What a recommendation can lack."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What to list; an empty field is no limit, several values of one field are alternatives.

    `filters` choose documents, `subject` those of one area (any of its names). `owners` are parts of a body's
    name or of the document's own words, `themes` parts of a theme's name, `missing` letters (or "owner") that
    must all be absent. Raises UsageError for a theme or a letter there is none of.
    """

    filters: Filters = field(default_factory=Filters)
    subject: str | None = None
    owners: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    source: SourceStatus = "current"

    def __post_init__(self) -> None:
        for theme in self.themes:
            if not any(theme.lower() in name.lower() for name in theme_names()):
                raise UsageError(f"There is no theme {theme!r}.", f"Themes: {', '.join(theme_names())}.")
        for letter in self.missing:
            if letter.replace("-", "_") not in MISSABLE:
                names = ", ".join(name.replace("_", "-") for name in MISSABLE)
                raise UsageError(f"{letter!r} is none of {names}.")

    def wants(self, entry: Entry) -> bool:
        """Whether this recommendation is to be listed."""
        return all(fits(self, entry) for fits in _TESTS)


def _by_source(selection: Selection, entry: Entry) -> bool:
    return selection.source == "all" or (selection.source == "superseded") == bool(entry.superseded_by)


def _by_owner(selection: Selection, entry: Entry) -> bool:
    named = (entry.owner.text, *entry.owner.bodies) if entry.owner else ()
    return not selection.owners or any(
        wanted.lower() in name.lower() for wanted in selection.owners for name in named
    )


def _by_theme(selection: Selection, entry: Entry) -> bool:
    return not selection.themes or any(
        wanted.lower() in theme.lower() for wanted in selection.themes for theme in entry.themes
    )


def _by_year(selection: Selection, entry: Entry) -> bool:
    return not selection.years or entry.year in selection.years


def _by_missing(selection: Selection, entry: Entry) -> bool:
    return {letter.replace("-", "_") for letter in selection.missing} <= set(entry.missing)


_TESTS: tuple[Callable[[Selection, Entry], bool], ...] = (
    _by_source,
    _by_owner,
    _by_theme,
    _by_year,
    _by_missing,
)
EVERYTHING = Selection()
