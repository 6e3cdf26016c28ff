"""The challenge log and the judgements as they stood on one day, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.answer import Citation
from assistant.journal.judgements import Standing, source_stands, standing
from assistant.slices import Citations, Slice
from ingest.journal import Decision, Entry, LoggedChallenge, Source
from ingest.library import Library

ChallengeStatus = Literal["open", "answered", "closed"]
STATUSES: tuple[ChallengeStatus, ...] = ("open", "answered", "closed")


@dataclass(frozen=True, slots=True)
class LoggedChallengeAsOf:
    """One challenge as it stood. `id` is "C3"; days are ISO; texts are empty where nothing is recorded.

    `overdue`: an answer was due and none is recorded. `gone` counts its sources that are no longer in the
    library, or no longer say the same. `citations` are numbers of the log's.
    """

    id: str
    question: str
    text: str
    owner: str
    put: str
    due: str | None
    judge: str
    status: ChallengeStatus
    overdue: bool
    response: str
    answered: str | None
    outcome: str
    closed: str | None
    impact: str
    entries: tuple[Entry, ...]
    citations: tuple[int, ...]
    gone: int


@dataclass(frozen=True, slots=True)
class ChallengeLog:
    """All challenges put by `as_of` (ISO day), and the quotations they rest on."""

    as_of: str
    library_version: str
    challenges: tuple[LoggedChallengeAsOf, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class JudgedEvidence:
    """One judgement as it stands. `id` is "E3"; `citation` is None where its source is gone or changed."""

    id: str
    question: str
    decision: Decision
    words: str
    judge: str
    made: str
    standing: Standing
    document_id: str
    start: int
    end: int
    citation: int | None


@dataclass(frozen=True, slots=True)
class EvidenceLog:
    """All judgements made by `as_of` (ISO day), and the quotations that were judged."""

    as_of: str
    library_version: str
    judgements: tuple[JudgedEvidence, ...]
    citations: tuple[Citation, ...]


def challenge_log(library: Library, as_of: str) -> ChallengeLog:
    """The log as it stood on an ISO day: what was put later, or came of it later, is not in it."""
    citations = Citations(library)
    shown = [
        _as_of(one, as_of, library, citations) for one in library.journal.challenges() if one.put <= as_of
    ]
    return ChallengeLog(as_of, library.version, tuple(shown), citations.all())


def narrowed(log: ChallengeLog, question: str | None, status: str | None) -> ChallengeLog:
    """The log with only the challenges of a question, or of a status; "overdue" counts as one."""
    kept = [
        one
        for one in log.challenges
        if question in (None, one.question)
        and (status in (None, one.status) or (status == "overdue" and one.overdue))
    ]
    return replace(log, challenges=tuple(kept))


def evidence_log(library: Library, as_of: str) -> EvidenceLog:
    """The judgements made by an ISO day, and how each stands."""
    citations = Citations(library)
    shown = []
    for judgement, how in standing(library, as_of):
        source = judgement.source
        number = citations.number(slice_of(source)) if how in ("in_force", "replaced") else None
        shown.append(
            JudgedEvidence(
                f"E{judgement.number}",
                judgement.question,
                judgement.decision,
                judgement.words,
                judgement.judge,
                judgement.made,
                how,
                source.document_id,
                source.start,
                source.end,
                number,
            )
        )
    return EvidenceLog(as_of, library.version, tuple(shown), citations.all())


def slice_of(source: Source) -> Slice:
    """A judged place as a piece of evidence."""
    return Slice(source.document_id, source.start, source.end)


def counts(challenges: Iterable[LoggedChallengeAsOf]) -> dict[str, int]:
    """How many there are of each status, how many overdue, and how many closed without an impact recorded."""
    listed = list(challenges)
    return {
        **{status: sum(one.status == status for one in listed) for status in STATUSES},
        "overdue": sum(one.overdue for one in listed),
        "closed_without_impact": sum(one.status == "closed" and not one.impact for one in listed),
    }


def _as_of(
    challenge: LoggedChallenge, as_of: str, library: Library, citations: Citations
) -> LoggedChallengeAsOf:
    entries = tuple(entry for entry in challenge.entries if entry.made <= as_of)
    status = status_after(entries)
    stands = source_stands(library, challenge.sources)
    held = [source for source, good in zip(challenge.sources, stands, strict=True) if good]
    response, outcome, impact = (_last(entries, kind) for kind in ("response", "outcome", "impact"))
    return LoggedChallengeAsOf(
        id=f"C{challenge.number}",
        question=challenge.question,
        text=challenge.text,
        owner=challenge.owner,
        put=challenge.put,
        due=challenge.due,
        judge=challenge.judge,
        status=status,
        overdue=status == "open" and challenge.due is not None and challenge.due < as_of,
        response=response.words if response else "",
        answered=response.made if response else None,
        outcome=outcome.words if outcome else "",
        closed=outcome.made if outcome and status == "closed" else None,
        impact=impact.words if impact else "",
        entries=entries,
        citations=tuple(citations.number(slice_of(source)) for source in held),
        gone=len(challenge.sources) - len(held),
    )


def status_after(entries: Sequence[Entry]) -> ChallengeStatus:
    """Where a challenge stands after these entries."""
    status: ChallengeStatus = "open"
    for entry in entries:
        if entry.kind == "outcome":
            status = "closed"
        elif entry.kind == "reopened":
            status = "open"
        elif entry.kind == "response" and status == "open":
            status = "answered"
    return status


def _last(entries: Sequence[Entry], kind: str) -> Entry | None:
    return next((entry for entry in reversed(entries) if entry.kind == kind), None)
