"""Action: what was to be done about a recommendation, and how far it got, each field with its citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.actions.days import is_bare_day
from assistant.actions.setdown import Origin
from assistant.answer import Citation
from assistant.in_words import filled
from prompts import load_data

ActionStatus = Literal["open", "done", "evidenced", "impact_shown", "rejected", "already_done"]
"""`done` is a body's own word; `evidenced` needs something to show for it; completed is not embedded."""

StatusAsked = ActionStatus | Literal["closed", "without_evidence"]
"""A status, or one of the names under which several are asked for."""

Timing = Literal["on_time", "late", "overdue", "due_later", "no_date", "reported_since", "not_reported_since"]
"""`reported_since`: past due with a later report that does not say whether it is done; `not_reported_since`:
with no later report. Neither is "overdue".
"""


@dataclass(frozen=True, slots=True)
class Field:
    """One field in the documents' words, and the numbers of the citations it stands in.

    `said_on` is the ISO day on which the document says it, of the precision known.
    """

    text: str
    citations: tuple[int, ...]
    said_on: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """One action over time. `due` is an ISO date beside its words in `due_words`; absent fields are None.

    `recommendation_id` is that of the recommendation it answers, None where no document links them.
    `progress` are the reports on it, oldest first. `document_id` is where the action was first set down,
    `number` its printed number there, `origin` how: a row of a plan, a promise in minutes, a recommendation
    for which no plan is in the library, a decision not to act, or an account of something asked elsewhere.
    `asked` are the words of what it answers. `who` is the owner's name where minutes give initials. `timing`
    no_date also stands for an action whose day of completion nobody gives. `first_due` is the day first set,
    with its words, where a later paper moved it to `due`; what is done is late or on time by it.
    `first_owner` is whom a plan first named, where a later one names another.
    `disputed` is a report that denies that it is done, or tells what stands in the way, where another paper
    of the time calls it done; it stays open.
    """

    id: str
    recommendation_id: str | None
    document_id: str
    text: Field
    owner: Field | None
    due: str | None
    due_words: Field | None
    status: ActionStatus
    timing: Timing
    progress: tuple[Field, ...]
    evidence: Field | None
    impact: Field | None
    number: str = ""
    origin: Origin = "plan"
    asked: Field | None = None
    who: str | None = None
    agencies: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    first_due: str | None = None
    first_due_words: Field | None = None
    first_owner: Field | None = None
    disputed: Field | None = None

    @property
    def fields(self) -> tuple[Field, ...]:
        """What papers say of it: its words, owners, days, reports, evidence and impact."""
        due = (self.due_words, self.first_due_words)
        known = (self.text, self.owner, self.first_owner, *due, *self.progress, self.evidence, self.impact)
        return tuple(field for field in known if field is not None)

    @property
    def standing(self) -> Field | None:
        """The report by which it stands as it does: the last in words, or what a disputed one passes over."""
        return self.disputed or self.latest

    @property
    def latest(self) -> Field | None:
        """The last report in words, where papers disagree that of the other side; a bare day of completion
        only where nothing else was reported.
        """
        others = [field for field in self.progress if field != self.disputed] or self.progress
        worded = [field for field in others if not is_bare_day(field.text)]
        return next(reversed(worded or others), None)


@dataclass(frozen=True, slots=True)
class Draft:
    """The names of the files of a paper that is left out, and of the later version that stands for it."""

    document: str
    final: str


@dataclass(frozen=True, slots=True)
class ActionRegister:
    """All actions of a library as judged on `as_of` (ISO date), with the citations of all their fields.

    `unanswered` are recommendations without a date for which no plan and no report is in the library.
    `drafts` are earlier versions of papers, whose actions are not counted beside those of the later ones.
    """

    as_of: str
    library_version: str
    actions: tuple[Action, ...]
    citations: tuple[Citation, ...]
    unanswered: tuple[Field, ...] = ()
    drafts: tuple[Draft, ...] = ()

    @property
    def left_out(self) -> list[str]:
        """A sentence on each draft."""
        told = load_data("answer.yaml")["superseded"]["left_out"]
        return [filled(told, draft=one.document, final=one.final) for one in self.drafts]
