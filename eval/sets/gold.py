"""The gold questions written for this project on real public documents, checked as they are read."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator

Split = Literal["dev", "test"]

Why = Literal[
    "missing_fact",
    "wrong_place",
    "wrong_year",
    "wrong_group",
    "false_premise",
    "off_topic",
    "figure_never_given",
    "no_comparison",
    "aftermath",
    "no_paper",
]
"""Why nothing answers: the fact asked for is not in the document that is about the topic; the place has no
document; the year has none; it is told of another group, age or speaker; what the question takes for granted
did not happen; the topic has none; a figure one would expect is nowhere given; only one of two things is told
of; it came after the document was written; no paper of the kind asked about is there."""

QUESTIONS = Path(__file__).resolve().parents[1] / "gold" / "questions"
BOARD = QUESTIONS / "board"
SETTLED = QUESTIONS / "settled"
BLIND = QUESTIONS / "blind"
PROBING = QUESTIONS / "probing"
OUTSIDE = QUESTIONS / "outside"
VISITOR = QUESTIONS / "visitor"
PAPERS = QUESTIONS / "papers"
GUEST = QUESTIONS / "guest"
BOUND = QUESTIONS / "bound"
BOUND_SAMPLE = QUESTIONS / "bound-sample"
MOST_LOCATOR_WORDS = 8


class Place(BaseModel):
    """A document by its file name and its 0-based pages; no pages where the format has none.

    `locator` is the sentence's own words there, where they are not those of the question's first place.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    document: str
    pages: list[Annotated[int, Field(ge=0)]] = []
    locator: str = ""


class Answerable(Place):
    """A question whose answer stands on `pages`, the best one first, or in a place under `also`.

    `pair` is the name that it shares with its twin that nothing answers, where it was written with one.
    """

    question: str
    locator: str
    also: list[Place] = []
    pair: str = ""

    @field_validator("locator")
    @classmethod
    def short_locator(cls, words: str) -> str:
        """A locator finds the sentence; it does not reproduce it."""
        if not 1 <= len(words.split()) <= MOST_LOCATOR_WORDS:
            raise ValueError(f"a locator has 1 to {MOST_LOCATOR_WORDS} words: {words!r}")
        return words


class Unanswerable(BaseModel):
    """A question that no document answers, and why; `near` is where one would look first."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    question: str
    why: Why
    near: str | None = None
    pair: str = ""


def split_of(question: str) -> Split:
    """The half a question belongs to, fixed by its words alone: tuning may look at dev only."""
    return "dev" if hashlib.sha256(question.encode()).digest()[0] % 2 else "test"


def half_of(question: Answerable | Unanswerable) -> Split:
    """The half by the name of its pair, so that twins stay together; by its own words where it has none."""
    return split_of(question.pair or question.question)


def read_answerable(folder: Path = QUESTIONS) -> list[Answerable]:
    """All answerable questions; raises ValueError naming what is wrong with the file."""
    paths = [path for path in sorted(folder.glob("*.yaml")) if path.stem != "unanswerable"]
    rows = [row for path in paths for row in _rows(path)]
    return TypeAdapter(list[Answerable]).validate_python(rows)


def read_unanswerable(folder: Path = QUESTIONS) -> list[Unanswerable]:
    """All unanswerable questions; raises ValueError naming what is wrong with the file."""
    return TypeAdapter(list[Unanswerable]).validate_python(_rows(folder / "unanswerable.yaml"))


def _rows(path: Path) -> list[Any]:
    rows = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(rows, list):
        raise ValueError(f"{path.name} is not a list of questions")
    return rows
