"""Answer → paragraphs: the verdict, numbered statements in quotation marks, then the sources."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Answer, Citation, Statement, Written, by_number
from assistant.render.cited import board_paragraphs, footer, marked
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.place import place_of
from assistant.render.plain import counted, one_line
from assistant.render.row import row_in_words

OUTCOMES = {
    "answered": "Answered",
    "partly": "Answered in part",
    "not_found": "Not found in the documents",
    "courtesy": "No question",
}
"""What each outcome is called on a screen."""

ADDRESSED = "This passage tells software what to do. It is quoted, not followed."

NEAREST = "Nearest passages (they do not answer the question)"


def answer_paragraphs(answer: Answer) -> Iterator[Paragraph]:
    """The whole answer for a reader; a refusal says why and lists the nearest passages."""
    yield from answer_body(answer)
    yield from _sources("Sources", answer.citations)
    yield from _nearest(answer)
    yield EMPTY_LINE
    yield footer(answer)


def answer_body(answer: Answer) -> Iterator[Paragraph]:
    """The answer without its sources: verdict or refusal, statements, gaps and challenges."""
    if answer.understood:
        yield Paragraph(f"Taken to mean: {one_line(answer.understood)}", style="dim")
    yield verdict_paragraph(answer)
    if answer.written:
        yield Paragraph(_wording(answer.written), style="dim")
    if answer.outcome == "not_found" and one_line(answer.reason) not in one_line(answer.verdict):
        yield Paragraph(one_line(answer.reason))
    yield from _statements(answer)
    yield from gap_paragraphs(answer)
    yield from board_paragraphs(answer.challenges)


def _wording(written: Written) -> str:
    """By whom the answer is worded, and what was taken out."""
    removed = f"; {counted(len(written.removed), 'sentence')} taken out that the quotations do not carry"
    by = f"Worded by {one_line(written.model)}" if written.kept else "In the documents' own words"
    return f"{by}{removed if written.removed else ''}."


def verdict_paragraph(answer: Answer) -> Paragraph:
    """The line at the top: what became of the question."""
    return Paragraph(f"{OUTCOMES[answer.outcome]}: {one_line(answer.verdict)}", style="bold")


def statement_text(statement: Statement, citations: dict[int, Citation]) -> str:
    """A statement with its source numbers; in quotation marks where it is its source's very words."""
    text = one_line(statement.text)
    quotes = [one_line(citations[number].quote) for number in statement.citations if number in citations]
    return marked(f"“{text}”" if text in quotes else text, statement.citations)


def statement_quotes(statement: Statement, citations: dict[int, Citation]) -> list[tuple[str, str]]:
    """The quotations under a statement that is not itself one, each with its source number's mark."""
    text = one_line(statement.text)
    cited = [citations[number] for number in statement.citations if number in citations]
    if any(one_line(citation.quote) in text for citation in cited):
        return []
    return [(f"“{one_line(citation.quote)}”", f"[{citation.n}]") for citation in cited]


def gap_paragraphs(answer: Answer) -> Iterator[Paragraph]:
    """What was asked for and not found, with where it was looked for; then notes on the papers."""
    for title, searched in (("Missing", True), ("Note", False)):
        listed = [gap for gap in answer.gaps if gap.searched == searched]
        if listed:
            yield EMPTY_LINE
            yield Paragraph(title, style="bold")
        for gap in listed:
            where = f" ({'looked in: ' if searched else ''}{one_line(gap.where)})" if gap.where else ""
            yield Paragraph(f"{one_line(gap.what)}{where}", lead="- ")


def _statements(answer: Answer) -> Iterator[Paragraph]:
    citations = by_number(answer.citations)
    if answer.statements:
        yield EMPTY_LINE
    for number, statement in enumerate(answer.statements, 1):
        lead = f"{number}. "
        yield Paragraph(statement_text(statement, citations), lead=lead)
        for quote, mark in statement_quotes(statement, citations):
            yield Paragraph(f"{quote} {mark}", lead=" " * len(lead))


def _sources(title: str, citations: tuple[Citation, ...]) -> Iterator[Paragraph]:
    if citations:
        yield EMPTY_LINE
        yield Paragraph(title, style="bold")
    for citation in citations:
        lead = f"[{citation.n}] "
        yield Paragraph(place_of(citation), lead=lead)
        if citation.caution:
            yield Paragraph(ADDRESSED, lead=" " * len(lead), style="bold")
        if row := row_in_words(citation):
            yield Paragraph(row, lead=" " * len(lead), style="dim")


def _nearest(answer: Answer) -> Iterator[Paragraph]:
    if answer.outcome != "not_found" or not answer.nearest:
        return
    yield EMPTY_LINE
    yield Paragraph(NEAREST, style="bold")
    for number, citation in enumerate(answer.nearest, 1):
        lead = f"{number}. "
        yield Paragraph(f"“{one_line(citation.quote)}”", lead=lead)
        yield Paragraph(place_of(citation), lead=" " * len(lead), style="dim")
