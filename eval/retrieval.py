"""`python -m eval retrieval`: recall@1/3/5/10, MRR and MAP of any retriever on any set, with intervals."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from eval import scores
from eval.sets.base import Query, QuestionSet, Search, SetAbsentError
from eval.sets.catalogue import SETS, add_set_options, assistant_of, present, queries_of

CUTS = (1, 3, 5, 10)
DEPTH = 10
OVERFETCH = 3
"""Several slices of one unit count once, so this many times the depth is asked for where there are units."""


@dataclass(frozen=True)
class Measured:
    """One retriever on one set: for each measure, one value a question (None where it cannot be scored)."""

    set_name: str
    retriever: str
    values: dict[str, list[float | None]]


def measure(questions: QuestionSet, queries: Sequence[Query], search: Search, name: str) -> Measured:
    """Run every answerable query once; a follow-up is asked with the turns before it, newest first."""
    values: dict[str, list[float | None]] = {}
    for query in queries:
        if query.answerable:
            for key, value in score(questions, query, search).items():
                values.setdefault(key, []).append(value)
    return Measured(questions.name, name, values)


def score(questions: QuestionSet, query: Query, search: Search) -> dict[str, float | None]:
    """Every measure of one query."""
    asked = " ".join((query.text, *query.earlier))
    depth = DEPTH * (OVERFETCH if questions.units else 1)
    ranked, relevant = questions.ranking(query, search(asked, depth))[:DEPTH], query.relevant
    found = {f"R@{k}": scores.recall_at_k(ranked, relevant, k) for k in CUTS}
    found["MRR"] = scores.reciprocal_rank(ranked, relevant)
    found["MAP@10"] = scores.average_precision(ranked, relevant)
    found["nDCG@10"] = scores.ndcg(ranked, relevant, DEPTH)
    return found


def rows(measured: Measured) -> list[str]:
    """The lines to print: a heading, then one line a measure with n and a 95 % interval."""
    lines = [f"{measured.set_name} · {measured.retriever}"]
    lines += [f"  {name:8} {scores.bootstrap(values) or '-'}" for name, values in measured.values.items()]
    return lines


def misses(measured: Measured, queries: Sequence[Query]) -> list[str]:
    """The questions whose gold was not first, with its rank (- where it was not in the first ten)."""
    answerable = [query for query in queries if query.answerable]
    ranks = zip(answerable, measured.values["MRR"], strict=True)
    return [f"  {f'{1 / mrr:.0f}' if mrr else '-':>3} {query.text}" for query, mrr in ranks if mrr != 1]


def compared(ours: Measured, theirs: Measured) -> list[str]:
    """The lines that set two retrievers on the same questions side by side."""
    lines = [f"{ours.set_name} · {ours.retriever} minus {theirs.retriever}"]
    for name in ("R@5", "R@10", "MRR", "MAP@10"):
        one = scores.paired_bootstrap(ours.values[name], theirs.values[name])
        if one:
            lines.append(f"  {name:8} {one.value:+.3f} [{one.low:+.3f}, {one.high:+.3f}] n={one.n}")
    return lines


def main(argv: list[str]) -> int:
    """Parse, run, print; sets that are not on this machine say so and are skipped."""
    options = _parser().parse_args(argv)
    for questions in present(options.set or list(SETS)):
        try:
            searches = {one: _search(one, questions, options) for one in options.retriever}
        except SetAbsentError as absent:
            print(f"{questions.name}: skipped, {absent}", file=sys.stderr)
            continue
        queries = queries_of(questions, options.split, options.limit)
        measured = [measure(questions, queries, search, one) for one, search in searches.items()]
        for one in measured:
            print("\n".join([*rows(one), *(misses(one, queries) if options.show else [])]))
        for other in measured[1:]:
            print("\n".join(compared(measured[0], other)))
    return 0


def _search(retriever: str, questions: QuestionSet, options: argparse.Namespace) -> Search:
    if retriever == "bm25":
        from eval.peers.bm25 import bm25

        return bm25(questions)
    if retriever == "langchain":
        from eval.peers.langchain import langchain_peer

        return langchain_peer(questions)
    assistant = assistant_of(questions, options)
    return lambda query, k: assistant.search(query, k=k)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval retrieval", description=__doc__)
    add_set_options(parser, "every set")
    parser.add_argument("--retriever", nargs="+", default=["assistant"], help="assistant, bm25, langchain")
    parser.add_argument("--show", action="store_true", help="also print the questions not answered at rank 1")
    return parser
