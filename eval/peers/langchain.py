"""The tutorial LangChain pipeline as a peer: run once as a program of its own, its results kept."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from eval.cache import cache_folder, fingerprint
from eval.peers.bm25 import pages
from eval.sets.base import SHARED, Found, Query, QuestionSet, Search, SetAbsentError, Slice

DEPTH = 30
NEEDED = "langchain_huggingface"
READABLE = {".pdf", ".txt", ".md", ".html"}
"""What the pipeline loads; other formats are given to it as plain text."""


def asked(query: Query) -> str:
    """A query as one line: the question, then the turns before it, newest first."""
    return " ".join(" ".join((query.text, *query.earlier)).split())


def langchain_peer(questions: QuestionSet) -> Search:
    """A search that looks its results up. SetAbsentError where the pipeline's program is not there."""
    found = _results(questions)
    return lambda query, k: _slices(questions, found[" ".join(query.split())])[:k]


def kept_langchain_peer(questions: QuestionSet) -> Search | None:
    """The same where its results were kept or it can be run here; None where neither is."""
    try:
        return langchain_peer(questions)
    except SetAbsentError:
        return None


def _results(questions: QuestionSet) -> dict[str, list[dict[str, Any]]]:
    index, kept = _kept_file(questions)
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(_run(questions, _program(), index, _asked_lines(questions))), "utf-8")
    rows: list[dict[str, Any]] = json.loads(kept.read_text("utf-8"))
    return {row["query"]: row["results"] for row in rows}


def _kept_file(questions: QuestionSet) -> tuple[Path, Path]:
    """Where the index and the results are kept: by data, program and, for the results, questions.

    Two sets over the same documents share an index.
    """
    code = hashlib.sha256(_program().read_bytes()).hexdigest()
    base = cache_folder() / "peers"
    results = fingerprint(questions, code, *_asked_lines(questions))
    return base / f"index-{fingerprint(questions, code)}", base / f"{questions.name}-{results}.json"


def _asked_lines(questions: QuestionSet) -> list[str]:
    return list(dict.fromkeys(asked(query) for query in questions.queries))


def _program() -> Path:
    program = SHARED / "bench" / "peer_langchain.py"
    if not program.is_file():
        raise SetAbsentError(f"no {program.name} in {program.parent}")
    return program


def _run(questions: QuestionSet, program: Path, index: Path, queries: Sequence[str]) -> list[dict[str, Any]]:
    if find_spec(NEEDED) is None:
        raise SetAbsentError(f"{program.name} needs {NEEDED}, which is not installed")
    print(f"running the LangChain pipeline on {questions.name}", file=sys.stderr)
    if not (index / "built").is_file():
        with tempfile.TemporaryDirectory() as folder:
            _lay_out(questions, Path(folder))
            subprocess.run([sys.executable, program, "index", folder, index], check=True, stdout=sys.stderr)  # noqa: S603 - our own interpreter and arguments
        (index / "built").touch()
    command = [sys.executable, str(program), "search", str(index), str(DEPTH)]
    ran = subprocess.run(command, check=True, input="\n".join(queries), stdout=subprocess.PIPE, text=True)  # noqa: S603 - as above
    return [json.loads(line) for line in ran.stdout.splitlines()]


def _lay_out(questions: QuestionSet, folder: Path) -> None:
    for path in questions.files:
        if path.suffix in READABLE:
            (folder / path.name).symlink_to(path)
        else:
            text = "\n".join(text for _, text in pages(path))
            (folder / f"{path.name}.txt").write_text(text, "utf-8")
    for number, unit in enumerate(questions.units):
        (folder / f"{number:06}.txt").write_text(f"{unit.title}\n{unit.text}", "utf-8")


def _slices(questions: QuestionSet, results: list[dict[str, Any]]) -> list[Found]:
    slices: list[Found] = []
    for rank, row in enumerate(results):
        name, text = row["document"], row["text"]
        if questions.units:
            unit = questions.units[int(Path(name).stem)]
            slices.append(Slice(unit.document, None, text, unit.start, unit.end))
        else:
            page = row["page_index"]
            paged = name.endswith(".pdf")
            whole = name.removesuffix(".txt") if Path(name).stem.endswith(".docx") else name
            slices.append(Slice(whole, page if paged else None, text, rank, rank + len(text)))
    return slices
