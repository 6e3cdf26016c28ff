"""Listed: one page of a long list, and the addresses of the pages beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.web.choices import Choices

Item = TypeVar("Item")

SIZE = 50


@dataclass(frozen=True)
class Listed(Generic[Item]):
    """`first` and `last` count from 1; `previous` and `next` are addresses, empty at the ends."""

    items: Sequence[Item]
    first: int
    last: int
    total: int
    previous: str
    next: str
    size: int = SIZE

    @property
    def pages(self) -> int:
        """How many there are."""
        return -(-self.total // self.size)


def listed(items: Sequence[Item], choices: Choices) -> Listed[Item]:
    """The page that the address asks for, or the nearest there is."""
    most = max(1, -(-len(items) // SIZE))
    wanted = choices.one("page")
    at = min(int(wanted), most) if wanted.isdecimal() and len(wanted) < 7 and int(wanted) else 1
    start = (at - 1) * SIZE
    shown = items[start : start + SIZE]
    return Listed(
        shown,
        start + 1 if shown else 0,
        start + len(shown),
        len(items),
        choices.with_("page", str(at - 1)) if at > 1 else "",
        choices.with_("page", str(at + 1)) if at < most else "",
    )
