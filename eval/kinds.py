"""`python -m eval kinds`: are counts, comparisons, lists and the like answered as a careful reader would?"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, get_args

from eval import scores
from eval.conversing import asked_after, copies, parser_of, shown
from eval.sets.kinds import Gold, KindQuestion, met, read_kinds
from prompts import load_data

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


def main(argv: list[str]) -> int:
    """Parse, ask, print; sets that are not on this machine say so and are skipped."""
    parser = parser_of("kinds", __doc__)
    parser.add_argument("--kind", help="this kind alone")
    parser.add_argument(
        "--gold", choices=get_args(Gold), default="kinds", help="which questions; default: kinds"
    )
    options = parser.parse_args(argv)
    whole: list[Judged] = []
    for name, assistant in copies(options):
        judged = [*_judged(name, assistant, options)]
        by_kind: dict[str, list[float | None]] = defaultdict(list)
        for one in judged:
            by_kind[one.question.kind].append(one.value)
        for kind, values in by_kind.items():
            print(f"  {name:8} {kind:12} {scores.mean(values):.3f} n={len(values)}")
        whole += judged
    print("".join(f"{line}\n" for line in _of_pairs(whole)), end="")
    if interval := scores.bootstrap([one.value for one in whole]):
        print(f"{options.split}: {interval}")
    return 0


class Judged(NamedTuple):
    """A question and the share of what it wants that its answer holds; `sure`: that answer doubts nothing."""

    question: KindQuestion
    value: float
    sure: bool


def _judged(name: str, assistant: ScrutinyAssistant, options: argparse.Namespace) -> Iterator[Judged]:
    asked = [
        one
        for one in read_kinds(name, options.gold)
        if options.split in (one.split, "all") and options.kind in (one.kind, None)
    ]
    for number, question in enumerate(asked):
        answer = asked_after(assistant, question.after, question.question, f"kinds-{number}", question.as_of)
        checks = met(question, answer)
        sure = answer.outcome == "answered" and (answer.confidence or 0) >= load_data("refusal.yaml")["sure"]
        if options.show and min(checks) < 1:
            print(shown(" > ".join((*question.after, question.question)), question.kind, checks, answer))
        yield Judged(question, sum(checks) / len(checks), sure)


def _of_pairs(judged: Sequence[Judged]) -> Iterator[str]:
    """Of pairs: how those that a paper answers are answered, and what becomes of their twins."""
    told = [one for one in judged if one.question.pair and not one.question.refused]
    untold = [one for one in judged if one.question.pair and one.question.refused]
    for name, values in (
        ("told: answered rightly", [one.value for one in told]),
        ("untold: refused", [one.value for one in untold]),
        ("untold: sure and wrong", [float(one.sure) for one in untold]),
    ):
        if values:
            yield f"  {name:22} {scores.mean(values):.3f} n={len(values)}"
