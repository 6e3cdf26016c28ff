"""The truths and questions of one seed: what the sources plan, with quote, document and page as rendered."""

from __future__ import annotations

from string import Template
from typing import Any

from corpus.sources.world import World, load


class Places:
    """Where each mark stands: file, 0-based page (None where the format has none), the exact words."""

    def __init__(self) -> None:
        self.by_mark: dict[str, dict[str, Any]] = {}

    def add(self, document: str, quotes: dict[str, str], pages: dict[str, int]) -> None:
        """Note the marks of one document. A mark may stand only once in the whole sample."""
        for mark, quote in quotes.items():
            if mark in self.by_mark:
                raise ValueError(f"mark {mark} stands twice")
            self.by_mark[mark] = {"document": document, "page_index": pages.get(mark), "quote": quote}

    def of(self, marks: list[str]) -> list[dict[str, Any]]:
        """The places of several marks."""
        return [dict(self.by_mark[mark]) for mark in marks]


def _fill(value: Any, world: World) -> Any:
    """Names put into every string; lists and maps are filled inside."""
    if isinstance(value, str):
        return Template(value).substitute(world.names)
    if isinstance(value, list):
        return [_fill(item, world) for item in value]
    if isinstance(value, dict):
        return {key: _fill(item, world) for key, item in value.items()}
    return value


def truths_of(world: World, places: Places) -> list[dict[str, Any]]:
    """Every planted truth, its first quote in `document`, `page_index`, `quote` and the others in `also`."""
    found = []
    for entry in [*load("truths/actions.yaml"), *load("truths/judgements.yaml")]:
        truth = _fill({key: value for key, value in entry.items() if key != "marks"}, world)
        if "due" in truth:
            truth["due"] = world.dates[entry["due"]].isoformat()
        first, *others = places.of(entry["marks"]) or [{"document": None, "page_index": None, "quote": None}]
        found.append(truth | first | ({"also": others} if others else {}))
    return found


def questions_of(world: World, places: Places) -> list[dict[str, Any]]:
    """Every question: answerable ones with quotes, the others with reason and what must stand nowhere."""
    found = []
    for entry in load("questions/answerable.yaml"):
        first, *others = places.of(entry["marks"])
        question = {"id": entry["id"], "question": _fill(entry["q"], world), "answerable": True}
        question["wording"] = "near" if entry.get("near") else "far"
        found.append(question | first | ({"also": others} if others else {}))
    for entry in load("questions/unanswerable.yaml"):
        question = {"id": entry["id"], "question": _fill(entry["q"], world), "answerable": False}
        found.append(question | {"reason": entry["reason"], "absent": _fill(entry["absent"], world)})
    return found
