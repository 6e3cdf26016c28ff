"""Conversations of two and three turns, with how the last is to be read and what its answer has to hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from assistant.answer import Answer
from eval.sets.gold import Split, split_of
from eval.sets.kinds import KindQuestion, met

TURNS = Path(__file__).resolve().parents[1] / "gold" / "turns"

Sort = Literal[
    "topic",
    "place",
    "earlier",
    "period",
    "measure",
    "pronoun",
    "why",
    "author",
    "source",
    "alone",
    "whole",
    "courtesy",
]

_SENTENCE = re.compile(r"[A-Z0-9“][^\n]*[?.]")


class Reading(BaseModel):
    """What the whole question that a follow-up stands for opens with, holds and lacks, in small letters."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    opens: str = ""
    holds: list[str] = []
    lacks: list[str] = []

    def right(self, whole: str) -> bool:
        """Is it read so, and told in a sentence that a person would say?"""
        small = whole.lower()
        return (
            _SENTENCE.fullmatch(whole) is not None
            and ": " not in whole
            and small.startswith(self.opens)
            and all(_stands(word, small) for word in self.holds)
            and not any(_stands(word, small) for word in self.lacks)
        )


class Conversation(KindQuestion):
    """Questions asked one after the other; the form is told at the head of `eval/gold/turns/sample.yaml`."""

    kind: Literal["follow_up"] = "follow_up"
    turn: Sort
    reading: Reading | None = None
    quiet: bool = False

    @property
    def asked(self) -> str:
        """All of it on one line."""
        return " > ".join((*self.after, self.question))

    @property
    def split(self) -> Split:
        """The half it belongs to: of all its words, since many follow-ups are worded alike."""
        return split_of(self.asked)


def read_turns(name: str) -> list[Conversation]:
    """The conversations over the documents of a set ("real", "sample")."""
    rows = yaml.safe_load((TURNS / f"{name}.yaml").read_text("utf-8"))
    return TypeAdapter(list[Conversation]).validate_python(rows)


def read_right(conversation: Conversation, answer: Answer) -> bool | None:
    """Whether the last turn was taken for what it stands for; None where gold gives it no reading."""
    if conversation.reading is None:
        return None
    return conversation.reading.right(answer.understood or answer.question)


def answered_right(conversation: Conversation, answer: Answer) -> bool:
    """Does the answer hold all that a good one has to hold, or refuse where that is due?"""
    if conversation.quiet:
        return not (answer.citations or answer.nearest or answer.gaps)
    refused = answer.outcome == "not_found"
    if conversation.refused:
        told = f"{answer.verdict} {answer.reason}"
        return refused and all(word in told for word in conversation.told)
    if refused and not (conversation.needs or conversation.told):
        return {one.document for one in answer.nearest} <= set(conversation.only or ())
    return min(met(conversation, answer)) == 1


def _stands(words: str, text: str) -> bool:
    """Does one of the words or phrases between the bars stand in the text, as whole words?"""
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text) for one in words.split("|"))
