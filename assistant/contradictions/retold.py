"""Retold: a later paper that tells again what an audit found."""

from __future__ import annotations

from assistant.actions.days import dates_in, day_in
from assistant.actions.terms import Terms
from assistant.contradictions.told import ToldClaim, apart, covers, of_two_papers
from assistant.contradictions.words import pattern, terms_of

_AUDIT_WORDS = "audit audits re-audit report multi-agency"
"""What the title of every audit may hold."""
_NAMED = 0.3
"""The weighted share of the words of an audit's title that must stand where another paper speaks of it."""
_YEAR = 366
"""Within so many days a paper that names no time speaks of an audit."""


def names_audit(audit: ToldClaim, other: ToldClaim, terms: Terms) -> bool:
    """Whether another paper than an audit's own report speaks of that audit's subject."""
    subject = terms_of(audit.title) - terms_of(_AUDIT_WORDS)
    return other.kind_of_paper != "audit" and covers(other.around, subject, terms, _NAMED)


def retells(audit: ToldClaim, other: ToldClaim, terms: Terms) -> bool:
    """Whether the other paper says that this audit found it: by its subject, and by the day of its report."""
    told = f"{other.claim.about} {other.claim.words}"
    if audit.kind_of_paper != "audit" or not audit.day or not audit.day <= other.day:
        return False
    if not of_two_papers(audit, other) or not pattern("audits").search(told):
        return False
    named = [day for words in dates_in(told) if (day := day_in(words, other.day))]
    of_that_day = any(map(audit.day.startswith, named)) if named else apart(audit, other) <= _YEAR
    return of_that_day and names_audit(audit, other, terms)
