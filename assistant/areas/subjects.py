"""Subjects: the names by which documents may be asked for, and papers of an area's bodies or of all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache

from ingest.errors import NotFoundError
from ingest.phrases import word_set
from ingest.records import DocumentRecord
from prompts import load_data

HALF = 0.5
"""A library is an area's own where so many of the papers that are about an area are about it."""
_JOINER = re.compile(r"\s*&\s*|\s+and\s+|[\s-]+(?:on|upon)[\s-]+")


def subjects_of(about: Set[str]) -> set[str]:
    """The places and partnerships that documents are `about`, in full and without their general words.

    "London Borough of Harrow" can also be asked for as "Harrow", "Southend-on-Sea" as "Southend".
    """
    return set().union(*map(names_of, about))


def places_of(records: Iterable[DocumentRecord]) -> set[str]:
    """The same of these documents."""
    return subjects_of({record.subject for record in records if record.subject})


@lru_cache(maxsize=4_096)
def names_of(subject: str) -> frozenset[str]:
    """The names by which one place or partnership may be asked for."""
    names = {subject, core_name(subject) or subject}
    return frozenset(names | {_JOINER.split(name)[0] for name in names})


def about_places(records: Iterable[DocumentRecord], places: Collection[str]) -> list[DocumentRecord]:
    """Those of the papers that are about one of the places; all where no place is named."""
    return [one for one in records if not places or not names_of(one.subject or "").isdisjoint(places)]


def area_names(records: Iterable[DocumentRecord]) -> list[str]:
    """The everyday names of the areas that documents are about, by the alphabet."""
    return sorted({name for record in records if record.subject and (name := core_name(record.subject))})


def own_area(records: Iterable[DocumentRecord]) -> str:
    """The area that at least half of the papers which are about one are about; "" where none is."""
    about: Counter[str] = Counter()
    for subject, papers in Counter(one.subject for one in records if one.subject).items():
        about[core_name(subject) or subject] += papers
    area, papers = next(iter(about.most_common(1)), ("", 0))
    return area if papers >= HALF * about.total() else ""


def no_such_area(asked: str, known: Collection[str]) -> NotFoundError:
    """The error for an area that no document is about, with one that is spelt nearly so or else all."""
    by_name = {name.casefold(): name for name in sorted(known)}
    near = get_close_matches((core_name(asked) or asked).casefold(), by_name, n=1, cutoff=0.75)
    listed = ", ".join(sorted(known)) or "no named area"
    hint = f"Did you mean {by_name[near[0]]}? " if near else ""
    return NotFoundError(f"No document is about {asked}.", f"{hint}There are documents about {listed}.")


@lru_cache(maxsize=4_096)
def core_name(name: str) -> str:
    """A body's name without the words that many bodies share, such as council, borough, partnership."""
    general = "|".join(map(re.escape, load_data("vocabulary/question-words.yaml")["general_names"]))
    return re.sub(rf"\s*\b(?:{general})\b\s*", " ", name, flags=re.IGNORECASE).strip(" ,")


def with_own_bodies(records: Sequence[DocumentRecord]) -> list[DocumentRecord]:
    """The documents; one without a subject, by a body of one of their areas, is that area's."""
    areas = {core_name(name).casefold() for record in records if (name := record.subject)}
    return [
        replace(record, subject=record.organisation) if _is_body_of(record, areas) else record
        for record in records
    ]


def _is_body_of(record: DocumentRecord, areas: Set[str]) -> bool:
    return not record.subject and core_name(record.organisation or "").casefold() in areas - {""}


def is_national(record: DocumentRecord) -> bool:
    """Does it say what is expected of all areas?"""
    if record.subject or record.kind not in word_set("evidence/basis.yaml", "always_expectation"):
        return False
    return record.kind == "guidance" or record.organisation is not None
