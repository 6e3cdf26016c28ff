"""The register of recommendations → the JSON of `schemas/recommendations.schema.json`."""

from __future__ import annotations

from assistant.machine.answers import citation_object
from assistant.machine.text import Json, fields_of
from assistant.register.entry import Entry
from assistant.register.group import Group
from assistant.register.register import AskedAgain, Register


def register_object(register: Register) -> Json:
    """A register as the machine interface gives it; what was not asked for is null."""
    groups, repeats, nearest = register.groups, register.repeats, register.nearest
    return {
        "recommendations": [_entry(entry) for entry in register.entries],
        "groups": [_group(group) for group in groups] if groups is not None else None,
        "repeats": [_asked_again(one) for one in repeats] if repeats is not None else None,
        "nearest": [_asked_again(one) for one in nearest] if nearest is not None else None,
        "trend": [fields_of(year) for year in register.trend],
        "citations": [citation_object(citation) for citation in register.citations],
        "library_version": register.library_version,
    }


def _entry(entry: Entry) -> Json:
    hidden = ("gone", "followed_up")
    return fields_of(entry, *hidden, number=entry.number or None, missing=list(entry.missing))


def _group(group: Group) -> Json:
    return {
        "name": group.name,
        "count": len(group.entries),
        "smart_with_context": group.smart,
        "recommendations": [entry.id for entry in group.entries],
    }


def _asked_again(one: AskedAgain) -> Json:
    return {
        "later": {"id": one.later.id, "text": one.later.text, "citation": one.later_citation},
        "earlier": {"id": one.earlier.id, "text": one.earlier.text, "citation": one.earlier_citation},
        "themes": list(one.themes),
        "score": one.score,
    }
