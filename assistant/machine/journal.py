"""The challenge log and the judgements → the JSON of the machine interface."""

from __future__ import annotations

from assistant.journal.log import ChallengeLog, EvidenceLog, JudgedEvidence, LoggedChallengeAsOf, counts
from assistant.machine.answers import citation_object
from assistant.machine.text import Json


def challenges_object(log: ChallengeLog) -> Json:
    """The challenge log: challenges, the quotations they cite by number, and the counts."""
    return {
        "as_of": log.as_of,
        "library_version": log.library_version,
        "challenges": [_challenge(challenge) for challenge in log.challenges],
        "citations": [citation_object(citation) for citation in log.citations],
        "counts": counts(log.challenges),
    }


def evidence_object(log: EvidenceLog) -> Json:
    """The judgements, and the quotations that were judged."""
    return {
        "as_of": log.as_of,
        "library_version": log.library_version,
        "judgements": [_judgement(judgement) for judgement in log.judgements],
        "citations": [citation_object(citation) for citation in log.citations],
    }


def _challenge(challenge: LoggedChallengeAsOf) -> Json:
    return {
        "id": challenge.id,
        "question": challenge.question or None,
        "text": challenge.text,
        "owner": challenge.owner or None,
        "put": challenge.put,
        "due": challenge.due,
        "by": challenge.judge or None,
        "status": challenge.status,
        "overdue": challenge.overdue,
        "response": challenge.response or None,
        "answered": challenge.answered,
        "outcome": challenge.outcome or None,
        "closed": challenge.closed,
        "impact": challenge.impact or None,
        "entries": [
            {"kind": entry.kind, "date": entry.made, "text": entry.words} for entry in challenge.entries
        ],
        "citations": list(challenge.citations),
        "sources_gone": challenge.gone,
    }


def _judgement(judgement: JudgedEvidence) -> Json:
    return {
        "id": judgement.id,
        "question": judgement.question or None,
        "decision": judgement.decision,
        "text": judgement.words,
        "by": judgement.judge or None,
        "date": judgement.made,
        "standing": judgement.standing,
        "document_id": judgement.document_id,
        "start": judgement.start,
        "end": judgement.end,
        "citation": judgement.citation,
    }
