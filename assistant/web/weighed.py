"""Weighed: whose evidence over which time a page is about, as its address gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.datastructures import QueryParams

from assistant.journal.weighing import Weighing
from assistant.web.addresses import address
from assistant.web.days import date_in, day_of
from ingest.errors import UsageError


@dataclass(frozen=True)
class Weighed:
    """`as_of` is the day as written; the empty field of each means what the façade takes by default."""

    subject: str = ""
    period: str = ""
    as_of: str = ""
    framework: str = ""

    @property
    def chosen(self) -> bool:
        """Whether an area or a period is asked for."""
        return bool(self.subject or self.period)

    @property
    def day(self) -> date | None:
        """The day on which time is judged. UsageError where it is none."""
        return day_of(self.as_of)

    @property
    def options(self) -> dict[str, Any]:
        """What the façade is asked for."""
        return {"subject": self.subject or None, "as_of": self.day}

    @property
    def query(self) -> str:
        """All of it in one text, to be read by `weighed_as`."""
        return self.address("").removeprefix("?")

    @property
    def weighing(self) -> Weighing:
        """The ledger that is meant."""
        return Weighing(self.subject or None, self.period or None, self.framework or None, self.day)

    def address(self, path: str) -> str:
        """The same of another page."""
        fields = (("subject", self.subject), ("period", self.period), ("as_of", self.as_of))
        return address(path, (*fields, ("framework", self.framework)))


def weighed_as(text: str) -> Weighed:
    """What `Weighed.query` wrote. UsageError as of `weighed_in`."""
    return weighed_in(QueryParams(text))


def weighed_in(query: QueryParams) -> Weighed:
    """What an address asks for. UsageError for what is far too long to be a name."""
    given = {name: query.get(name, "").strip() for name in ("subject", "period", "framework")}
    given["as_of"] = date_in(query, "as_of")
    if any(len(value) > 500 for value in given.values()):
        raise UsageError("That is no area and no period.")
    if "/" in given["framework"] or "\\" in given["framework"] or "." in given["framework"]:
        raise UsageError("A framework is asked for by its name.")  # never by a path of this machine
    return Weighed(**given)
