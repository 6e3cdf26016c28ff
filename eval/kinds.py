"""`python -m eval kinds`: are counts, comparisons, lists and the like answered as a careful reader would?"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer import Answer
from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from eval import scores
from eval.libraries import assistant_for
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
    parser = argparse.ArgumentParser(prog="python -m eval kinds", description=__doc__)
    parser.add_argument("--set", action="append", choices=OVER, help="default: both")
    parser.add_argument("--split", choices=["dev", "test", "all"], default="dev", help="tune on dev alone")
    parser.add_argument("--kind", help="this kind alone")
    parser.add_argument("--show", action="store_true", help="also print what is not right, and its answer")
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


def _measured(name: str, asked: list[KindQuestion], *, show: bool) -> dict[str, list[float | None]]:
    """By kind, for each question the share of what a good answer has to hold. Raises SetAbsentError."""
    by_kind: dict[str, list[float | None]] = defaultdict(list)
    kept = assistant_for(SETS[name]())
    with tempfile.TemporaryDirectory(prefix="eval-kinds-") as folder:
        # In a copy, since conversations are kept in the library.
        shutil.copytree(kept.settings.library, Path(folder, "library"))
        assistant = build_assistant(Settings(Path(folder, "library"), None))
        assistant.__dict__["scorer"] = kept.scorer
        for number, question in enumerate(asked):
            answer = _ask(assistant, question, f"kinds-{number}")
            checks = met(question, answer)
            by_kind[question.kind].append(sum(checks) / len(checks))
            if show and min(checks) < 1:
                print("\n".join(_shown(question, checks, answer)))
    return by_kind


def _ask(assistant: ScrutinyAssistant, question: KindQuestion, conversation: str) -> Answer:
    if not question.after:
        return assistant.ask(question.question)
    for earlier in question.after:
        assistant.ask(earlier, conversation=conversation)
    return assistant.ask(question.question, conversation=conversation)


def _shown(question: KindQuestion, checks: list[float], answer: Answer) -> list[str]:
    asked = " > ".join((*question.after, question.question))
    said = [f"{answer.outcome}: {answer.verdict} {answer.reason}", answer.understood]
    documents = {one.n: one.document for one in answer.citations}
    quotes = [f"[{documents[one.citations[0]]}] {one.text}" for one in answer.statements]
    return [
        f"{question.kind:11} {'/'.join(f'{one:.2g}' for one in checks)} {asked}",
        *(f"{'':12}{' '.join(line.split())[:SHOWN]}" for line in (*said, *quotes) if line),
    ]
