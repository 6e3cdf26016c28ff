"""Sources: who said what was quoted last, in which paper, when, and whether later papers say more of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from string import Template

from assistant.answer import Answer, Citation, Statement
from assistant.follow_up.paper_before import is_mail, named
from assistant.follow_up.scope import Scope
from assistant.more import Quoted
from assistant.slices import Citations, Slice
from assistant.understanding.authors import author_lines
from ingest.discover import MESSAGES
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data

_FROM = re.compile(r"^From: .+$", re.MULTILINE)


def sources_of(text: str, quoted: Sequence[Quoted], library: Library, as_of: str) -> Answer:
    """The same quotations once more, with the papers they stand in named, and who sent an e-mail.

    NotFoundError where one is gone.
    """
    words = load_data("answer.yaml")["sources"]
    citations = Citations(library)
    records = [library.record(one) for one in dict.fromkeys(document for document, _, _ in quoted)]
    senders = (_sender(one, library) for one in records if one.source.lower().endswith(MESSAGES))
    pieces = [*(Slice(*one) for one in quoted), *filter(None, senders)]
    numbers = list(dict.fromkeys(citations.number(piece) for piece in pieces))
    cited = citations.all()
    papers = [_paper(one, [cite for cite in cited if cite.document_id == one.id]) for one in records]
    return Answer(
        question=text,
        outcome="answered",
        verdict=Template(words["verdict"]).substitute(papers="; ".join(papers)),
        statements=tuple(Statement(cited[number - 1].quote, (number,)) for number in numbers),
        citations=cited,
        as_of=as_of,
        library_version=library.version,
    )


def _paper(record: DocumentRecord, cited: Sequence[Citation]) -> str:
    """The paper by its title, who published it, when, and the pages that were quoted."""
    words = load_data("answer.yaml")["sources"]
    told = Template(words["paper" if record.organisation else "paper_alone"]).substitute(
        title=record.title, by=record.organisation, published=record.published or words["undated"]
    )
    pages = list(dict.fromkeys(one.page_label for one in cited if one.page_label))
    headings = list(dict.fromkeys(one.heading for one in cited if one.heading))
    if pages:
        form = words["on_page" if len(pages) == 1 else "on_pages"]
        return Template(form).substitute(paper=told, pages=", ".join(pages))
    return Template(words["under"]).substitute(paper=told, heading=headings[0]) if headings else told


def author_of(paper: DocumentRecord, quoted: Sequence[Quoted], library: Library, as_of: str) -> Answer:
    """The line in which the paper says who wrote it; where it has none, its sources as of what was quoted."""
    words = load_data("answer.yaml")["sources"]
    asked = Template(words["who_wrote"]).substitute(paper=named(paper))
    line = _author_line(paper, library)
    if line is None:
        told = sources_of(asked, [one for one in quoted if one[0] == paper.id], library, as_of)
        return replace(told, outcome="partly", verdict=f"{words['no_author']} {told.verdict}")
    answer = sources_of(asked, [(line.document_id, line.start, line.end)], library, as_of)
    return replace(answer, verdict=Template(words["author"]).substitute(title=paper.title))


def _author_line(paper: DocumentRecord, library: Library) -> Slice | None:
    """The first piece of the text that opens as authors are named; "led by" counts on the front alone."""
    if is_mail(paper):
        return _sender(paper, library)
    found = next(author_lines(library.document(paper.id).text), None)
    return Slice(paper.id, found.start(1), found.start(1) + len(found[1].rstrip())) if found else None


def _sender(record: DocumentRecord, library: Library) -> Slice | None:
    """The line of an e-mail's head that says from whom it is."""
    found = _FROM.search(library.document(record.id).text)
    return Slice(record.id, *found.span()) if found else None


def later_answer(
    whole: str,
    scope: Scope,
    library: Library,
    ask: Callable[[str, Sequence[str]], Answer],
    as_of: str,
) -> Answer:
    """What later papers of the area answer to the whole question; else what was quoted, so told."""
    found = ask(whole, later) if (later := scope.later()) else None
    if found is not None and found.outcome in ("answered", "partly"):
        return found
    words = load_data("answer.yaml")["sources"]
    told = sources_of(whole, scope.quoted, library, as_of)
    return replace(told, outcome="partly", verdict=f"{words['none_later']} {told.verdict}")
