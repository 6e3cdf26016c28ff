"""`python -m eval bench`: how long a question takes, over libraries of three sizes, warm and cold.

The libraries are made of the sample corpus (`eval/large_library.py`), the questions are the sample's. Warm
times are those of `ask` and `search` in a process that has answered before, with the packaged reranker and
with none; cold ones run from the start of a process to the first passages by full text alone, and to the
whole answer. Beside each stands BM25 alone over the same passages in the same run (`eval/peers/bm25.py`): the
machine's speed falls out of the ratio.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.large_library import EACH, cached_large_library
from eval.peers.bm25 import Bm25
from eval.sets.base import Slice

SIZES = (1_000, 10_000, 100_000)
QUESTIONS = 40
WARM_UP = 5
"""Questions asked before the clock starts."""

COLD = """
import json, sys, time
from pathlib import Path
from assistant.bootstrap import build_assistant
from assistant.settings import Settings
assistant = build_assistant(Settings(Path(sys.argv[2])))
assistant.search_words(sys.argv[3])
words = time.time() - float(sys.argv[1])
assistant.ask(sys.argv[3])
print(json.dumps([words, time.time() - float(sys.argv[1])]))
"""
"""The times are counted from before the process was started."""


@dataclass(frozen=True)
class Times:
    """Seconds over one library: one a question for the warm ones, one a process for the cold ones."""

    passages: int
    asked: tuple[float, ...]
    peer: tuple[float, ...]
    cold_words: tuple[float, ...] = ()
    cold_answer: tuple[float, ...] = ()
    searched: tuple[float, ...] = ()
    asked_plain: tuple[float, ...] = ()
    searched_plain: tuple[float, ...] = ()


def timed(call: Callable[[str], object], questions: Sequence[str]) -> tuple[float, ...]:
    """Seconds that each question takes; the first few are asked once before, untimed."""
    for question in questions[:WARM_UP]:
        call(question)
    found = []
    for question in questions:
        began = time.perf_counter()
        call(question)
        found.append(time.perf_counter() - began)
    return tuple(found)


def lines(times: Times) -> list[str]:
    """What is printed of one library: milliseconds, and how often BM25's time they are."""
    peer = float(np.median(times.peer))
    report = [f"{times.passages:,} passages (the sample's, shuffled and with noise), n={len(times.asked)}"]
    for name, values in (
        ("BM25 alone, warm", times.peer),
        ("ask, warm", times.asked),
        ("search, warm", times.searched),
        ("ask, no reranker", times.asked_plain),
        ("search, no reranker", times.searched_plain),
        ("first passages, cold", times.cold_words),
        ("ask, cold", times.cold_answer),
    ):
        if values:
            p50, p95 = np.percentile(values, [50, 95])
            report.append(
                f"  {name:22} p50 {p50 * 1000:7.1f} ms  p95 {p95 * 1000:7.1f} ms  {p50 / peer:8.1f} x BM25"
            )
    return report


def measure(folder: Path, passages: int, questions: Sequence[str], cold: int) -> Times:
    """Ask all questions of the library and of the peer, and `cold` of them in processes of their own."""
    from assistant.bootstrap import build_assistant
    from assistant.settings import NO_RERANKER, Settings

    warm = []
    for reranker in (None, NO_RERANKER):
        assistant = build_assistant(Settings(folder, reranker=reranker))
        warm += [timed(assistant.ask, questions), timed(assistant.search, questions)]
        assistant.close()
    bm25 = Bm25(list(_slices(folder)))
    peer = timed(lambda question: bm25(question, 10), questions)
    starts = [_cold(folder, question) for question in questions[:cold]]
    asked, searched, asked_plain, searched_plain = warm
    return Times(
        passages,
        asked,
        peer,
        tuple(first for first, _ in starts),
        tuple(last for _, last in starts),
        searched,
        asked_plain,
        searched_plain,
    )


def main(argv: list[str]) -> int:
    """Build what is missing, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m eval bench", description=__doc__)
    parser.add_argument("--passages", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--cold", type=int, default=5, help="processes started for the cold times")
    parser.add_argument("--limit", type=int, default=QUESTIONS, help="questions asked of each library")
    options = parser.parse_args(argv)
    from eval.sets.sample import sample

    questions = [query.text for query in sample().queries][: options.limit]
    for passages in options.passages:
        folder = cached_large_library(passages // EACH)
        print("\n".join(lines(measure(folder, passages, questions, options.cold))), flush=True)
    return 0


def _slices(folder: Path) -> list[Slice]:
    from ingest.library import Library

    with Library.open(folder) as library:
        return [
            Slice(record.source, None, one.text, one.start, one.end)
            for record in library.documents()
            for one in library.passages_of(record.id)
        ]


def _cold(folder: Path, question: str) -> tuple[float, float]:
    command = [sys.executable, "-c", COLD, str(time.time()), str(folder), question]
    ran = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own program
    words, answer = json.loads(ran.stdout)
    return words, answer
