"""The challenge log and the judgements → the JSON of the machine interface."""

from __future__ import annotations

from assistant.journal.log import ChallengeLog, EvidenceLog, JudgedEvidence, LoggedChallengeAsOf, counts
from assistant.machine.answers import citation_object
from assistant.machine.text import Json, fields_of


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
    recorded = ("question", "owner", "response", "outcome", "impact")
    return fields_of(
        challenge,
        "judge",
        "gone",
        **{name: getattr(challenge, name) or None for name in recorded},
        by=challenge.judge or None,
        entries=[{"kind": one.kind, "date": one.made, "text": one.words} for one in challenge.entries],
        sources_gone=challenge.gone,
    )


def _judgement(judgement: JudgedEvidence) -> Json:
    return fields_of(
        judgement,
        "words",
        "judge",
        "made",
        question=judgement.question or None,
        text=judgement.words,
        by=judgement.judge or None,
        date=judgement.made,
    )
