"""Selection: which of a library's recommendations are wanted."""

from __future__ import annotations

from collections.abc import Sequence
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
        return (
            (self.source == "all" or (self.source == "superseded") == bool(entry.superseded_by))
            and _part_of(self.owners, (entry.owner.text, *entry.owner.bodies) if entry.owner else ())
            and _part_of(self.themes, entry.themes)
            and (not self.years or entry.year in self.years)
            and {letter.replace("-", "_") for letter in self.missing} <= set(entry.missing)
        )


def _part_of(wanted: Sequence[str], names: Sequence[str]) -> bool:
    """Whether one of those wanted is part of a name; where none is wanted, any will do."""
    return not wanted or any(one.lower() in name.lower() for one in wanted for name in names)


EVERYTHING = Selection()
