"""The key questions, the recommendations and the challenge log."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Path, Query
from pydantic import Field

from assistant.actions.action import StatusAsked, Timing
from assistant.actions.sift import sifted
from assistant.api.caller import Caller
from assistant.api.problem import PROBLEMS
from assistant.api.replies import MachineReply, described_by
from assistant.api.requests import (
    AsOf,
    ChallengeRequest,
    Day,
    FilterFields,
    Name,
    Period,
    Subject,
    examples_of,
)
from assistant.api.routes.narrowing import Reader, Writer, filters_of, require_every_label
from assistant.machine.actions import actions_object, contradictions_object
from assistant.machine.journal import challenges_object
from assistant.machine.ledgers import ledger_object
from assistant.machine.recommendations import register_object
from assistant.register.selection import Selection, SourceStatus

router = APIRouter(prefix="/v1", tags=["scrutiny"], responses=PROBLEMS)

PLAIN = r"^[\w-]+$"
"""A name and never a path: a framework file of this machine is not for callers to read."""


class LedgerFields(FilterFields):
    """Whose ledgers, over which time, and from which documents."""

    subject: Subject = None
    period: Period = None
    framework: str | None = Field(default=None, pattern=PLAIN, max_length=100, description="Its name.")
    as_of: AsOf = None


class ActionFields(FilterFields):
    """Whose actions, from which documents, judged on which day."""

    subject: Name | None = Field(default=None, description="The area; all by default.")
    as_of: AsOf = None


class ActionChoices(ActionFields):
    """Which of those actions."""

    status: list[StatusAsked] = Field(
        default=[],
        max_length=8,
        description="Only of these: closed is done in any way, without_evidence only said to be.",
    )
    timing: list[Timing] = Field(
        default=[], max_length=6, description="Only of these: late is done late, overdue is not done yet."
    )
    owners: list[Name] = Field(default=[], max_length=20, description="Only theirs; a part will do.")
    themes: list[Name] = Field(default=[], max_length=20, description="On these themes; a part will do.")
    agencies: list[Name] = Field(default=[], max_length=20, description="Of these; a part will do.")
    single_agency: bool = Field(default=False, description="Only those of one agency alone.")


class RegisterFields(FilterFields):
    """Which recommendations."""

    subject: Name | None = Field(default=None, description="The area; all by default.")
    owners: list[Name] = Field(default=[], max_length=20, description="Given to these; a part will do.")
    themes: list[Name] = Field(default=[], max_length=20, description="On these themes.")
    years: list[Name] = Field(default=[], max_length=50, description="Of these years.")
    missing: list[Name] = Field(default=[], max_length=6, description="Without these letters, or owner.")
    source: SourceStatus = Field(default="current", description="From current documents, old ones or all.")
    by: Literal["document", "owner", "theme", "year", "letter"] | None = Field(
        default=None, description="Count them by this."
    )
    repeats: bool = Field(default=False, description="Say what an earlier document had asked.")
    nearest: int = Field(
        default=0,
        ge=0,
        le=10,
        description="For each of which that is not told, so many earlier ones to read.",
    )


@router.get("/questions", responses=described_by("questions"), summary="The ledgers of the key questions")
def questions(caller: Reader, fields: Annotated[LedgerFields, Query()]) -> MachineReply:
    """For each question what speaks for and against, what is silent, the verdict and what to ask."""
    return _ledgers(caller, [], fields)


@router.get("/questions/{question}", responses=described_by("questions"), summary="One ledger")
def one_question(
    caller: Reader,
    question: Annotated[str, Path(max_length=100, description="Its id or number.")],
    fields: Annotated[LedgerFields, Query()],
) -> MachineReply:
    """A list with the ledger of that question alone."""
    return _ledgers(caller, [question], fields)


@router.get("/recommendations", responses=described_by("recommendations"), summary="Recommendations, checked")
def recommendations(caller: Reader, fields: Annotated[RegisterFields, Query()]) -> MachineReply:
    """The library's recommendations with their SMART letters, counted and compared where that is asked."""
    chosen = Selection(
        filters=filters_of(caller, fields),
        subject=fields.subject,
        owners=tuple(fields.owners),
        themes=tuple(fields.themes),
        years=tuple(fields.years),
        missing=tuple(fields.missing),
        source=fields.source,
    )
    found = caller.assistant.recommendations(
        chosen, by=fields.by, repeats=fields.repeats, nearest=fields.nearest
    )
    return MachineReply(register_object(found))


@router.get("/actions", responses=described_by("actions"), summary="Actions and how far they have got")
def actions(caller: Reader, fields: Annotated[ActionChoices, Query()]) -> MachineReply:
    """Each action with its owner, due day, timing, status and the reports on it, all cited."""
    every = caller.assistant.actions(
        filters=filters_of(caller, fields), as_of=fields.as_of, subject=fields.subject
    )
    found = sifted(
        every,
        status=fields.status,
        timing=fields.timing,
        owner=fields.owners,
        theme=fields.themes,
        agency=fields.agencies,
        single_agency=fields.single_agency,
    )
    return MachineReply(actions_object(found))


@router.get(
    "/contradictions", responses=described_by("contradictions"), summary="Claims that disagree, both quoted"
)
def contradictions(caller: Reader, fields: Annotated[ActionFields, Query()]) -> MachineReply:
    """Dated claims about the same thing that cannot both hold."""
    found = caller.assistant.contradictions(
        filters=filters_of(caller, fields), as_of=fields.as_of, subject=fields.subject
    )
    return MachineReply(contradictions_object(found))


@router.get("/challenges", responses=described_by("challenges"), summary="The challenge log")
def challenges(
    caller: Reader,
    question: Annotated[str | None, Query(max_length=100, description="Of one key question.")] = None,
    status: Annotated[Literal["open", "answered", "closed", "overdue"] | None, Query()] = None,
    as_of: Annotated[Day | None, Query(description="As it stood on this day; today by default.")] = None,
) -> MachineReply:
    """What was put to the board and what came of it; for keys that may see every label."""
    require_every_label(caller)
    return MachineReply(
        challenges_object(caller.assistant.challenges(question=question, status=status, as_of=as_of))
    )


@router.post(
    "/challenges",
    status_code=201,
    responses=described_by("challenges", 201),
    summary="Log a challenge",
)
def put_challenge(
    caller: Writer, asked: Annotated[ChallengeRequest, Body(openapi_examples=examples_of("challenge"))]
) -> MachineReply:
    """The log with the new challenge alone."""
    require_every_label(caller)
    log = caller.assistant.put_challenge(
        asked.text, question=asked.question, owner=asked.owner, due=asked.due, judge=caller.key.name
    )
    return MachineReply(challenges_object(log), status_code=201)


def _ledgers(caller: Caller, ids: list[str], fields: LedgerFields) -> MachineReply:
    found = caller.assistant.questions(
        ids,
        subject=fields.subject,
        period=fields.period,
        framework=fields.framework,
        as_of=fields.as_of,
        filters=filters_of(caller, fields),
    )
    return MachineReply([ledger_object(ledger) for ledger in found])
