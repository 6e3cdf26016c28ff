"""The questions over the fictional sample partnership, as shipped and in other seeds' worlds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from eval.cache import cache_folder
from eval.sets.base import GOLD, Query, QuestionSet, SetAbsentError
from eval.sets.gold import Place, split_of

ROOT = Path(__file__).resolve().parents[2]
OTHER_SEEDS = (1, 2, 3)


def sample() -> QuestionSet:
    """The shipped sample; raises SetAbsentError where it has not been built."""
    return read_sample("sample", ROOT / "corpus")


def sample_seed(seed: int) -> QuestionSet:
    """Another seed's world, rendered into the cache on every call (the same seed gives the same bytes)."""
    folder = cache_folder() / "corpus" / str(seed)
    command = [sys.executable, "-m", "corpus.build", "--seed", str(seed), "--output", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
    return read_sample(f"sample-{seed}", folder)


def read_sample(name: str, folder: Path) -> QuestionSet:
    """The questions in `truths.yaml` over the files in `documents/`."""
    truths = folder / "truths.yaml"
    if not truths.is_file():
        raise SetAbsentError(f"no {truths.name} in {folder}")
    content = yaml.safe_load(truths.read_text("utf-8"))
    queries = tuple(_query(row) for row in content["questions"])
    files = tuple(sorted(path for path in (folder / "documents").iterdir() if path.is_file()))
    return QuestionSet(name, queries, files)


def _query(row: dict[str, Any]) -> Query:
    asked, split = row["question"], split_of(row["question"])
    if not row["answerable"]:
        return Query(asked, split, frozenset(), why=row["reason"])
    places = tuple(_place(one) for one in (row, *row.get("also", [])))
    return Query(asked, split, frozenset({GOLD}), places, row["quote"], answer=row["quote"])


def _place(row: dict[str, Any]) -> Place:
    """Pages count for PDFs alone: a sheet is too long for being on it to mean anything."""
    paged = row["document"].endswith(".pdf") and row["page_index"] is not None
    return Place(
        document=row["document"], pages=[row["page_index"]] if paged else [], locator=row.get("quote", "")
    )
