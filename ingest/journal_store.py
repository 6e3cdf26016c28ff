"""JournalStore: the scrutineer's records of one library, each change of them a change of the library."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple
from typing import Protocol

from ingest.catalogue import journal, write
from ingest.catalogue.connect import snapshot
from ingest.errors import NotFoundError
from ingest.journal import Entry, Judgement, LoggedChallenge

Changing = Callable[[], AbstractContextManager[sqlite3.Connection]]


class _Numbered(Protocol):
    @property
    def number(self) -> int: ...


class JournalStore:
    """Reads and writes judgements and challenges. Writing holds the library's writer lock.

    Every change moves the library's version on, since ledgers depend on what was judged. LibraryBusyError
    where another process writes; NotFoundError for a number that is not there.
    """

    def __init__(self, here: Callable[[], sqlite3.Connection], changing: Changing) -> None:
        self._here, self._changing = here, changing

    def judgements(self) -> list[Judgement]:
        """All judgements, in the order they were made; of the same evidence the latest holds."""
        return journal.judgements(self._here())

    def judge(self, judgement: Judgement) -> int:
        """Keep a judgement; the number it gets (its own is not looked at)."""
        with self._changing() as connection:
            number = journal.add_judgement(connection, judgement)
            write.count_change(connection, "judge", *astuple(judgement)[1:])
        return number

    def unjudge(self, number: int) -> None:
        """Take a judgement back."""
        with self._changing() as connection:
            _must_be(number, journal.judgements(connection), "judgement")
            journal.delete_judgement(connection, number)
            write.count_change(connection, "unjudge", number)

    def challenges(self) -> list[LoggedChallenge]:
        """The whole challenge log, in the order the challenges were put down."""
        with snapshot(self._here()) as connection:
            return journal.challenges(connection)

    def put(self, challenge: LoggedChallenge) -> int:
        """Add a challenge to the log; the number it gets (its own is not looked at)."""
        with self._changing() as connection:
            number = journal.add_challenge(connection, challenge)
            write.count_change(connection, "challenge", *astuple(challenge)[1:])
        return number

    def add(self, number: int, entries: Sequence[Entry]) -> None:
        """Add what came of a challenge."""
        with self._changing() as connection:
            _must_be(number, journal.challenges(connection), "challenge")
            journal.add_entries(connection, number, entries)
            write.count_change(connection, "entries", number, [astuple(entry) for entry in entries])

    def edit(self, number: int, fields: Mapping[str, str | None]) -> None:
        """Correct a challenge's question, text, owner, put, due or judge."""
        with self._changing() as connection:
            _must_be(number, journal.challenges(connection), "challenge")
            journal.edit_challenge(connection, number, fields)
            write.count_change(connection, "edit challenge", number, dict(fields))

    def delete(self, number: int) -> None:
        """Take a challenge out of the log with all that came of it."""
        with self._changing() as connection:
            _must_be(number, journal.challenges(connection), "challenge")
            journal.delete_challenge(connection, number)
            write.count_change(connection, "delete challenge", number)


def digest_of(words: str) -> str:
    """What is remembered of judged words, to tell later whether they still stand there."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


_LISTED_BY = {"challenge": "challenges", "judgement": "evidence"}
"""The command that lists what is called so."""


def _must_be(number: int, kept: Sequence[_Numbered], noun: str) -> None:
    if number not in {one.number for one in kept}:
        raise NotFoundError(f"There is no {noun} {number}.", f"`scrutiny {_LISTED_BY[noun]}` lists them.")
