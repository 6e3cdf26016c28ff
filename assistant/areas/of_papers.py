"""Areas: which partnership each document is about, so that no paper reports on another area's actions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from weakref import WeakKeyDictionary

from assistant.areas.letterhead import area_of_letter
from assistant.areas.shared_names import areas_by_names
from assistant.areas.subjects import area_names, core_name, no_such_area, own_area, with_own_bodies
from ingest.library import DocumentRecord, Library
from ingest.phrases import stands_in

_LEAST = 2
"""How often a document without a known subject must name an area to be taken for one of its papers."""


_kept: WeakKeyDictionary[Library, tuple[tuple[str, tuple[str, ...]], dict[str, str]]] = WeakKeyDictionary()
"""What was told last of each open library: the names in all papers are read for it, which takes a while."""


def areas_of(library: Library, records: Sequence[DocumentRecord]) -> dict[str, str]:
    """The area of each document by its id, in lower case; "" where it cannot be told.

    Former names are one area, for only the place counts: "Harrow LSCB" and "Harrow SSP" are both "harrow".
    """
    asked = (library.version, tuple(record.id for record in records))
    held, areas = _kept.get(library, (None, {}))
    if held != asked:
        areas = _areas_of(library, records)
        _kept[library] = asked, areas
    return dict(areas)


def area_of_draft(subject: str, text: str, records: Sequence[DocumentRecord]) -> str:
    """The area of a text that is not in the library, beside these papers that are: whose it says it is,
    else the one that it or most of the papers are about; in lower case, "" where none can be told.
    """
    _, counted, only = _named(records)
    area = _core(subject)
    if area:
        return _known(area, counted)
    return _told(text, counted, only) or _core(own_area(records))


def _named(records: Sequence[DocumentRecord]) -> tuple[dict[str, str], Counter[str], str]:
    """The areas that papers name as theirs, by id; how many name each; the only one, "" of several."""
    named = {record.id: _core(record.subject) for record in with_own_bodies(records)}
    counted = Counter(area for area in named.values() if area)
    known = {id_: _known(area, counted) for id_, area in named.items()}
    areas = set(known.values()) - {""}
    return known, counted, areas.pop() if len(areas) == 1 else ""


def _areas_of(library: Library, records: Sequence[DocumentRecord]) -> dict[str, str]:
    named, counted, only = _named(records)
    known = {id_: area for id_, area in named.items() if area}
    told = {id_: _told(library.text(id_), counted, only) for id_ in named if id_ not in known}
    by_names = areas_by_names(library, known, [id_ for id_, area in told.items() if not area])
    return {id_: known.get(id_) or told[id_] or by_names[id_] for id_ in named}


def area_of_each(library: Library, records: Sequence[DocumentRecord]) -> dict[str, str]:
    """The same as it is written; "" where it cannot be told."""
    written = {name.lower(): name for name in area_names(records)}
    return {id_: written.get(area, area.title()) for id_, area in areas_of(library, records).items()}


def areas_of_subject(subject: str | None, areas: Collection[str]) -> set[str] | None:
    """Which of the areas, as `areas_of` gives them, a partnership's name means; None for all."""
    if not subject:
        return None
    named = subject.lower()
    return {area for area in areas if area and (stands_in(named, area) or stands_in(area, named))}


def check_area(subject: str | None, records: Sequence[DocumentRecord]) -> None:
    """NotFoundError for a name that means none of the areas these documents are about; no name means all."""
    known = area_names(records)
    if areas_of_subject(subject, [name.lower() for name in known]) == set():
        raise no_such_area(subject or "", known)


def _core(name: str | None) -> str:
    return " ".join(core_name(name).lower().split()) if name else ""


def _known(area: str, counted: Counter[str]) -> str:
    """The area itself, or a commoner one that stands within its name ("Ivy Aldermere" is Aldermere)."""
    within = [other for other in counted if other != area and re.search(rf"\b{re.escape(other)}\b", area)]
    commoner = [other for other in within if counted[other] > counted[area]]
    return max(commoner, key=lambda other: (counted[other], other)) if commoner else area


def _told(text: str, counted: Counter[str], only: str) -> str:
    return _mentioned(text, counted, only) or area_of_letter(text, counted)


def _mentioned(text: str, counted: Counter[str], only: str) -> str:
    """The area that a text names most by far; the library's only one where it names no other."""
    lowered = text.lower()
    found = {area: len(re.findall(rf"\b{re.escape(area)}\b", lowered)) for area in counted}
    others = max((times for area, times in found.items() if area != only), default=0)
    if only and others < _LEAST:
        return only
    best = max(found, key=lambda area: (found[area], counted[area], area), default="")
    rest = max((times for area, times in found.items() if area != best), default=0)
    return best if best and found[best] >= _LEAST and found[best] >= 2 * rest else ""
