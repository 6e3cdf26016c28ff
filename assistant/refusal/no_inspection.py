"""No inspection: the refusal where the inspection that a question calls by its sort or year is not there."""

from __future__ import annotations

from assistant.answer import Answer, Gap
from assistant.in_words import day_in_words, filled
from assistant.understanding.inspection_named import RULES, InspectionNamed
from ingest.library import Library
from prompts import load_data


def no_inspection(text: str, asked: InspectionNamed, library: Library, as_of: str) -> Answer | None:
    """The refusal; None where the inspection is there, and papers after it where those are asked for.

    It names the inspections of the place that there are: the reader may have meant one of them.
    """
    if asked.searched:
        return None
    reason, gap = _later(asked) if asked.papers and asked.later is not None else _none(asked)
    where = filled(load_data("answer.yaml")["where"]["searched"], documents=len(library.documents()))
    return Answer(
        question=text,
        outcome="not_found",
        verdict=f"{where}.",
        statements=(),
        citations=(),
        gaps=(Gap(gap, where),),
        challenges=(),
        nearest=(),
        reason=reason,
        as_of=as_of,
        library_version=library.version,
        confidence=0.0,
    )


def _none(asked: InspectionNamed) -> tuple[str, str]:
    rules = load_data(RULES)
    say, place = rules["say"], " and ".join(asked.places)
    papers = "; ".join(f"{one.title}, {day_in_words(one.published)}" for one in asked.held)
    held = filled(say["held" if papers else "held_none"], place=place, papers=papers) if place else ""
    name = rules["sorts"][asked.sort]["name"] if asked.sort else rules["name"]
    words = {
        "name": name,
        "n": "n" if name[0] in "aeiouS" else "",
        "of": filled(say["of"], place=place) if place else "",
        "year": filled(say["year"], year=asked.year) if asked.year else "",
    }
    return filled(say["none"], **words, held=held).strip(), filled(say["gap"], **words)


def _later(asked: InspectionNamed) -> tuple[str, str]:
    say, paper = load_data(RULES)["say"], asked.papers[0]
    words = {
        "place": " and ".join(asked.places) or paper.subject or "",
        "paper": f"“{paper.title}”, {day_in_words(paper.published)}",
        "published": day_in_words(paper.published),
    }
    return filled(say["later"], **words), filled(say["gap_later"], **words)
