"""Later: whether papers after those quoted say anything of the same; else that none does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.conversations.sources import sources_of
from assistant.follow_up.scope import Scope
from ingest.library import Library
from prompts import load_data


def later_answer(
    whole: str,
    scope: Scope,
    library: Library,
    ask: Callable[[str, Sequence[str]], Answer],
    as_of: str,
) -> Answer:
    """What later papers of the area answer to the whole question; else what was quoted, so told."""
    found = ask(whole, later) if (later := scope.later()) else None
    if found is not None and found.outcome in ("answered", "partly"):
        return found
    words = load_data("answer.yaml")["sources"]
    told = sources_of(whole, scope.quoted, library, as_of)
    return replace(told, outcome="partly", verdict=f"{words['none_later']} {told.verdict}")
