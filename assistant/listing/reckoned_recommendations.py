"""Reckoned recommendations: how many the papers make, within which limits, and who or what has most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.answer import Answer
from assistant.areas.of_papers import area_of_each
from assistant.in_words import day_in_words, filled
from assistant.listing.actions_of_paper import paper_meant
from assistant.listing.listed import Listed, answer_of
from assistant.listing.mentions import named
from assistant.listing.reckoning import (
    RULES,
    Reckoning,
    by_group,
    in_period,
    names_topic,
    nothing_more,
    reckoning_of,
    time_in_words,
)
from assistant.listing.recommended import on_topic, placed, put_to, within
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
    reckoning = reckoning_of(" ".join(text.split()).strip(" ?.!"))
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
    """The recommendations of the paper, time, place, owner and topic named; None where more is named."""
    paper = paper_meant(rest, records)
    rest = paper.rest if paper else rest
    rest, period = plain_period(rest, records)
    sorts, sort = sort_called(rest)
    kinds = sort.get("kinds", ()) if not paper and sorts.endswith("s") else ()
    rest = rest.replace(sorts, " ") if kinds else rest
    limits = [paper.called] if paper else [sorts] if kinds else []
    if paper:
        filters = replace(filters, documents=tuple(paper.papers))
    entries: Sequence[Entry] = register_of(library, Selection(filters)).entries
    if paper and not entries:
        return None  # What a paper calls its recommendations may be written otherwise than they are found by.
    entries = [one for one in entries if not kinds or one.kind in kinds]
    entries = [one for one in entries if not period or in_period(one.published, period)]
    if time := period or (f"{filters.since}/9999" if filters.since else ""):
        limits.append(time_in_words(time))
    left = _telling(rest)
    if left and not (names_topic(rest) or any(put_to(one, left) for one in entries)):
        places, rest = placed(rest, records)
        about = set(within(places, records, filters).documents) if places else set()
        entries = [one for one in entries if not places or one.document_id in about]
        limits += places
        left = _telling(rest)
    if not left:
        return _Chosen(entries, limits)
    kept = on_topic(entries, left) if names_topic(rest) else [one for one in entries if put_to(one, left)]
    return _Chosen(kept, [*limits, left]) if kept else None


def _telling(rest: str) -> str:
    """The words that limit what is counted."""
    words = _WORD.findall(any_listed(RULES, "topic").sub(" ", rest))
    return " ".join(word for word in words if word.lower() not in nothing_more())


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
