"""Questions asked one after the other of a copy of a library: what `kinds`, `talk` and `turns` share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from assistant.answer import Answer
from eval.libraries import copied_for
from eval.sets.base import SetAbsentError
from eval.sets.catalogue import SETS

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

OVER = ("real", "sample")
SHOWN = 160
"""Characters of a line shown."""


def parser_of(name: str, description: str | None) -> argparse.ArgumentParser:
    """The options that these commands share."""
    parser = argparse.ArgumentParser(prog=f"python -m eval {name}", description=description)
    parser.add_argument("--set", action="append", choices=OVER, help="default: both")
    parser.add_argument("--split", choices=["dev", "test", "all"], default="dev", help="tune on dev alone")
    parser.add_argument("--show", action="store_true", help="also print what is not right, and its answer")
    return parser


def copies(options: argparse.Namespace) -> Iterator[tuple[str, ScrutinyAssistant]]:
    """Each set with an assistant over a copy of it; those that are not on this machine say so."""
    for name in options.set or OVER:
        try:
            with copied_for(SETS[name]()) as assistant:
                yield name, assistant
        except SetAbsentError as absent:
            print(f"{name}: skipped, {absent}", file=sys.stderr)


def asked_after(
    assistant: ScrutinyAssistant,
    earlier: Sequence[str],
    question: str,
    name: str,
    as_of: date | None = None,
) -> Answer:
    """The answer to a question, asked after others in a conversation of that name, on a day."""
    if not earlier:
        return assistant.ask(question, as_of=as_of)
    for one in earlier:
        assistant.ask(one, as_of=as_of, conversation=name)
    return assistant.ask(question, as_of=as_of, conversation=name)


def shown(asked: str, kind: str, checks: Sequence[float | None], answer: Answer) -> str:
    """The lines that tell what was asked, how each check went, and the answer."""
    said = [f"{answer.outcome}: {answer.verdict} {answer.reason}", answer.understood]
    documents = {one.n: one.document for one in answer.citations}
    quotes = [f"[{documents[one.citations[0]]}] {one.text}" for one in answer.statements]
    lines = [
        f"{kind:11} {'/'.join('-' if one is None else f'{one:.2g}' for one in checks)} {asked}",
        *(f"{'':12}{' '.join(line.split())[:SHOWN]}" for line in (*said, *quotes) if line),
    ]
    return "\n".join(lines)
