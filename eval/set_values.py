"""Set values: everything measured on one set, one value a question, kept until code or data change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from assistant.answer import Answer
from eval import refusal, retrieval, scores
from eval.cache import cache_folder, fingerprint
from eval.sets.base import Query, QuestionSet, Search, SetAbsentError
from eval.sets.catalogue import SETS, queries_of
from eval.sets.sample import ROOT

Values = dict[str, list[float | None]]
"""By measure, one value a question; None where it cannot be scored."""

CODE = ("assistant", "ingest", "prompts", "eval")
PEERS = ("bm25", "langchain")


def set_values(name: str, limit: int, *, search: bool, ask: bool) -> dict[str, Values]:
    """What "assistant" and each of the peers reach on a set. SetAbsentError."""
    questions = SETS[name]()
    queries = queries_of(questions, "all", limit)
    asked = hashlib.sha256("\0".join(query.text for query in queries).encode()).hexdigest()
    key = fingerprint(questions, _code(), asked, str(search), str(ask))
    kept = cache_folder() / "values" / f"{name}-{key}.json"
    if not kept.is_file():
        values = {"assistant": own_values(questions, queries, search=search, ask=ask)}
        for peer in PEERS if search else ():
            if (found := _peer(peer, questions)) is not None:
                values[peer] = retrieval.measure(questions, queries, found, peer).values
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(values), "utf-8")
    read: dict[str, Values] = json.loads(kept.read_text("utf-8"))
    return read


def own_values(questions: QuestionSet, queries: Sequence[Query], *, search: bool, ask: bool) -> Values:
    """What the assistant reaches."""
    from eval.libraries import assistant_for

    assistant = assistant_for(questions)
    asker = refusal.Asker(questions, assistant)
    rows: list[dict[str, float | None]] = []
    for query in queries:
        row: dict[str, float | None] = {}
        if search and query.answerable:
            row |= retrieval.score(questions, query, lambda text, k: assistant.search(text, k=k))
        if ask:
            answer, asked = asker.ask(query)
            row |= _of_answer(query, asked, answer)
        rows.append(row)
    measures = dict.fromkeys(measure for row in rows for measure in row)
    return {measure: [row.get(measure) for row in rows] for measure in measures}


def _of_answer(query: Query, asked: refusal.Asked, answer: Answer) -> dict[str, float | None]:
    refused = float(asked.refused)
    first = answer.citations[0].quote if asked.place is not None else ""
    return {
        "answerable": float(query.answerable),
        "confidence": answer.confidence,
        "refused rightly": None if query.answerable else refused,
        "refused wrongly": refused if query.answerable else None,
        "first quotation in place": asked.place,
        "citation precision": asked.precision,
        "citation recall": asked.any_place,
        "quoted-text F1": asked.quoted_f1 if query.answer else None,
        "first quotation F1": scores.token_f1(first, query.answer) if first and query.answer else None,
        "quotes verbatim": asked.verbatim,
        "quotes on their page": asked.page,
    }


def _peer(name: str, questions: QuestionSet) -> Search | None:
    """A peer's search; None where it is not here and nothing of it was kept."""
    try:
        if name == "bm25":
            from eval.peers.bm25 import bm25

            return bm25(questions)
        from eval.peers.langchain import kept_langchain_peer

        return kept_langchain_peer(questions)
    except SetAbsentError:
        return None


@cache
def _code() -> str:
    """A hash over all code, words and rules that a figure may depend on."""
    total = hashlib.sha256()
    for folder in CODE:
        for file in sorted(Path(ROOT, folder).rglob("*")):
            if file.suffix in {".py", ".yaml", ".npy"}:
                total.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return total.hexdigest()
