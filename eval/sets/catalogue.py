"""The sets by name, and which of their questions to ask."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from eval.sets.base import Query, QuestionSet, SetAbsentError
from eval.sets.bench import clapnq, doc2dial, doc2dial_turns, obliqa
from eval.sets.broad import broad, broad_sample
from eval.sets.real import (
    blind,
    board,
    bound,
    bound_sample,
    guest,
    outside,
    papers,
    probing,
    real,
    settled,
    visitor,
)
from eval.sets.sample import OTHER_SEEDS, sample, sample_seed

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

SETS: dict[str, Callable[[], QuestionSet]] = {
    "sample": sample,
    **{f"sample-{seed}": partial(sample_seed, seed) for seed in OTHER_SEEDS},
    "real": real,
    "board": board,
    "settled": settled,
    "blind": blind,
    "probing": probing,
    "outside": outside,
    "visitor": visitor,
    "papers": papers,
    "guest": guest,
    "bound": bound,
    "bound-sample": bound_sample,
    "broad": broad,
    "broad-sample": broad_sample,
    "obliqa": obliqa,
    "doc2dial": doc2dial,
    "doc2dial-turns": doc2dial_turns,
    "clapnq": clapnq,
}


def queries_of(questions: QuestionSet, split: str = "all", limit: int | None = None) -> list[Query]:
    """The questions of one half ("dev", "test") or "all"; a limit takes them evenly spread, in order."""
    chosen = [query for query in questions.queries if split in ("all", query.split)]
    if limit is None or limit >= len(chosen):
        return chosen
    return [chosen[number * len(chosen) // limit] for number in range(limit)]


def present(names: Iterable[str]) -> Iterator[QuestionSet]:
    """The sets of these names that are on this machine; the others say so and are skipped."""
    for name in names:
        try:
            yield SETS[name]()
        except SetAbsentError as absent:
            print(f"{name}: skipped, {absent}", file=sys.stderr)


def add_set_options(parser: argparse.ArgumentParser, default: str) -> None:
    """The options that say which sets are asked, which of their questions, and with which model."""
    parser.add_argument("--set", action="append", choices=list(SETS), help=f"default: {default}")
    parser.add_argument("--split", choices=["dev", "test", "all"], default="dev", help="tune on dev alone")
    parser.add_argument("--limit", type=int, help="at most so many questions")
    parser.add_argument("--model", help="another sentence-transformers model, by name or folder")
    parser.add_argument("--rebuild", action="store_true", help="ingest anew, after a change in ingest/")


def assistant_of(questions: QuestionSet, options: argparse.Namespace) -> ScrutinyAssistant:
    """An assistant over the set's documents, as those options want it."""
    from eval.libraries import assistant_for

    return assistant_for(questions, model=options.model, rebuild=options.rebuild)
