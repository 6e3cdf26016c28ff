"""Sources: who said what was quoted last, in which paper, and when."""

from __future__ import annotations

from collections.abc import Sequence
from string import Template

from assistant.answer import Answer, Statement
from assistant.more import Slice
from assistant.slices import Citations
from assistant.slices import Slice as Piece
from ingest.library import Library
from prompts import load_data


def sources_of(text: str, quoted: Sequence[Slice], library: Library, as_of: str) -> Answer:
    """The same quotations once more, with the papers they stand in named. NotFoundError where one is gone."""
    words = load_data("answer.yaml")["sources"]
    citations = Citations(library)
    numbers = [citations.number(Piece(*one)) for one in quoted]
    records = [library.record(one) for one in dict.fromkeys(document for document, _, _ in quoted)]
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
