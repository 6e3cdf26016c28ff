"""Weighing: which ledger a person has before them when evidence or a challenge is named by its number."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Weighing:
    """Whose ledger, of which months, framework and day, as `questions` takes them; None: its default."""

    subject: str | None = None
    period: str | None = None
    framework: str | None = None
    as_of: date | None = None

    @property
    def options(self) -> dict[str, Any]:
        """What the façade is asked for."""
        return asdict(self)


USUAL = Weighing()
"""The ledger that `questions` shows where nothing else is asked for."""
