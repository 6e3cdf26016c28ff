"""Addresses of pages. Whatever a page depends on stands in its address, so that it can be sent and kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from urllib.parse import quote, urlencode


class Place(Protocol):
    """What names a place in a document: a citation, or a recommendation."""

    @property
    def document_id(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def page_index(self) -> int | None: ...  # noqa: D102


def address(path: str, fields: Iterable[tuple[str, object]]) -> str:
    """A path with a query string; fields without a value are left out."""
    given = [(name, str(value)) for name, value in fields if value not in (None, "")]
    return f"{path}?{urlencode(given)}" if given else path


def source_address(citation: Place, back: str = "") -> str:
    """Where a quotation is shown in its document. `back` is the address of the page that quotes it."""
    fields = (
        ("start", citation.start),
        ("end", citation.end),
        ("page", None if citation.page_index is None else citation.page_index + 1),
        ("n", getattr(citation, "n", None) if back else None),
        ("back", back),
    )
    return address(f"/source/{quote(citation.document_id, safe='')}", fields)


def log_address(ledger: str, number: int, text: str, weighed: str = "") -> str:
    """Where a ledger's challenge is put into the challenge log, its words filled in.

    `weighed` says which ledger of the question it is, as its address does.
    """
    named = (("copied", f"{ledger}:{number}"), ("weighed", weighed))
    fields = (*named, ("question", ledger), ("text", text[:2000]))
    return address("/challenges", fields) + "#put"


def own_address(given: str) -> str:
    """The address if it is one of our own pages, else the first page's: no link may lead elsewhere."""
    plain = given.startswith("/") and not given.startswith("//") and given.isprintable()
    return given if plain and "\\" not in given else "/"
