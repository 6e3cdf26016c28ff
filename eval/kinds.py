"""`python -m eval kinds`: are counts, comparisons, lists and the like answered as a careful reader would?"""

from __future__ import annotations

import argparse
from collections import defaultdict
from typing import TYPE_CHECKING

from eval import scores
from eval.conversing import asked_after, copies, parser_of, shown
from eval.sets.kinds import met, read_kinds

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


def main(argv: list[str]) -> int:
    """Parse, ask, print; sets that are not on this machine say so and are skipped."""
    parser = parser_of("kinds", __doc__)
    parser.add_argument("--kind", help="this kind alone")
    parser.add_argument(
        "--gold", choices=["kinds", "scrutineer"], default="kinds", help="which questions; default: kinds"
    )
    options = parser.parse_args(argv)
    whole: list[float | None] = []
    for name, assistant in copies(options):
        for kind, values in _measured(name, assistant, options).items():
            print(f"  {name:8} {kind:12} {scores.mean(values):.3f} n={len(values)}")
            whole += values
    if interval := scores.bootstrap(whole):
        print(f"{options.split}: {interval}")
    return 0


def _measured(
    name: str, assistant: ScrutinyAssistant, options: argparse.Namespace
) -> dict[str, list[float | None]]:
    """By kind, for each question the share of what a good answer has to hold."""
    by_kind: dict[str, list[float | None]] = defaultdict(list)
    asked = [
        one
        for one in read_kinds(name, options.gold)
        if options.split in (one.split, "all") and options.kind in (one.kind, None)
    ]
    for number, question in enumerate(asked):
        answer = asked_after(assistant, question.after, question.question, f"kinds-{number}")
        checks = met(question, answer)
        by_kind[question.kind].append(sum(checks) / len(checks))
        if options.show and min(checks) < 1:
            print(shown(" > ".join((*question.after, question.question)), question.kind, checks, answer))
    return by_kind
