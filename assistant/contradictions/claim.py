"""Claim: one thing that a document says is so, in a form in which two of them can be compared."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from assistant.actions.setdown import Span

ClaimKind = Literal[
    "share", "count", "all", "exception", "nil", "done", "undone", "tally",
    "number", "sample", "filled", "vacant", "day",
    "held", "not_held", "few", "owner",
]  # fmt: skip
"""A share; a count of what should not be, or of a table; all of something, or as good as all (at least the
per cent in `value`); few of it (at most that); whose it is (the name in `of`); an exception; nothing left of
it; that it was done, or was not; how many an action has reached; how many there were; how many cases an audit
read; that a post (in `of`) is filled, or vacant; that something is so, or not; the day (`since`) of an event
of the sort in `of`."""

STANDING = "finished"
"""The verb of what is called finished, or unfinished, as it stands."""


@dataclass(frozen=True, slots=True)
class Claim:
    """`words` are those that say what it is about, `of` the noun that a universal claim or a part is of.

    `value` is per cent for a share (of `whole`, where that is counted) and the number itself for a count.
    `since` and `until` are the ISO days that it is about, None where neither sentence nor paper tells;
    `said_on` is the paper's day. `own_period`: the sentence or its neighbour names the period. `from_table`:
    a figure under a column's name; `in_cell`: a sentence that stands in a table.
    """

    kind: ClaimKind
    span: Span
    said_on: str | None
    words: str
    about: str = ""
    of: str = ""
    value: float | None = None
    part: int | None = None
    whole: int | None = None
    since: str | None = None
    until: str | None = None
    own_period: bool = False
    from_table: bool = False
    in_cell: bool = False


def to_json(claims: list[Claim]) -> Any:
    """The claims as a JSON value."""
    return [asdict(claim) for claim in claims]


def from_json(value: Any) -> list[Claim]:
    """The claims of a JSON value that `to_json` made."""
    return [Claim(**{**item, "span": (item["span"][0], item["span"][1])}) for item in value]
