"""SM6: who is to act."""

from __future__ import annotations

from assistant.check.rules.case import Case, Offence
from ingest.recommendations.words import pattern


def no_owner(case: Case) -> Offence | None:
    """Rationale: what nobody is asked to do, nobody can be asked about."""
    return Offence() if case.owner is None else None


def shared_owner(case: Case) -> Offence | None:
    """Rationale: what all agencies must do, each may leave to the others."""
    owner = case.owner
    if owner is None or not pattern("owners", "shared").fullmatch(owner.text.strip()):
        return None
    return Offence(owner.span, {"word": owner.text})
