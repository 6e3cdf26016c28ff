"""The register of recommendations → paragraphs and table rows for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.answer import Citation
from assistant.check.assessment import NEEDED
from assistant.in_words import version_in_words
from assistant.register.entry import Entry
from assistant.register.group import Group
from assistant.register.register import AskedAgain, Register, chains
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.place import HEADING_LENGTH, page_name
from assistant.render.plain import counted, one_line, shortened

GROUP_HEADINGS = ("Name", "Asked", "SMART", "No act", "Nothing to check", "No date", "Nobody named")
QUOTED = 400


def register_paragraphs(register: Register) -> Iterator[Paragraph]:
    """Every recommendation under its document, then what was asked before, then the count."""
    for _, held in groupby(register.entries, key=lambda entry: entry.document_id):
        yield from _document(list(held))
        yield EMPTY_LINE
    if register.repeats is not None:
        yield from repeats_paragraphs(register.repeats, register.citations)
    yield footer(register)


def group_rows(groups: Sequence[Group]) -> Iterator[tuple[str, ...]]:
    """One row a group, its cells under `GROUP_HEADINGS`."""
    for group in groups:
        lacking = [str(group.lacking(letter)) for letter in ("specific", "measurable", "time_bound", "owner")]
        yield (one_line(group.name), str(len(group.entries)), str(group.smart), *lacking)


def repeats_paragraphs(repeats: Sequence[AskedAgain], citations: Sequence[Citation]) -> Iterator[Paragraph]:
    """Each recommendation that was asked before, under the words in which it was, all with their places."""
    yield Paragraph("Recommendations that an earlier paper had made", style="bold")
    if not repeats:
        yield Paragraph("Nothing was found that an earlier document had asked.")
    for first, held in chains(repeats):
        themes = dict.fromkeys(theme for one in held for theme in one.themes)
        again = f" · {', '.join(themes)}" if themes else ""
        yield from _quoted(first.later, citations[first.later_citation - 1], "- ", again)
        for one in held:
            yield from _quoted(one.earlier, citations[one.earlier_citation - 1], "  before: ")
    yield EMPTY_LINE


def nearest_paragraphs(nearest: Sequence[AskedAgain], citations: Sequence[Citation]) -> Iterator[Paragraph]:
    """Each recommendation of which no repeat is told, under the earlier ones nearest to it."""
    yield Paragraph(
        "Made before in other words? The nearest to each of the others, to be read beside it", style="bold"
    )
    if not nearest:
        yield Paragraph("No other was made after a paper of the same area.")
    for _, pairs in groupby(nearest, key=lambda one: one.later.id):
        held = list(pairs)
        yield from _quoted(held[0].later, citations[held[0].later_citation - 1], "- ")
        for one in held:
            yield from _quoted(one.earlier, citations[one.earlier_citation - 1], "  nearest: ")
    yield EMPTY_LINE


def footer(register: Register) -> Paragraph:
    """How many there are, how many are SMART, how many were made before where asked, and of which library."""
    smart = sum(entry.smart_with_context for entry in register.entries)
    counts = f"{counted(len(register.entries), 'recommendation')}, {smart} SMART with context"
    if register.repeats is not None:
        counts += f", {len({one.later.id for one in register.repeats})} made before by an earlier paper"
    if register.nearest is None and register.repeats is not None:
        counts += " (in quite other words it may be missed: --nearest 2 shows what to read)"
    return Paragraph(
        f"{counts}; library version {one_line(version_in_words(register.library_version))}", style="dim"
    )


def _document(entries: Sequence[Entry]) -> Iterator[Paragraph]:
    first = entries[0]
    published = one_line(first.published or "no date")
    yield Paragraph(f"{one_line(first.title)} ({one_line(first.document)}), {published}", style="bold")
    for entry in entries:
        number = f"{one_line(entry.number)}. " if entry.number else "- "
        yield Paragraph(f"“{shortened(entry.text, QUOTED)}”", lead=f"  {number}")
        yield Paragraph("; ".join(_facts(entry)), lead="    ", style="dim")


def _facts(entry: Entry) -> Iterator[str]:
    page = page_name(entry.page_index, entry.page_label)
    if page:
        yield page.partition(" (page ")[0]
    yield f"owner: {one_line(entry.owner.text)}" if entry.owner else "nobody named"
    if entry.deadline:
        day = f" = {entry.deadline.date}" if entry.deadline.date else ""
        yield f"due {one_line(entry.deadline.text)}{day}"
    missing = [name.replace("_", "-") for name in entry.missing if name != "owner"]
    partial = [name.replace("_", "-") for name in NEEDED if entry.criteria_with_context.get(name) == 1]
    if missing or not partial:
        yield f"missing: {', '.join(missing)}" if missing else "nothing missing"
    if partial:
        yield f"in part: {', '.join(partial)}"
    if entry.themes:
        yield ", ".join(entry.themes)


def _quoted(entry: Entry, citation: Citation, lead: str, more: str = "") -> Iterator[Paragraph]:
    """The words, and under them where they stand: year first, since the order in time is the point."""
    yield Paragraph(f"“{shortened(entry.text, QUOTED)}”", lead=lead)
    heading = one_line((citation.heading or "").split("›")[-1].strip())
    page = page_name(citation.page_index, citation.page_label)
    place = [one_line(entry.published or "no date"), one_line(citation.document), page]
    shown = ", ".join(part for part in (*place, shortened(heading, HEADING_LENGTH)) if part)
    yield Paragraph(f"{shown}{more}", lead=" " * len(lead), style="dim")
