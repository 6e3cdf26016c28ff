"""What lies behind the pack: pages that could not be read, the documents with their hashes, how to check."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.in_words import filled
from assistant.pack.document import Block, Grid, Heading, Points, Source, Text, Words, columns
from assistant.pack.material import PackMaterial
from assistant.pack.shown import day_words, shown
from assistant.pack.wording import wording
from ingest.records import DocumentRecord

UNREAD_SHARES = (0.5, 0.25, 0.25)
SOURCE_SHARES = (0.13, 0.37, 0.14, 0.11, 0.25)


def unread_blocks(material: PackMaterial) -> list[Block]:
    """Pages without readable text, and pages read by optical recognition."""
    words = wording("unread")
    title = Heading(words["title"], 1, "unread")
    rows = tuple(
        (
            (Words(shown(reading.document.source)),),
            (Words(_pages(reading.unread)),),
            (Words(_pages(reading.recognised)),),
        )
        for reading in material.readings
        if reading.unread or reading.recognised
    )
    if not rows:
        return [title, Text((Words(words["none"]),))]
    header = columns(words["columns"], UNREAD_SHARES)
    return [title, Text((Words(words["lead"]),)), Grid(words["table"], header, rows)]


def sources_blocks(sources: Sequence[Source], subject: str) -> list[Block]:
    """Every document behind the pack with its hash."""
    words = wording("sources")
    header = columns(words["columns"], SOURCE_SHARES, (3,))
    rows = tuple(
        (
            (Words(source.id, "code"),),
            (Words(_named(source)),),
            (Words(source.published),),
            (Words(str(source.cited)),),
            (Words(source.sha256, "code"),),
        )
        for source in sources
    )
    lead = filled(words["lead"], subject=shown(subject) or words["everybody"], number=len(sources))
    return [
        Heading(words["title"], 1, "sources", own_page=True),
        Text((Words(lead),)),
        Grid(words["table"], header, rows),
    ]


def reading_blocks(notes: int) -> list[Block]:
    """What the words of this pack mean, and how every quotation in it can be checked."""
    words, verdicts = wording("reading"), wording("verdicts")
    meanings = wording("verdict_meanings")
    return [
        Heading(words["title"], 1, "reading"),
        Heading(words["verdicts"], 2, "reading-verdicts"),
        Points(
            tuple(
                (Words(verdicts[name], "strong"), Words(f": {meaning}")) for name, meaning in meanings.items()
            )
        ),
        Heading(words["basis"], 2, "reading-basis"),
        Text((Words(wording("basis_meanings")),)),
        Heading(words["check"], 2, "reading-check"),
        Text((Words(words["check_words"]),)),
        Text((Words(filled(words["counted"], notes=notes)),)),
    ]


def source_of(record: DocumentRecord, id_length: int, cited: int) -> Source:
    """A document as the pack lists it."""
    published = day_words(record.published) or "no date"
    named = (shown(record.title), shown(record.source))
    return Source(record.id[:id_length], record.sha256, *named, published, cited)


def _named(source: Source) -> str:
    return source.document if source.title == source.document else f"{source.title} ({source.document})"


def _pages(labels: Sequence[str]) -> str:
    return f"page {', '.join(labels)}" if labels else "none"
