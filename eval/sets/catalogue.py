"""The sets by name, and which of their questions to ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from eval.sets.base import Query, QuestionSet
from eval.sets.bench import clapnq, doc2dial, doc2dial_turns, obliqa
from eval.sets.real import blind, board, real, settled
from eval.sets.sample import OTHER_SEEDS, sample, sample_seed

SETS: dict[str, Callable[[], QuestionSet]] = {
    "sample": sample,
    **{f"sample-{seed}": partial(sample_seed, seed) for seed in OTHER_SEEDS},
    "real": real,
    "board": board,
    "settled": settled,
    "blind": blind,
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
