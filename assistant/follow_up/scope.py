"""Scope: what a conversation is about so far: the last answer's question, its papers and their area."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.areas.of_papers import areas_of
from assistant.areas.subjects import core_name, names_of, subjects_of
from assistant.follow_up.cues import asks_elsewhere, words_of
from assistant.follow_up.paper_before import named, paper_before
from assistant.follow_up.pointing import pointer_in
from assistant.follow_up.take_apart import place_in, take_apart
from assistant.more import Quoted
from ingest.conversation import Turn
from ingest.filters import Filters
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data


@dataclass(frozen=True)
class Scope:
    """`answered` is the last whole question that was answered, `quoted` what was quoted to it in `papers`.

    What was quoted and is no longer in the library counts for nothing.
    """

    answered: str
    quoted: tuple[Quoted, ...]
    papers: tuple[DocumentRecord, ...]
    library: Library

    @classmethod
    def of(cls, turns: Sequence[Turn], library: Library) -> Scope:
        """The scope of a conversation."""
        held = {record.id: record for record in library.documents(Filters(include_superseded=True))}
        last = next((one for one in reversed(turns) if any(place[0] in held for place in one.slices)), None)
        quoted = tuple(one for one in last.slices if one[0] in held) if last else ()
        papers = tuple(held[document] for document, _, _ in quoted)
        return cls(last.understood if last else "", quoted, papers, library)

    @property
    def paper(self) -> DocumentRecord | None:
        """The paper quoted first."""
        return self.papers[0] if self.papers else None

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The names by which the library's areas are asked for."""
        return tuple(sorted(subjects_of(self.library.subjects())))

    @cached_property
    def area(self) -> str:
        """The one place that all papers quoted are about; "" for several, or in a library of one area."""
        keys = {self._areas.get(paper.id, "") for paper in self.papers}
        if len(keys) != 1 or len({*self._areas.values()} - {""}) < 2:
            return ""
        subjects = (one.subject for one in self._records if self._areas[one.id] in keys and one.subject)
        return next((core_name(one) or one for one in subjects), "")

    @property
    def quoted_papers(self) -> tuple[str, ...]:
        """The ids of the papers quoted, each once."""
        return tuple(dict.fromkeys(one.id for one in self.papers))

    def of_place(self, place: str) -> tuple[str, ...]:
        """The ids of the papers about a place, and of those about none."""
        here = {
            self._areas[one.id] for one in self._records if one.subject and place in names_of(one.subject)
        }
        return tuple(one.id for one in self._records if self._areas[one.id] in {*here, ""})

    def before(self, paper: DocumentRecord) -> DocumentRecord | None:
        """The paper of that kind and area before it; None where the library holds none."""
        here = self._areas.get(paper.id)
        return paper_before(paper, [one for one in self._records if self._areas[one.id] == here])

    def later(self) -> tuple[str, ...]:
        """The papers of that area, and of none, that are later than all that were quoted."""
        newest = max((one.published or "" for one in self.papers), default="")
        return tuple(
            one.id for one in self._records if self._may_tell(one) and _after(one.published or "", newest)
        )

    def documents(self, text: str, whole: str) -> tuple[str, ...]:
        """The only documents that a question which leans on another is put to; none where it is put to all.

        One that points back to the paper quoted is put to that paper, another to those of its area and of
        none, unless it names a place or asks of others; "since", with no word of when, is since that paper.
        """
        paper = self.paper
        if paper and whole != text and whole.endswith(f" in {named(paper)}?"):
            return (paper.id,)
        if not paper or whole == text or asks_elsewhere(text):
            return ()
        asked = take_apart(self.answered, self.places)
        spoken = named(paper) in whole or (asked.speaks_as_paper and asked.speaker in whole)
        if spoken and pointer_in(text, talk=True):
            return (paper.id,)
        if not self.area:
            return ()
        here = {
            name
            for one in self._records
            if self._of_here(one) and one.subject
            for name in names_of(one.subject)
        }
        if place_in(whole, [name for name in self.places if name not in here]):
            return ()
        since = self._since(text)
        return tuple(
            one.id for one in self._records if self._may_tell(one) and (one.published or since) >= since
        )

    def _since(self, text: str) -> str:
        """The date of the paper quoted, where the text asks what came since then; else before any."""
        word = load_data("follow-ups.yaml")["since"]
        open_ended = re.search(rf"\b{word}(?: then)?$", words_of(text))
        return (self.papers[0].published or "") if open_ended else ""

    def _of_here(self, record: DocumentRecord) -> bool:
        return self._areas[record.id] == self._areas.get(self.papers[0].id)

    def _may_tell(self, record: DocumentRecord) -> bool:
        return self._of_here(record) or not self._areas[record.id]

    @cached_property
    def _records(self) -> tuple[DocumentRecord, ...]:
        return tuple(self.library.documents())

    @cached_property
    def _areas(self) -> dict[str, str]:
        return areas_of(self.library, self._records)


def _after(one: str, other: str) -> bool:
    """Is an ISO date, or its year and month alone, later than another, as far as both are told?"""
    told = min(len(one), len(other))
    return bool(told) and one[:told] > other[:told]
