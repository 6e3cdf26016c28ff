"""The tools: ask, search, check and questions. Each gives what the machine interface does, and a notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.machine.answers import answer_object, search_object
from assistant.machine.text import schema_of
from assistant.understanding.narrow import DATE_WRITTEN, DAY_WRITTEN, date_of, day_of, filters_for
from ingest.document import KINDS
from ingest.errors import UsageError
from prompts.load import load_data

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant
    from assistant.key_questions.ledger import Ledger
    from ingest.filters import Filters


Json = dict[str, Any]
Run = Callable[["ScrutinyAssistant", Json], Json]


@cache
def all_tools() -> tuple[Tool, ...]:
    """Every tool, worded by `prompts/mcp.yaml`. Loads nothing heavy."""
    runs: dict[str, tuple[Run, Json]] = {
        "ask": (_ask, schema_of("ask")),
        "search": (_search, schema_of("search")),
        "check": (_check, schema_of("check")),
        "questions": (_questions, _board_schema()),
    }
    return tuple(_tool(name, run, gives) for name, (run, gives) in runs.items())


def _tool(name: str, run: Run, gives: Json) -> Tool:
    worded = load_data("mcp.yaml")
    told = worded["tools"][name]
    takes = {
        "type": "object",
        "properties": told["arguments"],
        "required": told["required"],
        "additionalProperties": False,
    }
    notice: str = worded["notice"]

    def with_notice(assistant: ScrutinyAssistant, given: Json) -> Json:
        return {"notice": notice, **run(assistant, given)}

    return Tool(name, told["title"], told["description"], takes, _with_notice(gives), with_notice)


def _ask(assistant: ScrutinyAssistant, given: Json) -> Json:
    filters = _filters(assistant, given)
    return answer_object(assistant.ask(given["question"], filters=filters, as_of=_day(given)))


def _search(assistant: ScrutinyAssistant, given: Json) -> Json:
    filters = _filters(assistant, given)
    found = assistant.search(given["query"], k=int(given.get("k", 10)), filters=filters)
    return search_object(given["query"], found, assistant.documents(filters))


def _check(assistant: ScrutinyAssistant, given: Json) -> Json:
    from assistant.check.config import CheckConfig
    from assistant.check.formats.json_object import check_object

    asked = {name: given[name] for name in ("each_line", "repeats", "nearest") if name in given}
    text = given["text"].encode()
    return check_object(assistant.check([Path("-")], standard_input=text, config=CheckConfig(), **asked))


def _questions(assistant: ScrutinyAssistant, given: Json) -> Json:
    from assistant.machine.ledgers import ledger_object

    asked = given.get("questions", ())
    ledgers = assistant.questions(
        asked,
        subject=given.get("subject"),
        period=given.get("period"),
        as_of=_day(given),
        filters=_filters(assistant, given),
    )
    return {"board": _board(ledgers), "ledgers": [ledger_object(one) for one in ledgers if asked]}


def _board(ledgers: Sequence[Ledger]) -> list[Json]:
    return [
        {
            "id": one.id,
            "question": one.question,
            "verdict": one.verdict,
            "reason": one.reason,
            "for": len(one.for_),
            "against": len(one.against),
            "silent": len(one.silent),
        }
        for one in ledgers
    ]


def _filters(assistant: ScrutinyAssistant, given: Json) -> Filters:
    """The documents that may be used. UsageError for a kind or a date that there is not."""
    if unknown := [kind for kind in given.get("kinds", ()) if kind not in KINDS]:
        raise UsageError(f"“{unknown[0]}” is no kind of document.", f"Kinds: {', '.join(KINDS)}.")
    named = [given.get(name, ()) for name in ("kinds", "organisations", "documents")]
    return filters_for(assistant, *named, *(_date(given.get(name)) for name in ("since", "until")))


def _date(written: str | None) -> str | None:
    if written is None:
        return None
    if found := date_of(written):
        return found
    raise UsageError(f"{written} is not a date.", DATE_WRITTEN)


def _day(given: Json) -> date | None:
    if "as_of" not in given:
        return None
    if day := day_of(given["as_of"]):
        return day
    raise UsageError(f"{given['as_of']} is not a day.", DAY_WRITTEN)


def _with_notice(gives: Json) -> Json:
    """The schema with the notice, and without its address: a client is not to look it up."""
    said = {"notice": {"type": "string", "description": "How the texts of documents are to be taken."}}
    rest = {key: value for key, value in gives.items() if key not in ("$id", "$schema")}
    return rest | {"properties": said | gives["properties"], "required": ["notice", *gives["required"]]}


def _board_schema() -> Json:
    ledgers = schema_of("questions")
    fields = {name: {"type": "integer", "minimum": 0} for name in ("for", "against", "silent")} | {
        name: {"type": "string"} for name in ("id", "question", "verdict", "reason")
    }
    row = {"type": "object", "properties": fields, "required": sorted(fields), "additionalProperties": False}
    return {
        "type": "object",
        "properties": {
            "board": {"type": "array", "items": row, "description": "Each question, with its verdict."},
            "ledgers": {
                "type": "array",
                "items": ledgers["items"],
                "description": "Those of the questions that were named.",
            },
        },
        "required": ["board", "ledgers"],
        "additionalProperties": False,
        "$defs": ledgers.get("$defs", {}),
    }


@dataclass(frozen=True)
class Tool:
    """`takes` and `gives` are JSON Schemas (draft 2020-12) of objects; `run` makes the one of the other.

    `run` may raise any ScrutinyError; its arguments have been checked against `takes`.
    """

    name: str
    title: str
    description: str
    takes: Json
    gives: Json
    run: Run
