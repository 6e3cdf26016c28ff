"""Conversations of three turns as strangers talk, with the places that answer the second and third."""

from __future__ import annotations

from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from assistant.answer import Answer
from eval.sets.gold import Split, split_of
from eval.sets.kinds import Need, quoted
from eval.sets.turns import TURNS

Hard = Literal[
    "thing",
    "silent",
    "after_refusal",
    "shown",
    "change",
    "short",
    "paper",
    "place",
    "matter",
    "who",
    "when",
    "of_those",
]


class TalkTurn(Need):
    """A turn that leans on those before it; the fields are told at the head of `talk-real.yaml`."""

    turn: Hard
    question: str
    refused: bool = False

    def first_right(self, answer: Answer) -> bool:
        """Does the first quotation answer it, or is it refused where that is due?"""
        return self._right(answer, first=True)

    def right(self, answer: Answer) -> bool:
        """Does any quotation answer it?"""
        return self._right(answer, first=False)

    def _right(self, answer: Answer, *, first: bool) -> bool:
        refused = answer.outcome == "not_found"
        if self.refused or refused:
            return self.refused and refused
        cited = quoted(self, answer.citations)
        return any(cited[:1] if first else cited)


class Talk(BaseModel):
    """A conversation: its opening and the turns that follow."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    opening: str
    then: list[TalkTurn]

    @property
    def split(self) -> Split:
        """The half that all of it belongs to."""
        return split_of(self.opening)


def read_talk(name: str) -> list[Talk]:
    """The conversations over the documents of a set ("real", "sample")."""
    rows = yaml.safe_load((TURNS / f"talk-{name}.yaml").read_text("utf-8"))
    return TypeAdapter(list[Talk]).validate_python(rows)
