"""Thread: one action through the papers of a library, while it is being put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.actions.days import last_day
from assistant.actions.setdown import Place, Report, SetDown
from assistant.actions.terms import terms_of
from ingest.sentences import sentences

_LABEL = 3
"""Fewer telling words than these name a subject and not an action."""
ASKED = 0.7
"""What a word of the recommendation counts beside one of the action itself."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Something set down, with the document it stands in and the day on which that speaks."""

    document_id: str
    said_on: str | None
    item: SetDown
    title: str = ""
    file: str = ""

    @property
    def day(self) -> str:
        """The last day on which it can have been said, "" where its paper has no date."""
        return last_day(self.said_on)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.document_id, self.item.span


@dataclass(frozen=True, slots=True)
class Told:
    """A report with its document. `sure` where a printed number or the action's own row makes it certain."""

    document_id: str
    report: Report
    sure: bool = True

    @property
    def day(self) -> str:
        """The last day on which it can have been said, "" where its paper has no date."""
        return last_day(self.report.said_on)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.document_id, self.report.span


@dataclass(slots=True)
class Thread:
    """An action with all found on it: where it was set down (oldest first), what asked for it, reports."""

    placed: list[Placed]
    area: str
    asked: list[Placed] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    shown: list[Place] = field(default_factory=list)
    changed: list[Place] = field(default_factory=list)

    @property
    def first(self) -> Placed:
        """Where it was first set down."""
        return self.placed[0]

    @property
    def is_request(self) -> bool:
        """Whether it is a recommendation for which no plan is known."""
        return self.first.item.origin == "request"

    @property
    def requests(self) -> list[Placed]:
        """The recommendation that it is, or those that it answers, the chief one first."""
        return [self.first] if self.is_request else self.asked

    @property
    def asked_by(self) -> Placed | None:
        """The chief recommendation that it answers, None where no paper shows one."""
        return self.asked[0] if self.asked else None

    def wordings(self) -> Iterator[dict[str, float]]:
        """The terms by which papers may speak of it, with what each counts.

        The short labels under which accounts list recommendations ("Private fostering") are too broad for
        that.
        """
        for placed in self.placed:
            if placed.item.origin == "account" and len(terms_of(placed.item.wording)) < _LABEL:
                continue
            own = dict.fromkeys(_what(placed.item), 1.0)
            asked = dict.fromkeys(terms_of(placed.item.asked_wording), ASKED)
            yield asked | own
            if len(own) >= 3 and asked:
                yield own
        for request in self.asked:
            yield dict.fromkeys(_what(request.item), 1.0)


def _what(item: SetDown) -> frozenset[str]:
    """The telling words of what is to be done: of a recommendation its first sentence, without its owner."""
    wording = item.wording
    if item.origin == "request":
        start, end = sentences(wording)[0]
        wording = wording[start:end]
    what = terms_of(wording) - terms_of(item.owner_words)
    return what if len(what) >= _LABEL else terms_of(wording)
