"""The labelled sets of the SMART check: the shared one, and our own hand labels found again in the
documents.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from eval.sets.base import SHARED
from ingest.document import Document
from ingest.recommendations.context import Context

GOLD = Path(__file__).resolve().parents[1] / "gold" / "smart"
GOLD_CODES = GOLD.with_name("smart-codes.yaml")
FORMS = ("smart-forms.yaml", "smart-forms-2.yaml", "smart-forms-3.yaml")
LETTERS = ("specific", "measurable", "achievable", "relevant", "time_bound")


@dataclass(frozen=True)
class Labelled:
    """One item with its labels. `start`, `end` are into its document's text, None for items of the
    shared set.
    """

    id: str
    text: str
    is_recommendation: bool
    levels: dict[str, int | None]
    owner: str | None
    deadline: str | None
    context: Context
    levels_with_context: dict[str, int | None]
    owner_with_context: bool
    document: str = ""
    start: int = -1
    end: int = -1


def shared_items() -> Iterator[Labelled]:
    """`recommendations-dev.jsonl`; nothing where it is absent."""
    path = SHARED / "bench" / "recommendations-dev.jsonl"
    if not path.is_file():
        return
    for line in path.read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        yield Labelled(
            id=row["id"],
            text=row["text"],
            is_recommendation=row["is_recommendation"],
            levels=row["labels"] or {},
            owner=row["owner_span"],
            deadline=row["deadline_span"],
            context=_context(row.get("context") or ""),
            levels_with_context=row.get("labels_with_context") or row["labels"] or {},
            owner_with_context=bool(row["owner_span"] or row.get("context_owner_span")),
        )


def wanted_codes() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The codes decided by hand on the shared set, and those wanted of each of its items."""
    data = yaml.safe_load(GOLD_CODES.read_text("utf-8"))
    wanted = {item: frozenset(codes) for item, codes in data["wanted"].items()}
    return frozenset(data["codes"]), wanted


def _context(words: str) -> Context:
    """The context of a shared item as a document would give it: a column, a lead-in with a timed
    heading, a heading.
    """
    column = re.match(r"Responsible body: (?P<who>.+)", words)
    if column:
        return Context(owner=column["who"])
    timed = re.match(r"(?P<lead>.+\.)\s+(?P<when>[A-Z][\w ]+:)$", words)
    if timed:
        return Context(headings=(timed["when"],), lead_in=timed["lead"])
    return Context(lead_in=words) if words.endswith(":") else Context(headings=(words,) if words else ())


def gold_items(split: str) -> Iterator[Labelled]:
    """Our hand labels of one split, found again in their documents; those of absent documents are left
    out.
    """
    for path in sorted(GOLD.glob("*.yaml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        file = SHARED / "corpus" / "inspections" / data["document"]
        if data["split"] == split and file.is_file():
            yield from _located(data["items"], gold_document(file), data["document"])


def form_items(name: str) -> Iterator[Labelled]:
    """Sentences in our own words, one a form."""
    for item in yaml.safe_load((GOLD.parent / name).read_text("utf-8"))["items"]:
        yield _gold_item({"is_recommendation": True, **item}, item["text"])


@cache
def gold_document(file: Path) -> Document:
    """A document of the gold set, read once."""
    from ingest.read import read

    return read(file)


def _located(items: list[dict[str, Any]], document: Document, name: str) -> Iterator[Labelled]:
    letters = [
        (offset, letter)
        for offset, letter in enumerate(document.text.lower())
        if re.match(r"[0-9a-z]", letter)
    ]
    squashed = "".join(letter for _, letter in letters)
    for item in items:
        place = _find(squashed, item)
        if place is None:
            raise LookupError(f"{name}: {item['id']} is not in the text as it is read now.")
        start, end = letters[place][0], letters[place + item["characters"] - 1][0] + 1
        yield _gold_item(item, document.text[start:end], name, start, end)


def _find(squashed: str, item: dict[str, Any]) -> int | None:
    opens, closes = _squash(item["opens"]), _squash(item["closes"])
    for match in re.finditer(re.escape(opens), squashed):
        if squashed[match.start() : match.start() + item["characters"]].endswith(closes):
            return match.start()
    return None


def _squash(words: str) -> str:
    return "".join(re.findall(r"[0-9a-z]", words.lower()))


def _gold_item(item: dict[str, Any], text: str, name: str = "", start: int = -1, end: int = -1) -> Labelled:
    levels = dict(zip(LETTERS, item.get("criteria", ()), strict=False))
    around = dict(levels)
    if "time_bound_with_context" in item:
        around["time_bound"] = item["time_bound_with_context"]
    owner = item.get("owner")
    return Labelled(
        id=item["id"],
        text=text,
        is_recommendation=item["is_recommendation"],
        levels=levels,
        owner=owner,
        deadline=item.get("deadline"),
        context=Context(),
        levels_with_context=around,
        owner_with_context=bool(owner or item.get("context_owner")),
        document=name,
        start=start,
        end=end,
    )
