"""`python -m eval reckoned`: does a register answer what it can exactly, and leave the rest to the search?

Asked of the sample library, without a search: what would be searched for stops there.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import yaml

from assistant.answer import Answer
from assistant.answering import answer_question
from corpus import documents_path
from eval.actions import library_of
from eval.sets.gold import split_of
from ingest.filters import Filters
from ingest.library import Library

GOLD = Path(__file__).parent / "gold" / "reckoned.yaml"


class _SearchedError(Exception):
    """The question came to the search."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the gold, whether a register is to answer it, what it said, and whether that is right.

    `said` is "" where it came to the search.
    """

    text: str
    reckoned: bool
    said: str
    right: bool

    @property
    def half(self) -> str:
        """The half of the gold that its words fall in."""
        return split_of(self.text)


def main(argv: list[str]) -> int:
    """How many of each half are right; what went wrong in the dev half with --show."""
    parser = argparse.ArgumentParser(prog="python -m eval reckoned", description=__doc__)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args(argv)
    with library_of([documents_path()]) as library:
        every = list(asked_of(library))
    for half in ("dev", "test"):
        for reckoned, name in ((True, "to be reckoned"), (False, "to be searched for")):
            held = [one for one in every if one.half == half and one.reckoned == reckoned]
            print(f"{half}: {sum(one.right for one in held)} of {len(held)} {name} right")
    for one in every if options.show else ():
        if one.half == "dev" and not one.right:
            print(f"  {one.text}\n    {one.said or 'searched for'}")
    return 0


def asked_of(library: Library, half: str = "") -> Iterator[Asked]:
    """Each question of the gold, or of one half of it, as the sample library answers it."""
    gold = yaml.safe_load(GOLD.read_text("utf-8"))
    for reckoned, name in ((True, "reckoned"), (False, "none")):
        for row in gold[name]:
            if half in ("", split_of(row["ask"])):
                answer = _answer(row["ask"], library, row.get("day", gold["day"]))
                right = _is_right(row, answer) if reckoned else answer is None
                yield Asked(row["ask"], reckoned, answer.verdict if answer else "", right)


def _answer(text: str, library: Library, day: str) -> Answer | None:
    """The answer of a register or a list; None where the papers would be searched."""

    def search(_: Filters) -> NoReturn:
        raise _SearchedError

    try:
        return answer_question(text, library, search, Filters(), date.fromisoformat(day), None, None)
    except _SearchedError:
        return None


def _is_right(row: Mapping[str, Any], answer: Answer | None) -> bool:
    """Whether the answer counts what the gold counts, names what it names and quotes what it quotes."""
    if answer is None:
        return False
    counted = "count" not in row or re.search(
        rf"\b{row['count']} (?:\w+ )?(?:actions?|recommendations?)\b", answer.verdict
    )
    quoted = [answer.citations[one.citations[0] - 1].quote for one in answer.statements]
    return bool(
        counted
        and all(name in answer.verdict for name in row.get("names", ()))
        and ("first" not in row or (quoted and row["first"] in " ".join(quoted[0].split())))
        and ("rows" not in row or len(quoted) == row["rows"])
    )
