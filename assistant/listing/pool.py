"""Pool: all that the papers of an area say on a matter, and what the ledgers know of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import by_number
from assistant.contradictions.known import known_pairs
from assistant.listing.said_on import Matter, SaidOn
from assistant.slices import Slice
from ingest.filters import Filters
from ingest.library import Library
from ingest.records import DocumentRecord

OF_ONE = 3
"""So many statements of one paper beside others."""


@dataclass(frozen=True, slots=True)
class Pool:
    """All that the papers of an area say on a matter, which `topic` names as it was asked."""

    topic: str
    matter: Matter
    said: Sequence[SaidOn]
    library: Library
    records: Sequence[DocumentRecord]
    filters: Filters
    as_of: str

    @property
    def named(self) -> list[SaidOn]:
        """The statements that name the matter, and those of papers whose titles do."""
        return [one for one in self.said if one.named or self.matter.is_named_in(one.record.title)]

    def of(self, group: str, most: int) -> list[SaidOn]:
        """Those of a group that name it, or weigh something under a heading that does; the newest first.

        What weighs stands first. Few are of one paper.
        """
        held = [one for one in self.said if one.group == group and (one.named or (one.headed and one.weighs))]
        kept: list[SaidOn] = []
        for one in apart(sorted(held, key=lambda one: (not one.weighs, not one.named))):
            if sum(other.record == one.record for other in kept) < OF_ONE:
                kept.append(one)
        return kept[:most]

    @property
    def papers(self) -> int:
        """How many papers name the matter."""
        return len({one.record.id for one in self.named})

    def newest_of(self, groups: Sequence[str]) -> list[SaidOn]:
        """The newest statement of each group, one that weighs where its paper has one; newest first."""
        found: list[SaidOn] = []
        for group in groups:
            held = [one for one in self.named if one.group == group]
            of_newest = [one for one in held if one.record == held[0].record]
            found += sorted(of_newest, key=lambda one: not one.weighs)[:1]
        return sorted(found, key=lambda one: one.record.published or "", reverse=True)

    def silent_actions(self) -> Iterator[tuple[str, Slice]]:
        """The actions on the matter past their day that no paper has told of since: when due, their words."""
        from assistant.actions.track import track

        register = track(self.library, as_of=self.as_of, filters=self.filters)
        cited = by_number(register.citations)
        for one in register.actions:
            told = f"{one.text.text} {one.asked.text if one.asked else ''}"
            if one.timing == "not_reported_since" and self.matter.is_named_in(told):
                yield one.due or "", Slice.of(cited[one.text.citations[0]])

    def disagreements(self) -> Iterator[tuple[Slice, Slice]]:
        """Both sides where papers are known to disagree on what a statement says that names the matter."""
        papers = {one.id for one in self.records}
        for pair in known_pairs(self.library):
            within = all(side.document_id in papers for side in pair)
            if within and any(one.piece.meets(side) for one in self.named for side in pair):
                yield pair


def apart(said: Sequence[SaidOn]) -> list[SaidOn]:
    """The statements without those whose words one before them has."""
    kept: list[SaidOn] = []
    for one in said:
        if not any(one.piece.meets(other.piece) for other in kept):
            kept.append(one)
    return kept
