"""Case studies → paragraphs for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.key_questions.papers.case_study import CaseStudy
from assistant.render.cited import sources_by_place
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.plain import one_line

PARTS = {"asked": "Asked", "done": "Done", "found": "Found", "achieved": "Achieved", "next": "Next"}


def case_paragraphs(document: str, studies: Sequence[CaseStudy]) -> Iterator[Paragraph]:
    """Each case with its parts, what is missing, and the sources."""
    if not studies:
        yield Paragraph(f"{one_line(document)} has no part that says what was asked, done or achieved.")
    for study in studies:
        yield Paragraph(one_line(study.title), style="bold")
        for name, title in PARTS.items():
            for number, statement in enumerate(getattr(study, name), 1):
                if number == 1:
                    yield EMPTY_LINE
                    yield Paragraph(title, style="bold")
                yield Paragraph(f"“{one_line(statement.text)}” [{statement.citations[0]}]", lead="- ")
        if study.missing:
            yield EMPTY_LINE
        for gap in study.missing:
            yield Paragraph(f"Not said: {one_line(gap.what).lower()} ({one_line(gap.where)})", lead="- ")
        yield from sources_by_place("", study.citations)
        yield EMPTY_LINE
