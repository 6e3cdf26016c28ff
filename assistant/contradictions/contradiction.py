"""Contradiction: two statements about the same thing that cannot both hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Disagreement = Literal["figure", "status", "judgement"]
"""10 % against 38 %; "on track" against "not started"; "every team" against "9 of 31 teams"."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Both sides by citation number (earlier first), what they are about, and how they disagree."""

    about: str
    kind: Disagreement
    first: int
    second: int
