"""Own priorities: what a partnership's plans and yearly reports list as its priorities of a year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from assistant.areas.subjects import about_places
from assistant.comparison.split import places_named
from assistant.forms import forms_of, plain, put_as
from assistant.key_questions.papers.priorities import (
    KINDS,
    Priority,
    financial_year,
    names_year,
    priorities_in,
    year_of,
)
from assistant.slices import Slice
from assistant.understanding.papers_called import newest_first
from assistant.understanding.periods import periods_in
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data


def priorities_asked(text: str) -> bool:
    """Does the text want the priorities of a partnership, and nothing else of them?"""
    return put_as(_asks(), plain(text)) is not None


def own_priorities(
    text: str, library: Library, records: Sequence[DocumentRecord], as_of: str
) -> tuple[DocumentRecord, str, list[Slice]] | None:
    """The paper that lists those of the year that the text names, or else of the latest begun.

    With that year and where they stand; the newest paper, one of that very year before others. Of the place
    that the text names; else of that which most papers are about. None where no paper lists any.
    """
    papers = [one for one in newest_first(_own(text, records)) if one.kind in KINDS]
    listed = [(paper, priorities_in(library.document(paper.id), paper)) for paper in papers]
    begun = {one.year for _, found in listed for one in found if one.year[:4] <= financial_year(as_of)[:4]}
    named = [one for one in periods_in(text) if one[:1].isdigit()]
    years = named or sorted(begun, reverse=True)[:1]
    for paper, found in sorted(listed, key=lambda one: year_of(one[0]) not in years):
        if wanted := [one for one in found if names_year(one, years)]:
            return paper, years[0], _each_once(wanted)
    return None


def _own(text: str, records: Sequence[DocumentRecord]) -> Sequence[DocumentRecord]:
    if places := places_named(text, records):
        return about_places(records, places)
    main = Counter(one.subject for one in records if one.subject).most_common(1)
    return [one for one in records if one.subject == main[0][0]] if main else records


def _each_once(found: Sequence[Priority]) -> list[Slice]:
    """Where they stand: a sentence that lists all of them once."""
    return list(dict.fromkeys(one.piece for one in found))


@cache
def _asks() -> list[re.Pattern[str]]:
    return forms_of(load_data("vocabulary/listing.yaml")["priorities"]["asks"], {}, re.NOFLAG)
