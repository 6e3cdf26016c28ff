"""What a citation is called, for whoever hears a link instead of seeing where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.answer import Citation, Statement, by_number
from assistant.in_words import short_title
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


def by_paper(numbers: Iterable[int], cited: Mapping[int, Citation]) -> list[list[Citation]]:
    """The citations of these numbers by document, in the order in which each is first cited."""
    papers: dict[str, list[Citation]] = {}
    for n in dict.fromkeys(numbers):
        if n in cited:
            papers.setdefault(cited[n].document_id, []).append(cited[n])
    return list(papers.values())


def quotation(statement: Statement, cited: Mapping[int, Citation]) -> tuple[str, str] | None:
    """What stands before a source's very words in a statement ("For", a place), and those words.

    The paper's title there is left out, with its day: both stand below. None where it is in other words.
    """
    text = one_line(statement.text).replace(" ”", "”")  # a row may end in an empty cell
    for citation in (cited[n] for n in statement.citations if n in cited):
        quote = one_line(citation.quote)
        before = text.removesuffix(f": “{quote}”")
        if text == quote or (before != text and before.startswith(one_line(citation.title))):
            return "", quote
        if before != text:
            return before.partition(f", {one_line(short_title(citation.title))}, ")[0], quote
    return None


def renumbered(numbers: Iterable[int], citations: Iterable[Citation]) -> dict[int, Citation]:
    """The citations that a page shows, by the number they have, numbered anew in the page's own order."""
    known = by_number(citations)
    used = [n for n in dict.fromkeys(numbers) if n in known]
    return {n: replace(known[n], n=place) for place, n in enumerate(used, 1)}
