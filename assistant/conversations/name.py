"""Name: what a conversation may be called."""

from __future__ import annotations

from datetime import datetime

from ingest.errors import UsageError

LONGEST = 80


def checked_name(name: str) -> str:
    """The name without the spaces around it. UsageError where it is empty, too long or cannot be shown."""
    plain = name.strip()
    if not plain or len(plain) > LONGEST or not plain.isprintable():
        raise UsageError(
            f"“{plain[:LONGEST]}” is no name for a conversation.", f"Use 1 to {LONGEST} characters."
        )
    return plain


def name_for(now: datetime) -> str:
    """A name for a conversation that was given none: when it began."""
    return f"{now:%Y-%m-%d %H:%M:%S}"
