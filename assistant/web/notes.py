"""What a citation is called, for whoever hears a link instead of seeing where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answer import Citation
from assistant.render.place import page_name
from assistant.render.plain import one_line


def citation_name(citation: Citation) -> str:
    """A citation's name, such as Source 1, Annual report 2023-24, page 12."""
    title = one_line(citation.title) or one_line(citation.document)
    parts = [f"Source {citation.n}", title, page_name(citation.page_index, citation.page_label)]
    return ", ".join(part for part in parts if part)


def users_of(cited_by: Iterable[tuple[str, str, Sequence[int]]]) -> dict[int, list[tuple[str, str]]]:
    """For each citation's number the places that use it: (id, name) of each. From (id, name, numbers)."""
    users: dict[int, list[tuple[str, str]]] = {}
    for id_, name, numbers in cited_by:
        for n in dict.fromkeys(numbers):
            users.setdefault(n, []).append((id_, name))
    return users
