"""SetDown and Report: what one document says of actions, before documents are joined. Spans are slices."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from assistant.actions.reading import State

Span = tuple[int, int]
"""Start and end of a slice of the document's text, in code points."""
Place = tuple[str, Span]
"""A document's id and a slice of its text."""

Origin = Literal["plan", "minutes", "request", "decision", "account"]
"""A row of a plan; a promise or row of minutes; a recommendation; a decision not to act; a row that tells
what became of a recommendation made elsewhere."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a document says about an action on a day, with the numbers of actions or recommendations it names.

    `about` are the words around it that say what it is about (a heading, the sentence before), `refs` printed
    numbers ("action 23/14", "recommendation 2"), `words` its own words. `impact`: it sets a figure
    of after beside one of before; `short`: it counts a part of the whole, so that the rest is still to do.
    `due`: the ISO day to which it moves the action's date, with its words. `told_of`: the last day that
    it names; `expected`: the day to come until which something is still to be done. `points`: it closes what
    stands before it.
    """

    span: Span
    said_on: str | None
    state: State
    completed: str | None = None
    late: bool = False
    timely: bool = False
    measured: bool = False
    impact: bool = False
    short: bool = False
    about: str = ""
    refs: tuple[str, ...] = ()
    words: str = ""
    due: str | None = None
    due_words: Span | None = None
    told_of: str | None = None
    expected: str | None = None
    points: bool = False


@dataclass(frozen=True, slots=True)
class SetDown:
    """One action as one document sets it down. `wording` is its text without markers, `asked_wording` that of
    what it answers; `due` is an ISO date, `due_kind` how it was told (date, period, immediate, recurring,
    soft), `due_wording` the words of a row that tell it. `who` is the owner with initials in full, `source`
    the paper that a row says it comes from, `about` the words of minutes around a promise.
    """

    span: Span
    origin: Origin
    text: Span
    wording: str
    number: str = ""
    asked: Span | None = None
    asked_wording: str = ""
    asked_number: str = ""
    owner: Span | None = None
    owner_words: str = ""
    who: str = ""
    due: str | None = None
    due_kind: str = ""
    due_words: Span | None = None
    due_wording: str = ""
    heading: str = ""
    evidence: Span | None = None
    evidence_words: str = ""
    impact: Span | None = None
    impact_words: str = ""
    reports: tuple[Report, ...] = ()
    recommendation_id: str | None = None
    source: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that one document says of actions: those it sets down, and its reports on others."""

    said_on: str | None
    set_down: tuple[SetDown, ...]
    reports: tuple[Report, ...]
    people: tuple[tuple[str, str], ...] = ()
    """Initials and the names they stand for, from the list of those present."""


_SPANS = frozenset({"span", "text", "asked", "owner", "due_words", "evidence", "impact"})


def to_json(account: Account) -> Any:
    """The account as a JSON value."""
    return asdict(account)


def from_json(value: Any) -> Account:
    """The account of a JSON value that `to_json` made."""
    return Account(
        said_on=value["said_on"],
        set_down=tuple(_set_down(item) for item in value["set_down"]),
        reports=tuple(_report(item) for item in value["reports"]),
        people=tuple((str(short), str(name)) for short, name in value["people"]),
    )


def _set_down(item: dict[str, Any]) -> SetDown:
    fields: dict[str, Any] = {
        name: _span(value) if name in _SPANS and value else value for name, value in item.items()
    }
    fields["reports"] = tuple(_report(report) for report in item["reports"])
    return SetDown(**fields)


def _report(item: dict[str, Any]) -> Report:
    due_words = _span(item["due_words"]) if item["due_words"] else None
    return Report(
        **{**item, "span": _span(item["span"]), "refs": tuple(item["refs"]), "due_words": due_words}
    )


def _span(value: Any) -> Span:
    return int(value[0]), int(value[1])
