"""No paper: the refusal where the paper that a question calls is not there."""

from __future__ import annotations

from assistant.answer import Answer
from assistant.in_words import day_in_words, filled
from assistant.listing.listed import Listed, answer_of
from assistant.understanding.paper_named import PaperNamed
from assistant.understanding.papers_called import RULES
from ingest.library import Library
from prompts import load_data


def no_paper(text: str, asked: PaperNamed, library: Library, as_of: str) -> Answer | None:
    """The refusal; None where the paper is there, and papers after it where those are asked for.

    It names the inspections of the place that there are, or the papers that come nearest: the reader may have
    meant one of them.
    """
    if asked.searched:
        return None
    tell = _none_called if asked.in_words else _later if asked.papers else _none
    return answer_of(Listed([], "", *tell(asked)), text, library, len(library.documents()), as_of)


def _none_called(asked: PaperNamed) -> tuple[str, str]:
    say, papers = load_data(RULES)["say"], _listed(asked)
    near = filled(say["nearest"], papers=papers) if papers else ""
    return filled(say["none_called"], name=asked.name, held=near).strip(), filled(
        say["gap_called"], name=asked.name
    )


def _none(asked: PaperNamed) -> tuple[str, str]:
    say, papers = load_data(RULES)["say"], _listed(asked)
    held = (
        filled(say["held" if papers else "held_none"], place=asked.place, papers=papers)
        if asked.place
        else ""
    )
    words = {
        "name": asked.name,
        "n": "n" if asked.name[0] in "aeiouS" else "",
        "of": filled(say["of"], place=asked.place) if asked.place else "",
        "year": filled(say["year"], year=asked.year) if asked.year else "",
    }
    return filled(say["none"], **words, held=held).strip(), filled(say["gap"], **words)


def _later(asked: PaperNamed) -> tuple[str, str]:
    say, paper = load_data(RULES)["say"], asked.papers[0]
    words = {
        "place": asked.place or paper.subject or "",
        "paper": f"“{paper.title}”, {day_in_words(paper.published)}",
        "published": day_in_words(paper.published),
    }
    return filled(say["later"], **words), filled(say["gap_later"], **words)


def _listed(asked: PaperNamed) -> str:
    return "; ".join(", ".join(filter(None, (one.title, day_in_words(one.published)))) for one in asked.held)
