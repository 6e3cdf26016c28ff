"""Changed: what papers say has got better or worse since the last inspection, or a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from assistant.answer import Answer
from assistant.areas.subjects import about_places, core_name, own_area
from assistant.asked.bettering import judges
from assistant.asked.judging import tone_of
from assistant.asked.planned import wishes
from assistant.forms import forms_of, one_of, plain, put_as
from assistant.in_words import filled
from assistant.listing.listed import Listed, answer_of
from assistant.listing.mentions import named
from assistant.listing.recommended import placed
from assistant.sentences.leaning import leans
from assistant.slices import Slice
from assistant.understanding.papers_called import newest_first, sort_called
from ingest.document import Document
from ingest.filters import Filters
from ingest.library import Library
from ingest.phrases import worded
from ingest.records import DocumentRecord
from ingest.sentences import sentences_within
from prompts import load_data

Way = Literal["better", "worse", ""]
PAPERS = 3
"""So many of the newest papers that tell of a change are quoted."""
TONES: dict[int, Way] = {1: "better", -1: "worse", 0: ""}
_rules = partial(load_data, "vocabulary/changed.yaml")
_changes = worded("vocabulary/changed.yaml", "{told}")


@dataclass(frozen=True, slots=True)
class ChangedAsked:
    """Which way ("" either), since when: a year, or the last paper of a sort ("inspection")."""

    way: Way
    year: str
    sort: str


def changed_asked(text: str) -> ChangedAsked | None:
    """What the text wants to know has changed; None where it asks for anything else."""
    said = plain(text).lower()
    found = put_as(_forms(), said)
    if found is None:
        return None
    told = found.groupdict()
    # Whether all has got better is not told by what has.
    either = not said.startswith("what")
    way: Way = "" if either else "better" if told.get("better") else "worse" if told.get("worse") else ""
    year = told.get("year") or ""
    return ChangedAsked(way, year, "" if year else sort_called(told.get("last") or "")[0])


def changed(
    asked: ChangedAsked, library: Library, records: Sequence[DocumentRecord]
) -> list[tuple[str, Slice]]:
    """The sentences that tell of a change, each headed by its way and its paper, the newest paper first.

    Since the last paper of a sort: those of it and of all papers after it; where none of these tells of any,
    those of the one before, and so on.
    """
    kinds = sort_called(asked.sort)[1].get("kinds", ()) if asked.sort else ()
    dated = [one for one in newest_first(records) if (one.published or "") > asked.year]
    rows: list[tuple[str, Slice]] = []
    papers = 0
    for paper in dated:
        told = [row for row in _told(library.document(paper.id)) if asked.way in ("", row[0])]
        rows += [(_head(way, paper), piece) for way, piece in told]
        papers += bool(told)
        if rows and (papers == PAPERS or (not asked.year and paper.kind in kinds)):
            break
    return rows


def _told(document: Document) -> list[tuple[Way, Slice]]:
    """The sentences that tell of a change, those first that say since when."""
    rows = list(_sentences(document))
    return [(way, piece) for way, piece, _ in sorted(rows, key=lambda row: not row[2])]


def _sentences(document: Document) -> Iterator[tuple[Way, Slice, bool]]:
    for block in document.blocks:
        if block.kind not in ("paragraph", "list_item"):
            continue
        before = block.start
        for start, end in sentences_within(document.text, block.start, block.end):
            words = document.text[start:end]
            if (judges(words) or _changes().search(words)) and not wishes(words):
                # "This has improved since …" says nothing without the sentence before it.
                first = before if leans(words) else start
                if way := TONES[tone_of(words)]:
                    yield way, Slice(document.id, first, end), judges(words)
            before = start


def _head(way: Way, paper: DocumentRecord) -> str:
    return f"{_rules()['ways'][way]}: {named(paper)}"


@cache
def _forms() -> list[re.Pattern[str]]:
    rules = _rules()
    slots = {name: one_of(rules[name], name) for name in ("better", "worse", "any", "last", "year")}
    return forms_of(rules["asks"], slots | {"whole": one_of(rules["whole"])})


def changed_answer(text: str, library: Library, filters: Filters, as_of: str) -> Answer | None:
    """What has changed since the last inspection or a year; None for another question, or of no one area."""
    records = library.documents(filters)
    places, rest = placed(text, records)
    asked = changed_asked(" ".join(rest.split()))
    area = places[0] if places else own_area(records)
    if asked is None or not area or len({core_name(one) or one for one in places}) > 1:
        return None
    here = about_places(records, [area])
    rows = changed(asked, library, here)
    words = _rules()["answer"]
    when = asked.year or f"the last {asked.sort}"
    since = {
        "since": filled(words["since"], when=when) if asked.year or asked.sort else "",
        "way": words["ways"][asked.way or "any"],
    }
    papers = len({piece.document_id for _, piece in rows})
    told = filled(words["told"], count=len(rows), papers=papers, **since)
    listed = Listed(rows, told, filled(words["none"], **since), filled(words["missing"], **since))
    return answer_of(listed, text, library, len(here), as_of)
