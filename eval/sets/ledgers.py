"""The gold ledgers: what should stand for and against each key question, checked as they are read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.key_questions.ledger import Verdict
from assistant.statements.said import Basis
from eval.sets.gold import Split

LEDGERS = Path(__file__).resolve().parents[1] / "gold" / "ledgers"

List = Literal["for", "against", "earlier", "elsewhere", "never"]
LISTS: tuple[List, ...] = get_args(List)


class Model(BaseModel):
    """Read from a file: an unknown field is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class GoldDocument(Model):
    """A document by its file name; `same_as` is the file whose words it repeats (one source)."""

    file: str
    same_as: str | None = None


class Item(Model):
    """One statement: where it stands, what kind of saying it is, and whether recall counts it."""

    doc: str
    page: Annotated[int, Field(ge=0)] | None = None
    quote: Annotated[str, Field(min_length=10)]
    basis: Basis | None = None
    found: Literal["must", "may"] = "must"
    leans: Literal["for", "against"] | None = None
    area: str | None = None
    why: str | None = None


class Silence(Model):
    """Evidence that is not in the library; a gap names it where it holds one of `words`."""

    what: str
    words: Annotated[list[str], Field(min_length=1)]


class GoldLedger(Model):
    """One key question: its verdict, and its statements by list."""

    number: Annotated[int, Field(ge=1)]
    asks: str
    verdict: Verdict
    defensible: list[Verdict]
    reason: str
    open: list[List] = []
    silent: list[Silence] = []
    for_: list[Item] = Field(default=[], alias="for")
    against: list[Item] = []
    earlier: list[Item] = []
    elsewhere: list[Item] = []
    never: list[Item] = []

    @model_validator(mode="after")
    def each_list_says_what_it_must(self) -> GoldLedger:
        """A verdict we defend is defensible; each list's items carry what that list needs."""
        needs = {"for": "basis", "against": "basis", "earlier": "leans", "elsewhere": "area", "never": "why"}
        if self.verdict not in self.defensible:
            raise ValueError(f"question {self.number}: the verdict is not among the defensible ones")
        for name, item in self.items():
            if getattr(item, needs[name]) is None:
                raise ValueError(f"question {self.number}, {name}: no {needs[name]}: {item.quote!r}")
        return self

    def items(self) -> Iterator[tuple[List, Item]]:
        """Every statement with the list it stands in."""
        for name in LISTS:
            for item in getattr(self, "for_" if name == "for" else name):
                yield name, item


class GoldLedgers(Model):
    """All ledgers of one subject and period (`from/to`, months), and the documents by their short names.

    `half`: the half of the whole file; absent where each statement has its own.
    """

    subject: str
    period: Annotated[str, Field(pattern=r"^\d{4}-\d\d/\d{4}-\d\d$")]
    half: Split | None = None
    documents: dict[str, GoldDocument]
    questions: list[GoldLedger]

    @model_validator(mode="after")
    def documents_are_known(self) -> GoldLedgers:
        """Each statement names a document of the list."""
        named = {item.doc for ledger in self.questions for _, item in ledger.items()}
        if unknown := named - set(self.documents):
            raise ValueError(f"documents not listed: {sorted(unknown)}")
        return self


def half_of(number: int, quote: str) -> Split:
    """The half a statement belongs to, fixed by question and words: tuning may look at dev only."""
    return "dev" if hashlib.sha256(f"{number} {quote}".encode()).digest()[0] % 2 else "test"


def read_ledgers(name: str, folder: Path = LEDGERS) -> GoldLedgers:
    """The gold ledgers of `name` ("harrow"); ValueError naming what is wrong with the file."""
    return GoldLedgers.model_validate(yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8")))
