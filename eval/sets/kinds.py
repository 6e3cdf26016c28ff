"""Questions by what they ask (a count, a comparison, a list …), with all that a good answer has to hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from assistant.answer import Answer, Citation
from eval.sets.base import holds
from eval.sets.gold import Place, Split, split_of

GOLD = Path(__file__).resolve().parents[1] / "gold"

Kind = Literal[
    "count",
    "actor",
    "recency",
    "yes_no",
    "comparison",
    "list",
    "follow_up",
    "ledger",
    "named",
    "parts",
    "assurance",
    "brief",
    "subject",
    "disputed",
    "claims",
    "borne_out",
    "silence",
    "age",
    "turn",
    "group",
    "role",
    "agency",
    "state",
    "cause",
    "payment",
    "decision",
    "outcome",
    "risk",
    "month",
    "year",
    "relative",
    "since",
]

Gold = Literal["kinds", "scrutineer", "twins", "times"]
"""A folder of questions: of each kind, those with which a scrutineer prepares a challenge, pairs of which
one has no answer, or those limited in time.
"""


class Need(Place):
    """A place that has to be quoted, or one of `any`."""

    document: str = ""
    any: tuple[Place, ...] = ()

    @property
    def places(self) -> list[Place]:
        """Those of which one has to be quoted."""
        return list(self.any) or [self]


class KindQuestion(BaseModel):
    """A question of one kind; fields: the heads of `eval/gold/{kinds,scrutineer,twins,times}/real.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    kind: Kind
    question: str
    pair: str = ""
    after: list[str] = []
    as_of: date | None = None
    refused: bool = False
    needs: list[Need] = []
    first: str = ""
    told: list[str] = []
    untold: list[str] = []
    only: list[str] = []
    unquoted: list[Need] = []
    documents: list[str] = []
    sides: dict[Literal["for", "against"], list[Need]] = {}

    @property
    def split(self) -> Split:
        """The half it belongs to, with its twin."""
        return split_of(self.pair or self.question)


def read_kinds(name: str, gold: Gold = "kinds") -> list[KindQuestion]:
    """The questions over the documents of a set ("real", "sample")."""
    rows = yaml.safe_load((GOLD / gold / f"{name}.yaml").read_text("utf-8"))
    for row in rows:
        row["sides"] = {side: row.pop(side) for side in ("for", "against") if side in row}
    return TypeAdapter(list[KindQuestion]).validate_python(rows)


def met(question: KindQuestion, answer: Answer) -> list[float]:
    """For each thing that a good answer has to hold, whether this one does; of a list, the share."""
    refused = answer.outcome == "not_found"
    if question.refused or refused:
        return [float(question.refused and refused)]
    cited = answer.citations
    checks = [float(any(quoted(need, cited))) for need in question.needs]
    checks += [float(not any(quoted(need, cited))) for need in question.unquoted]
    if question.first:
        checks.append(float(cited[0].document == question.first))
    if question.only:
        checks.append(float({one.document for one in cited} <= set(question.only)))
    if question.documents:
        sources = {one.document for one in cited}
        checks.append(sum(name in sources for name in question.documents) / len(question.documents))
    said = " ".join((answer.verdict, answer.reason, *(f"{gap.what} {gap.where}" for gap in answer.gaps)))
    checks += [float(word in said) for word in question.told]
    missing = " ".join(gap.what for gap in answer.gaps)
    checks += [float(word not in missing) for word in question.untold]
    for side, needs in question.sides.items():
        other = "Against" if side == "for" else "For"
        for need in needs:
            numbers = {one.n for one, there in zip(cited, quoted(need, cited), strict=True) if there}
            wrong = any(
                numbers & set(one.citations) and one.text.startswith(f"{other}:") for one in answer.statements
            )
            checks.append(float(bool(numbers) and not wrong))
    return checks or [1.0]


def quoted(need: Need, cited: tuple[Citation, ...]) -> list[bool]:
    """For each citation, whether it quotes the place."""
    return [
        any(one.document == place.document and holds(one.quote, place.locator) for place in need.places)
        for one in cited
    ]
