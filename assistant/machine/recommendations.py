"""The register of recommendations → the JSON of `schemas/recommendations.schema.json`."""

from __future__ import annotations

from dataclasses import asdict

from assistant.machine.answers import citation_object
from assistant.machine.text import Json
from assistant.register.entry import Entry
from assistant.register.group import Group
from assistant.register.register import AskedAgain, Register


def register_object(register: Register) -> Json:
    """A register as the machine interface gives it; groups and repeats are null where not asked for."""
    groups, repeats = register.groups, register.repeats
    return {
        "recommendations": [_entry(entry) for entry in register.entries],
        "groups": [_group(group) for group in groups] if groups is not None else None,
        "repeats": [_asked_again(one) for one in repeats] if repeats is not None else None,
        "trend": [asdict(year) for year in register.trend],
        "citations": [citation_object(citation) for citation in register.citations],
        "library_version": register.library_version,
    }


def _entry(entry: Entry) -> Json:
    owner, due = entry.owner, entry.deadline
    return {
        "id": entry.id,
        "number": entry.number or None,
        "text": entry.text,
        "document_id": entry.document_id,
        "document": entry.document,
        "path": entry.path,
        "title": entry.title,
        "kind": entry.kind,
        "subject": entry.subject,
        "organisation": entry.organisation,
        "published": entry.published,
        "superseded_by": entry.superseded_by,
        "page_index": entry.page_index,
        "page_label": entry.page_label,
        "heading": entry.heading,
        "start": entry.start,
        "end": entry.end,
        "owner": {"text": owner.text, "source": owner.source, "bodies": list(owner.bodies)}
        if owner
        else None,
        "deadline": {"text": due.text, "date": due.date, "type": due.type, "source": due.source}
        if due
        else None,
        "measure": entry.measure,
        "priority": entry.priority,
        "finding": entry.finding,
        "themes": list(entry.themes),
        "criteria": entry.criteria,
        "criteria_with_context": entry.criteria_with_context,
        "smart": entry.smart,
        "smart_with_context": entry.smart_with_context,
        "missing": list(entry.missing),
        "codes": list(entry.codes),
    }


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
