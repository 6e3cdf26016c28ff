"""Scope: what a conversation is about so far: the last answer's question, its papers and their area."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.follow_up.paper_before import named
from assistant.follow_up.pointing import pointer_in
from assistant.follow_up.take_apart import take_apart
from assistant.more import Slice
from assistant.subjects import core_name, names_of, subjects_of
from ingest.conversation import Turn
from ingest.filters import Filters
from ingest.library import Library
from ingest.records import DocumentRecord


@dataclass(frozen=True, slots=True)
class Scope:
    """`answered` is the last whole question that was answered, `quoted` what was quoted to it.

    `paper` is the one quoted first, and `area` the place that all of them are about ("" where there are
    several, or the library knows but one). `places` are the names by which the library's areas are asked for.
    """

    answered: str
    quoted: tuple[Slice, ...]
    paper: DocumentRecord | None
    area: str
    places: tuple[str, ...]
    records: tuple[DocumentRecord, ...]

    @classmethod
    def of(cls, turns: Sequence[Turn], library: Library) -> Scope:
        """The scope of a conversation; what was quoted and is no longer in the library counts for nothing."""
        held = {record.id: record for record in library.documents(Filters(include_superseded=True))}
        last = next((one for one in reversed(turns) if any(slice_[0] in held for slice_ in one.slices)), None)
        quoted = tuple(one for one in last.slices if one[0] in held) if last else ()
        papers = [held[document] for document, _, _ in quoted]
        about = {paper.subject for paper in papers}
        subjects = library.subjects()
        area = next(iter(about)) if len(about) == 1 < len(subjects) else ""
        return cls(
            last.understood if last else "",
            quoted,
            papers[0] if papers else None,
            (core_name(area) or area) if area else "",
            tuple(sorted(subjects_of(subjects))),
            tuple(library.documents()),
        )

    def documents(self, text: str, whole: str) -> tuple[str, ...]:
        """The only documents that a question which points back is put to; none where it is put to all.

        One about the paper quoted is put to that paper, another to those of its area and of none.
        """
        if not self.paper or whole == text or not pointer_in(text, talk=True):
            return ()
        before = take_apart(self.answered, self.places)
        of_paper = before.speaks_as_paper and before.speaker in whole
        if named(self.paper) in whole or of_paper:
            return (self.paper.id,)
        here = names_of(self.paper.subject) if self.paper.subject else ()
        elsewhere = (name for name in self.places if name not in here)
        if not self.area or any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", whole) for name in elsewhere):
            return ()
        return tuple(one.id for one in self.records if one.subject in (None, self.paper.subject))
