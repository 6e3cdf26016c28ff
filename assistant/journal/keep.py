"""Keeping: the changes a scrutineer makes to the judgements and to the challenge log, checked first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.journal.log import ChallengeStatus, status_after
from assistant.journal.reference import Evidence, LedgerOf, evidence_at
from ingest.clean import clean
from ingest.errors import NotFoundError, UsageError
from ingest.journal import Decision, Entry, EntryKind, Judgement, LoggedChallenge, Source
from ingest.library import Library

LONGEST = 4000
"""Characters of one text; more belongs in a document of its own."""


@dataclass(frozen=True, slots=True)
class NewChallenge:
    """A challenge as it is put: days are ISO, `due` None where no answer was asked by a day."""

    text: str
    question: str
    owner: str
    put: str
    due: str | None
    judge: str
    sources: tuple[Source, ...]


def judge_evidence(
    library: Library,
    evidence: Evidence,
    decision: Decision,
    words: str,
    *,
    question: str | None,
    made: str,
    judge: str,
) -> int:
    """Keep a judgement; its number. `question` None: that under which the evidence was found.

    UsageError where a rejection has no reason, or a note no words.
    """
    told = _text(words)
    if decision != "accepted" and not told:
        need = "A rejection needs its reason" if decision == "rejected" else "A note needs its words"
        raise UsageError(f"{need}.", "A reader of the ledger must be able to follow it.")
    asked = evidence.question if question is None else question
    return library.journal.judge(Judgement(0, asked, evidence.source, decision, told, _text(judge), made))


def put_challenge(library: Library, new: NewChallenge) -> int:
    """Put a challenge in the log; its number. UsageError without words, or with an answer due before it."""
    text = _text(new.text)
    if not text:
        raise UsageError("A challenge needs its words.", "Write the question that is put to the board.")
    _in_order(new.put, new.due)
    return library.journal.put(
        LoggedChallenge(
            0, new.question, text, _text(new.owner), new.put, new.due, _text(new.judge), new.sources, ()
        )
    )


def add_to_challenge(
    library: Library, number: int, made: str, entries: Sequence[tuple[EntryKind, str]]
) -> None:
    """Record what came of a challenge on an ISO day.

    NotFoundError; UsageError for empty words, a day before the last entry, or a state that does not fit: a
    closed challenge is answered no more, and only a closed one is reopened.
    """
    challenge = named(library, number)
    status = status_after(challenge.entries)
    last = max([challenge.put, *(entry.made for entry in challenge.entries)])
    if made < last:
        raise UsageError(f"C{number} has an entry of {last}; {made} is before it.", "Give the right --date.")
    kept = [Entry(kind, made, _text(words)) for kind, words in entries]
    for entry in kept:
        _fits(entry, status, number)
        if not entry.words:
            raise UsageError(f"The {entry.kind} needs words.", "Write what was said or done.")
    library.journal.add(number, kept)


def edit_challenge(library: Library, number: int, changes: Mapping[str, str | None]) -> None:
    """Correct question, text, owner, put, due (None: no day) or judge. UsageError, NotFoundError."""
    challenge = named(library, number)
    cleaned = {name: _text(value) if value is not None else None for name, value in changes.items()}
    if not cleaned.get("text", challenge.text):
        raise UsageError("A challenge needs its words.")
    put = cleaned.get("put") or challenge.put
    _in_order(put, cleaned.get("due", challenge.due))
    if any(entry.made < put for entry in challenge.entries):
        raise UsageError(f"C{number} has an entry before {put}.", "Give an earlier day.")
    library.journal.edit(number, cleaned)


def named(library: Library, number: int) -> LoggedChallenge:
    """The challenge of that number. NotFoundError."""
    for challenge in library.journal.challenges():
        if challenge.number == number:
            return challenge
    raise NotFoundError(
        f"There is no challenge C{number}.", "`scrutiny challenges` lists them with their ids."
    )


def sources_of(references: Sequence[str], library: Library, ledger_of: LedgerOf) -> list[Source]:
    """The places that references name, each once."""
    found = [evidence_at(reference, library, ledger_of).source for reference in references]
    return list(dict.fromkeys(found))


def _fits(entry: Entry, status: ChallengeStatus, number: int) -> None:
    if entry.kind == "reopened" and status != "closed":
        raise UsageError(f"C{number} is not closed.", "Only a closed challenge can be reopened.")
    if entry.kind in ("response", "outcome") and status == "closed":
        raise UsageError(f"C{number} is closed.", "Reopen it first.")


def _in_order(put: str, due: str | None) -> None:
    if due is not None and due < put:
        told = f"An answer cannot be due on {due}, before the challenge is put ({put})."
        raise UsageError(told, "Give a later day, or --date with the day on which it was put.")


def _text(words: str) -> str:
    """The words without characters that a screen acts upon. UsageError where there are too many."""
    text = "\n".join(" ".join(line.split()) for line in clean(words)[0].strip().splitlines())
    if len(text) > LONGEST:
        raise UsageError(
            f"That is {len(text):,} characters; {LONGEST:,} is the most.", "Keep it short, or ingest it."
        )
    return text
