"""SM6: who is to act."""

from __future__ import annotations

import re

from assistant.check.rules.case import Case, Offence
from ingest.recommendations.words import pattern

_WHERE = r"\s+(?:across|throughout|in|from)\s+(?:the\s+)?(?:partnership|agencies|all agencies|local area)$"
"""“Leaders across the partnership” are everybody all the same."""


def no_owner(case: Case) -> Offence | None:
    """Rationale: what nobody is asked to do, nobody can be asked about."""
    return Offence() if case.owner is None else None


def shared_owner(case: Case) -> Offence | None:
    """Rationale: what all agencies must do, each may leave to the others."""
    owner = case.owner
    named = re.sub(_WHERE, "", owner.text.strip(), flags=re.IGNORECASE) if owner else ""
    if owner is None or not pattern("owners", "shared").fullmatch(named):
        return None
    return Offence(owner.span, {"word": owner.text})
