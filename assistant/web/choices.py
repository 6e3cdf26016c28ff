"""Choices: what a list's address has chosen, and the links that choose otherwise. No form, no script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from starlette.datastructures import QueryParams

from assistant.web.addresses import address

MOST = 10
"""So many of the commonest values are offered."""

Chip = tuple[str, str, bool, int | None]
"""Name, address, whether it is chosen, how many there are of it."""


@dataclass(frozen=True)
class Choices:
    """One value a name; the names are those that the page knows."""

    path: str
    chosen: Mapping[str, str]

    def one(self, name: str) -> str:
        """What is chosen, empty where nothing is."""
        return self.chosen.get(name, "")

    def several(self, name: str) -> tuple[str, ...]:
        """The same as a filter takes it."""
        value = self.one(name)
        return (value,) if value else ()

    @property
    def any(self) -> bool:
        """Whether the list is narrowed at all."""
        return any(value for name, value in self.chosen.items() if name not in ("sort", "page", "as_of"))

    @property
    def address(self) -> str:
        """The address of the list as it is."""
        return address(self.path, self.chosen.items())

    def with_(self, name: str, value: str) -> str:
        """The address with another choice; whatever else is chosen stays, and the list begins anew."""
        kept = {key: old for key, old in self.chosen.items() if key != "page"}
        return address(self.path, (kept | {name: value}).items())

    def at(self, path: str) -> str:
        """The address of the same choices elsewhere."""
        return address(path, self.chosen.items())

    def commonest(self, name: str, counted: Mapping[str, int]) -> list[Chip]:
        """A link for each of the values that stand most often."""
        most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST]
        return self.chips(name, [(value, value, number) for value, number in most])

    def chips(self, name: str, options: Iterable[tuple[str, str, int | None]]) -> list[Chip]:
        """A link an option (value, name, count); the chosen one takes the choice back."""
        return [
            (
                shown,
                self.with_(name, "" if self.one(name) == value else value),
                self.one(name) == value,
                count,
            )
            for value, shown, count in options
        ]


def choices_in(path: str, query: QueryParams, names: Iterable[str]) -> Choices:
    """What an address chooses among the names a page knows; at most 300 characters each."""
    return Choices(path, {name: query.get(name, "").strip()[:300] for name in names})
