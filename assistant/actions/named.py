"""Named: who is named in the words of an action, where no column names anybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.actions.setdown import Span
from ingest.recommendations.actors import is_person, names_an_actor
from ingest.recommendations.clauses import base_verb_at

if TYPE_CHECKING:
    from assistant.actions.cells import Cells

_INITIALS = re.compile(r"[A-Z]{2,4}(?:\s*(?:,|/|and|&)\s*[A-Z]{2,4})*")
_NAMED = re.compile(
    rf"(?P<who>{_INITIALS.pattern}|[A-Z][\w’'-]+(?:\s+[\w’'-]+){{0,5}}?)\s+(?:to|will)\s+[a-z]"
)


def named_in(cells: Cells, text: Span) -> Span | None:
    """Who is to act: "LO to send the rota"; None where it does not begin with a body or a person."""
    start = cells.after_marker(text)[0]
    words = cells.text((start, text[1]))
    found = _NAMED.match(words) if base_verb_at(words, 0) is None else None
    who = found["who"] if found else ""
    if not (who and (_INITIALS.fullmatch(who) or names_an_actor(who) or is_person(who))):
        return None
    return start, start + len(who)
