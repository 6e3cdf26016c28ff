"""Public question sets: obliqa (regulation), doc2dial (public services), clapnq (answer or refuse)."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from typing import Any

from eval.sets.base import SHARED, Query, QuestionSet, SetAbsentError, Unit
from eval.sets.gold import split_of

JOINT = "\n\n"


def obliqa() -> QuestionSet:
    """500 questions, 13,012 passages of 40 regulators' documents; most passages are one paragraph long.

    https://github.com/RegNLP/ObliQADataset
    """
    texts: dict[str, int] = {}
    units = []
    for row in rows_of("obliqa/passages.jsonl.gz"):
        document, text = f"obliqa-{row['document']}.txt", str(row["text"])
        start = texts.get(document, 0)
        title = f"Document {row['document']}"
        units.append(
            Unit(f"{row['document']}:{row['passage']}", document, title, row["passage"], text, start)
        )
        texts[document] = start + len(text) + len(JOINT)
    queries = [
        Query(
            row["question"],
            split_of(row["question"]),
            frozenset(f"{g['document']}:{g['passage']}" for g in row["gold"]),
        )
        for row in rows_of("obliqa/questions.jsonl.gz")
    ]
    return QuestionSet("obliqa", tuple(queries), units=tuple(units))


def doc2dial() -> QuestionSet:
    """365 opening questions over 172 public-service pages cut at their blank lines; one gold paragraph each.

    A paragraph that several pages share word for word is one unit: 1,247 paragraphs, 1,039 units.

    https://aclanthology.org/2020.emnlp-main.652/
    """
    return _doc2dial("doc2dial", follow_ups=False)


def doc2dial_turns() -> QuestionSet:
    """1,864 follow-ups over the same pages; `earlier` holds the conversation, newest turn first."""
    return _doc2dial("doc2dial-turns", follow_ups=True)


def clapnq() -> QuestionSet:
    """300 questions that their passage answers and 300 that theirs does not.

    To find, they are asked of the 600 passages together; to answer or refuse, each of its own passage.

    https://github.com/primeqa/clapnq
    """
    units, queries = [], []
    for number, row in enumerate(rows_of("clapnq/dev.jsonl.gz")):
        passage = row["passages"][0]
        unit = Unit(row["id"], f"clapnq-{number:03}.txt", passage["title"], "", passage["text"], 0)
        relevant = frozenset({unit.id}) if row["answerable"] else frozenset()
        answer = " ".join(s for output in row["output"] for s in output.get("selected_sentences", []))
        query = Query(row["input"], split_of(row["input"]), relevant, answer=answer, within=unit.document)
        queries.append(query)
        units.append(unit)
    return QuestionSet("clapnq", tuple(queries), units=tuple(units))


def _doc2dial(name: str, *, follow_ups: bool) -> QuestionSet:
    units: dict[str, list[Unit]] = {}
    ids: dict[str, str] = {}
    for number, row in enumerate(rows_of("doc2dial/documents.jsonl.gz")):
        units[row["id"]] = list(_paragraphs(f"doc2dial-{number:03}.txt", row["title"], row["text"], ids))
    queries = []
    for row in rows_of("doc2dial/questions.jsonl.gz"):
        newest, *earlier = [turn.split(":", 1)[1].strip() for turn in row["question"].split("\t")]
        if bool(earlier) == follow_ups:
            start, answer = row["answer_start"][0], row["answers"][0]
            overlaps = [min(u.end, start + len(answer)) - max(u.start, start) for u in units[row["document"]]]
            unit = units[row["document"]][overlaps.index(max(overlaps))]
            relevant = frozenset({unit.id})
            queries.append(Query(newest, split_of(newest), relevant, earlier=tuple(earlier), answer=answer))
    return QuestionSet(name, tuple(queries), units=tuple(unit for some in units.values() for unit in some))


def _paragraphs(document: str, title: str, text: str, ids: dict[str, str]) -> Iterator[Unit]:
    plain_title = re.sub(r"#\d+_\d+$", "", title)
    for found in re.finditer(r"(?s)\S.*?(?=\n\s*\n|\Z)", text):
        same = ids.setdefault(found.group(), f"{document}:{found.start()}")
        yield Unit(same, document, plain_title, "", found.group(), found.start())


def rows_of(name: str) -> Iterator[dict[str, Any]]:
    """The objects of one file of the shared test data, a line each. SetAbsentError."""
    path = SHARED / "bench" / name
    if not path.is_file():
        raise SetAbsentError(f"no {name} in {path.parent}")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
