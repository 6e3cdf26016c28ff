"""Actions and contradictions → the JSON of the machine interface."""

from __future__ import annotations

from assistant.actions.action import Action, ActionRegister, Field
from assistant.actions.sift import counts, grouped
from assistant.contradictions.contradiction import ContradictionList
from assistant.machine.answers import citation_object
from assistant.machine.text import Json


def actions_object(register: ActionRegister, by: str | None = None) -> Json:
    """A register: its actions with the citations of their fields, and the counts."""
    return {
        "as_of": register.as_of,
        "library_version": register.library_version,
        "actions": [_action(action) for action in register.actions],
        "counts": counts(register),
        "groups": grouped(register, by) if by else None,
        "unanswered": [_field(field) for field in register.unanswered],
        "citations": [citation_object(citation) for citation in register.citations],
    }


def contradictions_object(listed: ContradictionList) -> Json:
    """The contradictions, both sides by citation number."""
    return {
        "as_of": listed.as_of,
        "library_version": listed.library_version,
        "contradictions": [
            {
                "kind": item.kind,
                "about": item.about,
                "first": item.first,
                "second": item.second,
                "also": list(item.also),
            }
            for item in listed.contradictions
        ],
        "citations": [citation_object(citation) for citation in listed.citations],
    }


def _action(action: Action) -> Json:
    return {
        "id": action.id,
        "recommendation_id": action.recommendation_id,
        "document_id": action.document_id,
        "number": action.number,
        "origin": action.origin,
        "text": _field(action.text),
        "asked": _field(action.asked),
        "owner": _field(action.owner),
        "who": action.who,
        "first_owner": _field(action.first_owner),
        "due": action.due,
        "due_words": _field(action.due_words),
        "first_due": action.first_due,
        "first_due_words": _field(action.first_due_words),
        "status": action.status,
        "timing": action.timing,
        "disputed": _field(action.disputed),
        "progress": [_field(field) for field in action.progress],
        "evidence": _field(action.evidence),
        "impact": _field(action.impact),
        "agencies": list(action.agencies),
        "themes": list(action.themes),
    }


def _field(field: Field | None) -> Json | None:
    if field is None:
        return None
    return {"text": field.text, "citations": list(field.citations), "said_on": field.said_on}
