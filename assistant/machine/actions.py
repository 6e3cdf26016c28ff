"""Actions and contradictions → the JSON of the machine interface."""

from __future__ import annotations

from assistant.actions.action import ActionRegister
from assistant.actions.sift import counts, grouped
from assistant.contradictions.contradiction import ContradictionList
from assistant.machine.answers import citation_object
from assistant.machine.text import Json, fields_of


def actions_object(register: ActionRegister, by: str | None = None) -> Json:
    """A register: its actions with the citations of their fields, and the counts."""
    return {
        "as_of": register.as_of,
        "library_version": register.library_version,
        "actions": [fields_of(action) for action in register.actions],
        "counts": counts(register),
        "groups": grouped(register, by) if by else None,
        "drafts": [fields_of(draft) for draft in register.drafts],
        "unanswered": [fields_of(field) for field in register.unanswered],
        "citations": [citation_object(citation) for citation in register.citations],
    }


def contradictions_object(listed: ContradictionList) -> Json:
    """The contradictions, both sides by citation number."""
    return {
        "as_of": listed.as_of,
        "library_version": listed.library_version,
        "contradictions": [fields_of(item) for item in listed.contradictions],
        "uncompared": listed.uncompared,
        "citations": [citation_object(citation) for citation in listed.citations],
    }
