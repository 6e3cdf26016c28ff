"""SM4: what it is for."""

from __future__ import annotations

import re

from assistant.check.rules.case import Case, Offence

_REFERENCE = re.compile(r"\((?:[^()]*\b(?:paragraphs?|paras?|page|finding|section)\b[^()]*)\)", re.IGNORECASE)


_ANSWERS = re.compile(
    r"\b(?:responding|response|answer|answering) to the (?:\w+ )?findings?\b", re.IGNORECASE
)


def no_purpose(case: Case) -> Offence | None:
    """Rationale: without the finding or the benefit nobody can tell whether another act would do as well."""
    referred = _REFERENCE.search(case.reading.text) or _ANSWERS.search(case.reading.text)
    if case.with_context["relevant"].level == 2 or referred or case.formal_step:
        return None
    return Offence()


def no_children(case: Case) -> Offence | None:
    """Rationale: the question every board is asked is what changed for children."""
    return None if case.mentions_children or case.formal_step else Offence()
