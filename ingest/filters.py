"""Filters: which documents a search may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Filters:
    """Narrow a search to some documents; an empty tuple or None means no limit.

    `since` and `until` are ISO dates of any precision, both inclusive: until "2017" takes all of 2017.
    A document without a date is left out as soon as either is given. `organisations` match the writer or
    the subject, case-insensitively, as a part of the name. `documents` are ids. `labels` None means every
    label (the local command line); an empty tuple means none at all.
    """

    kinds: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    labels: tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None
    include_superseded: bool = False


CURRENT = Filters()
"""Every document but those that a newer version has superseded."""
WITH_SUPERSEDED = Filters(include_superseded=True)
