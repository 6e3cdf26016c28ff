"""Reckoned recommendations: how many the papers make, within which limits, and who or what has most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.answer import Answer
from assistant.areas.of_papers import area_of_each, areas_of, areas_of_subject
from assistant.forms import plain
from assistant.in_words import day_in_words, filled
from assistant.listing.actions_of_paper import paper_meant
from assistant.listing.listed import Listed, answer_of
from assistant.listing.mentions import named
from assistant.listing.reckoning import (
    RULES,
    Reckoning,
    by_group,
    in_period,
    nothing_more,
    reckoning_of,
    time_in_words,
)
from assistant.listing.recommended import on_topic, placed, put_to
from assistant.register.bodies import agencies_in, is_body
from assistant.register.entry import Entry
from assistant.register.register import register_of
from assistant.register.selection import Selection
from assistant.understanding.papers_called import sort_called
from assistant.understanding.plain_filters import plain_period
from ingest.filters import Filters
from ingest.library import Library
from ingest.phrases import any_listed
from ingest.records import DocumentRecord
from prompts import load_data

COMMAND = "scrutiny recommendations"
_NOUN = re.compile(r"\brecommendations?\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The recommendations within the limits of a question, and the words that name these."""

    entries: Sequence[Entry]
    limits: Sequence[str]


def reckoned_recommendations(text: str, library: Library, filters: Filters, as_of: str) -> Answer | None:
    """The count that a question wants, with what is counted; None where it asks for anything else."""
    reckoning = reckoning_of(plain(text))
    if (
        reckoning is None
        or reckoning.how not in ("count", "most", "each")
        or not _NOUN.search(reckoning.rest)
    ):
        return None
    records = library.documents(filters)
    chosen = _chosen(_NOUN.sub(" ", reckoning.rest), library, records, filters)
    if chosen is None:
        return None
    entries = [one for one in chosen.entries if (one.published or "") <= as_of]
    entries.sort(key=lambda one: (one.published or "", one.document_id), reverse=True)
    areas = area_of_each(library, records) if reckoning.by == "area" else {}
    kept, told = _told(reckoning, entries, areas, chosen.limits, as_of)
    if not told:
        return None
    papers = {one.id: one for one in records}
    several = len({one.document_id for one in kept}) > 1
    rows = [(named(papers[one.document_id]) if several else "", one.piece) for one in kept]
    listed = Listed(rows, told, told, load_data(RULES)["answer"]["missing"], command=COMMAND)
    return answer_of(listed, text, library, len(records), as_of)


def _chosen(
    rest: str, library: Library, records: Sequence[DocumentRecord], filters: Filters
) -> _Chosen | None:
    """The recommendations of the papers, time, place, owner and topic named; None where more is named.

    What one paper calls its recommendations may be written otherwise than they are found by: where none of
    it is found, none is counted.
    """
    paper = paper_meant(rest, records)
    rest, period = plain_period(paper.rest if paper else rest, records)
    sorts, sort = sort_called(rest)
    kinds = sort.get("kinds", ()) if not paper and sorts.endswith("s") else ()
    theirs = replace(filters, documents=tuple(paper.papers)) if paper else filters
    entries = [
        one
        for one in register_of(library, Selection(theirs)).entries
        if (not kinds or one.kind in kinds) and (not period or in_period(one.published, period))
    ]
    if paper and not entries:
        return None
    time = period or (f"{filters.since}/9999" if filters.since else "")
    named_so = (paper.called if paper else "", sorts if kinds else "", time_in_words(time) if time else "")
    limits = [name for name in named_so if name]
    return _named(_Chosen(entries, limits), rest.replace(sorts, " ") if kinds else rest, library, records)


def _named(chosen: _Chosen, rest: str, library: Library, records: Sequence[DocumentRecord]) -> _Chosen | None:
    """Those of the place, put to the owner and on the topic that the rest of a question names."""
    before, *behind = any_listed(RULES, "topic").split(rest, maxsplit=1)
    about, *tail = any_listed(RULES, "owner").split("".join(behind), maxsplit=1)
    owned = " ".join((before, *tail))
    entries, (places, left) = list(chosen.entries), placed(owned, records)
    if _telling(left) and any(put_to(one, _telling(owned)) for one in entries):
        places, left = [], owned  # "York Council" is whom they are put to, "York" where.
    others, about = placed(about, records)
    every = {*places, *others}
    places = sorted(one for one in every if not any(one in other for other in every - {one}))
    owner, topic = _telling(left), _telling(about)
    if places:
        areas = areas_of(library, records)
        wanted = set[str]().union(*(areas_of_subject(one, areas.values()) or () for one in places))
        entries = [one for one in entries if areas.get(one.document_id) in wanted]
    entries = [one for one in entries if not owner or put_to(one, owner)]
    entries = on_topic(entries, topic)
    limits = [*chosen.limits, *places, *(name for name in (owner, topic) if name)]
    return _Chosen(entries, limits) if entries or not (owner or topic) else None


def _telling(rest: str) -> str:
    """The words that limit what is counted."""
    return " ".join(word for word in _WORD.findall(rest) if word.lower() not in nothing_more())


def _told(
    reckoning: Reckoning,
    entries: Sequence[Entry],
    areas: Mapping[str, str],
    limits: Sequence[str],
    as_of: str,
) -> tuple[Sequence[Entry], str]:
    """The recommendations that are listed, and the sentence that counts them."""
    answer = load_data(RULES)["answer"]
    by = reckoning.by
    command = {"": "", "area": "", "agency": " --by owner"}.get(by, f" --by {by}")
    words: dict[str, Any] = {
        "day": day_in_words(as_of),
        "limits": f" ({', '.join(limits)})" if limits else "",
        "what": answer["recommendations"],
        "stated": "",
        "counted": answer["counted"],
        "papers": len({one.document_id for one in entries}),
        "command": COMMAND + command,
    }
    if by:
        return by_group(reckoning, entries, lambda one: _names_of(one, by, reckoning.kinds, areas), words)
    kinds = Counter(one.kind.replace("_", " ") for one in entries)
    words["kinds"] = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    words["counted"] = filled(answer["counted"], count=len(entries))
    return entries, filled(answer["count" if entries else "no_count"], **words)


def _names_of(entry: Entry, by: str, kinds: frozenset[str], areas: Mapping[str, str]) -> Iterable[str]:
    """The groups in which a recommendation is counted; none where it names none."""
    if by in ("owner", "agency"):
        bodies = entry.owner.bodies if entry.owner else ()
        return [one for one in bodies if by == "owner" or (agencies_in(one) and is_body(one))]
    if by == "theme":
        return entry.themes
    if by == "document":
        return (entry.title,) if not kinds or entry.kind in kinds else ()
    name = entry.year if by == "year" else areas.get(entry.document_id)
    return (name,) if name else ()
