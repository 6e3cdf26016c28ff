"""`python -m eval kinds`: are counts, comparisons, lists and the like answered as a careful reader would?"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import Answer
from eval import scores
from eval.libraries import copied_for
from eval.sets.base import SetAbsentError
from eval.sets.catalogue import SETS
from eval.sets.kinds import KindQuestion, met, read_kinds

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

OVER = ("real", "sample")
SHOWN = 160
"""Characters of a line shown."""


def main(argv: list[str]) -> int:
    """Parse, ask, print; sets that are not on this machine say so and are skipped."""
    parser = parser_of("kinds", __doc__)
    parser.add_argument("--kind", help="this kind alone")
    options = parser.parse_args(argv)
    whole: list[float | None] = []
    for name in options.set or OVER:
        asked = [
            one
            for one in read_kinds(name)
            if options.split in (one.split, "all") and options.kind in (one.kind, None)
        ]
        try:
            by_kind = _measured(name, asked, show=options.show)
        except SetAbsentError as absent:
            print(f"{name}: skipped, {absent}", file=sys.stderr)
            continue
        for kind, values in by_kind.items():
            print(f"  {name:8} {kind:12} {scores.mean(values):.3f} n={len(values)}")
            whole += values
    interval = scores.bootstrap(whole)
    if interval:
        print(
            f"{options.split}: {interval.value:.3f} [{interval.low:.3f}, {interval.high:.3f}] n={interval.n}"
        )
    return 0


def parser_of(name: str, description: str | None) -> argparse.ArgumentParser:
    """The options that the commands over these sets share."""
    parser = argparse.ArgumentParser(prog=f"python -m eval {name}", description=description)
    parser.add_argument("--set", action="append", choices=OVER, help="default: both")
    parser.add_argument("--split", choices=["dev", "test", "all"], default="dev", help="tune on dev alone")
    parser.add_argument("--show", action="store_true", help="also print what is not right, and its answer")
    return parser


def _measured(name: str, asked: list[KindQuestion], *, show: bool) -> dict[str, list[float | None]]:
    """By kind, for each question the share of what a good answer has to hold. Raises SetAbsentError."""
    by_kind: dict[str, list[float | None]] = defaultdict(list)
    with copied_for(SETS[name]()) as assistant:
        for number, question in enumerate(asked):
            answer = asked_in_turn(assistant, question, f"kinds-{number}")
            checks = met(question, answer)
            by_kind[question.kind].append(sum(checks) / len(checks))
            if show and min(checks) < 1:
                said = " > ".join((*question.after, question.question))
                print("\n".join(shown(said, question.kind, checks, answer)))
    return by_kind


def asked_in_turn(assistant: ScrutinyAssistant, question: KindQuestion, conversation: str) -> Answer:
    """The answer to a question, asked after those before it in a conversation of that name."""
    if not question.after:
        return assistant.ask(question.question)
    for earlier in question.after:
        assistant.ask(earlier, conversation=conversation)
    return assistant.ask(question.question, conversation=conversation)


def shown(asked: str, kind: str, checks: Sequence[float | None], answer: Answer) -> list[str]:
    """The lines that tell what was asked, how each check went, and the answer."""
    said = [f"{answer.outcome}: {answer.verdict} {answer.reason}", answer.understood]
    documents = {one.n: one.document for one in answer.citations}
    quotes = [f"[{documents[one.citations[0]]}] {one.text}" for one in answer.statements]
    return [
        f"{kind:11} {'/'.join('-' if one is None else f'{one:.2g}' for one in checks)} {asked}",
        *(f"{'':12}{' '.join(line.split())[:SHOWN]}" for line in (*said, *quotes) if line),
    ]
