"""Group: the register's entries under the names of documents, owners, themes, years or missing letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.register.entry import Entry

By = Literal["document", "owner", "theme", "year", "letter"]
GROUPS: tuple[By, ...] = ("document", "owner", "theme", "year", "letter")


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that share a name. One entry may stand in several groups, as it may have several owners."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def smart(self) -> int:
        """How many of them are SMART once their context is read."""
        return sum(entry.smart_with_context for entry in self.entries)

    def lacking(self, letter: str) -> int:
        """How many of them lack a letter, or the owner."""
        return sum(letter in entry.missing for entry in self.entries)


def grouped(entries: Sequence[Entry], by: By) -> list[Group]:
    """The groups: documents and years in their order, all others the largest first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in _NAMES[by](entry):
            found.setdefault(name, []).append(entry)
    groups = [Group(name, tuple(held)) for name, held in found.items()]
    if by == "year":
        return sorted(groups, key=lambda group: group.name)
    if by == "document":
        return groups
    return sorted(groups, key=lambda group: (-len(group.entries), group.name))


_NAMES: dict[By, Callable[[Entry], Iterable[str]]] = {
    "document": lambda entry: (entry.document,),
    "owner": lambda entry: entry.owner.bodies if entry.owner else ("nobody named",),
    "theme": lambda entry: entry.themes or ("no theme",),
    "year": lambda entry: (entry.year or "no date",),
    "letter": lambda entry: (
        [f"{letter.replace('_', '-')} missing" for letter in entry.missing] or ["nothing missing"]
    ),
}
