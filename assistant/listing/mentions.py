"""Mentions: the papers, or the places, that speak of something by its name, each once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.sentences.front_matter import is_front_matter
from assistant.sentences.spans import sentence_spans
from assistant.slices import Slice
from assistant.understanding.synonyms import expansions
from assistant.words import stems_in_order
from ingest.filters import Filters
from ingest.library import Library
from ingest.passage import Passage
from ingest.phrases import worded
from ingest.records import DocumentRecord

EVERY = 100_000
"""More passages than a thing is named in."""

SAYS = 8
"""Words from which a sentence is taken to say something of the thing, rather than to be a heading."""
_pattern = worded(
    "vocabulary/listing.yaml",
    r"{mention.opening} (?:(?P<place>{mention.places})|{mention.papers})(?: (?:which|that|do|does|did))? "
    r"{mention.verbs} (?:{mention.articles} )?(?P<thing>.+)",
    flags=re.NOFLAG,
)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What is to be mentioned, and whether places are asked for, or papers."""

    thing: str
    places: bool


def mentions_asked(text: str) -> Mentioned | None:
    """What the text wants all mentions of ("Which partnerships mention …?"); None where it wants none."""
    found = _pattern().match(" ".join(text.split()).lower())
    if not found:
        return None
    return Mentioned(found["thing"].strip(" ?.!,"), bool(found["place"]))


def mentions(
    asked: Mentioned, library: Library, records: Sequence[DocumentRecord], filters: Filters
) -> list[tuple[str, Slice]]:
    """The best sentence of each paper that names the thing, newest first, or of each place, by name."""
    names = _names(asked.thing)
    hits = library.full_text([names], filters, EVERY)
    best: dict[str, tuple[bool, Slice]] = {}
    for passage in library.passages([hit.passage_id for hit in hits]):
        for says, piece in _sentences(passage, names):
            # The first sentence in order of the search, unless a later one says more than a heading does.
            if piece.document_id not in best or (says and not best[piece.document_id][0]):
                best[piece.document_id] = (says, piece)
    told = [record for record in records if record.id in best]
    told.sort(key=lambda one: (one.published or "", one.id), reverse=True)
    if not asked.places:
        return [(named(one), best[one.id][1]) for one in told]
    newest: dict[str, Slice] = {}
    for record in told:
        newest.setdefault(record.subject or record.organisation or record.title, best[record.id][1])
    return sorted(newest.items())


def _sentences(passage: Passage, names: Sequence[str]) -> list[tuple[bool, Slice]]:
    """The sentences that name the thing, and whether each is long enough to say something of it."""
    found = []
    for start, end in sentence_spans(passage):
        sentence = passage.text[start - passage.start : end - passage.start]
        if any(_holds(sentence, name) for name in names):
            says = len(sentence.split()) >= SAYS and not is_front_matter(sentence, passage)
            found.append((says, Slice(passage.document_id, start, end)))
    return found


def _holds(sentence: str, name: str) -> bool:
    """Do the name's words stand in the sentence, one after the other, in whatever form?"""
    return stems_in_order(name) in stems_in_order(sentence)


def _names(thing: str) -> tuple[str, ...]:
    """The thing by all its names, where it is one that has several."""
    said = stems_in_order(thing)
    groups = [group for group in expansions(thing) if any(stems_in_order(name) == said for name in group)]
    return tuple(dict.fromkeys((thing, *(name for group in groups for name in group))))


def named(record: DocumentRecord) -> str:
    """A paper by its title and date."""
    return f"{record.title}, {record.published}" if record.published else record.title
