"""One key question weighed over a small library, and its ledger's words."""

from assistant.key_questions.questions import ledgers


def ledger(library, question, as_of="2025-01-01", **options):
    (found,) = ledgers(library, [question], as_of=as_of, **options)
    return found


def texts(claims):
    return [claim.text for claim in claims]


def gaps(found):
    return " ".join(gap.what for gap in found.silent)


def sides(library, question):
    """What stands for and against, for Exmoor."""
    found = ledger(library, question, "2026-01-01", subject="Exmoor")
    return texts(found.for_), texts(found.against)
