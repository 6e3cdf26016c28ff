"""Sources: who said what was quoted last, in which paper, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import Template

from assistant.answer import Answer, Statement
from assistant.more import Slice
from assistant.slices import Citations
from assistant.slices import Slice as Piece
from ingest.discover import MESSAGES
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data

_FROM = re.compile(r"^From: .+$", re.MULTILINE)


def sources_of(text: str, quoted: Sequence[Slice], library: Library, as_of: str) -> Answer:
    """The same quotations once more, with the papers they stand in named, and who sent an e-mail.

    NotFoundError where one is gone.
    """
    words = load_data("answer.yaml")["sources"]
    citations = Citations(library)
    records = [library.record(one) for one in dict.fromkeys(document for document, _, _ in quoted)]
    senders = (_sender(one, library) for one in records if one.source.lower().endswith(MESSAGES))
    pieces = [*(Piece(*one) for one in quoted), *filter(None, senders)]
    numbers = list(dict.fromkeys(citations.number(piece) for piece in pieces))
    papers = [
        Template(words["paper" if one.organisation else "paper_alone"]).substitute(
            title=one.title, by=one.organisation, published=one.published or words["undated"]
        )
        for one in records
    ]
    cited = citations.all()
    return Answer(
        question=text,
        outcome="answered",
        verdict=Template(words["verdict"]).substitute(papers="; ".join(papers)),
        statements=tuple(Statement(cited[number - 1].quote, (number,)) for number in numbers),
        citations=cited,
        gaps=(),
        challenges=(),
        nearest=(),
        reason="",
        as_of=as_of,
        library_version=library.version,
    )


def _sender(record: DocumentRecord, library: Library) -> Piece | None:
    """The line of an e-mail's head that says from whom it is."""
    found = _FROM.search(library.document(record.id).text)
    return Piece(record.id, *found.span()) if found else None
