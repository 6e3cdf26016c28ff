"""Extract: everything that one document says of actions, worked out once and kept beside the library."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from pathlib import Path

from assistant import initials
from assistant.actions.days import said_on
from assistant.actions.decisions import decisions_of
from assistant.actions.mentions import mentions_of
from assistant.actions.next_meeting import due_then, next_meeting
from assistant.actions.promises import promises_of
from assistant.actions.requests import requests_of, with_ids
from assistant.actions.rows import rows_of
from assistant.actions.setdown import Account, from_json, to_json
from assistant.rules_state import rules_state
from ingest.document import Document
from ingest.library import DocumentRecord, Library
from ingest.recommendations import find


def account_of(library: Library, record: DocumentRecord) -> Account:
    """What the document says of actions, from the library's store of derived facts where it is known."""
    version = f"{rules()}-{record.kind}-{record.published}-{record.subject}"
    return from_json(
        library.derived(record.id, "actions", version, lambda: to_json(extract(library.document(record.id))))
    )


def extract(document: Document) -> Account:
    """What a document says of actions. A pure function of the document and the vocabularies."""
    day = said_on(document)
    people = initials.initials_in(document)
    rows = list(with_ids(document, rows_of(document, day)))
    prose = [*promises_of(document, day, people), *decisions_of(document, day)]
    requests = requests_of(document, [row.span for row in rows])
    meeting = next_meeting(document, day)
    minuted = [due_then(item, document.text, meeting) for item in (*rows, *prose)]
    return Account(
        said_on=day,
        set_down=tuple(sorted([*minuted, *requests], key=attrgetter("span"))),
        reports=tuple(mentions_of(document, day)),
        people=tuple(people.items()),
    )


@cache
def rules() -> str:
    """The state of every word and every line of code that reads a document for its actions."""
    code = (Path(__file__).parent, Path(find.__file__).parent, Path(initials.__file__))
    return rules_state(*code)
