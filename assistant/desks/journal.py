"""JournalDesk: the façade's part that keeps the scrutineer's own records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from assistant.desks.scrutiny import ScrutinyDesk
from assistant.journal.weighing import USUAL, Weighing
from ingest.errors import NotFoundError

if TYPE_CHECKING:
    from assistant.journal.log import ChallengeLog, EvidenceLog
    from assistant.key_questions.ledger import Ledger
    from ingest.journal import Decision, EntryKind


class JournalDesk(ScrutinyDesk):
    """Judgements of evidence, and the challenge log. Days default to today.

    References are those of `assistant.journal.reference`: "C3", "E2", "impact:4".
    """

    # ── judgements ─────────────────────────────────────────────────────────────────────────────────────

    def judgements(self, *, as_of: date | None = None) -> EvidenceLog:
        """What was judged of the evidence by that day, and how each judgement stands."""
        from assistant.journal.log import evidence_log

        library = self._open()
        with library.reading():
            return evidence_log(library, _day(as_of))

    def judge(
        self,
        evidence: str,
        decision: Decision,
        words: str = "",
        *,
        question: str | None = None,
        on: date | None = None,
        judge: str = "",
        weighing: Weighing = USUAL,
    ) -> EvidenceLog:
        """Accept, reject or annotate evidence; the log with that judgement alone.

        `question` None: that under which `evidence` names it; "": for all questions. `weighing` is the ledger
        that `evidence` counts in; its day is that of the judgement, where `on` gives none. UsageError,
        NotFoundError, LibraryBusyError.
        """
        from assistant.journal.keep import judge_evidence
        from assistant.journal.reference import evidence_at

        library = self._open()
        found = evidence_at(evidence, library, partial(self._ledger, weighing=weighing))
        asked = _question_id(question) if question else question
        day = _day(on or weighing.as_of)
        number = judge_evidence(library, found, decision, words, question=asked, made=day, judge=judge)
        return self._one_judgement(number, max(day, _day(None)))

    def unjudge(self, id: str) -> None:  # noqa: A002 - the contract's word
        """Take a judgement back, as if it had not been made. UsageError, NotFoundError."""
        from assistant.journal.reference import number_of

        self._open().journal.unjudge(number_of(id, "E", "judgement"))

    # ── challenges ─────────────────────────────────────────────────────────────────────────────────────

    def challenges(
        self, *, as_of: date | None = None, question: str | None = None, status: str | None = None
    ) -> ChallengeLog:
        """The challenge log as it stood on that day; of one key question, or of one status, or "overdue"."""
        from assistant.journal.log import challenge_log, narrowed

        asked = _question_id(question) if question else None
        library = self._open()
        with library.reading():
            return narrowed(challenge_log(library, _day(as_of)), asked, status)

    def challenge(self, id: str, *, as_of: date | None = None) -> ChallengeLog:  # noqa: A002
        """The log with that challenge alone. UsageError, NotFoundError."""
        from assistant.journal.reference import number_of

        number = number_of(id, "C", "challenge")
        return self._one_challenge(number, _day(as_of))

    def put_challenge(
        self,
        text: str = "",
        *,
        copied: str = "",
        question: str = "",
        owner: str = "",
        due: date | None = None,
        on: date | None = None,
        judge: str = "",
        evidence: Sequence[str] = (),
        weighing: Weighing = USUAL,
    ) -> ChallengeLog:
        """Put a challenge to the board in the log; the log with it alone.

        `copied` names a ledger's challenge ("impact:2"), whose words and evidence are taken; `text` then
        may word it anew. `weighing` is the ledger that `copied` and `evidence` count in. UsageError,
        NotFoundError, LibraryBusyError.
        """
        from assistant.journal.keep import NewChallenge, put_challenge, sources_of
        from assistant.journal.reference import challenge_at, refuse_reference

        refuse_reference(text)
        library = self._open()
        ledger_of = partial(self._ledger, weighing=weighing)
        asked, words, sources = challenge_at(copied, library, ledger_of) if copied else ("", "", [])
        cited = [*sources, *sources_of(evidence, library, ledger_of)]
        new = NewChallenge(
            text=text or words,
            question=_question_id(question) if question else asked,
            owner=owner,
            put=_day(on),
            due=due.isoformat() if due else None,
            judge=judge,
            sources=tuple(dict.fromkeys(cited)),
        )
        return self._one_challenge(put_challenge(library, new), max(_day(on), _day(None)))

    def add_to_challenge(
        self,
        id: str,  # noqa: A002
        entries: Sequence[tuple[EntryKind, str]],
        *,
        on: date | None = None,
    ) -> ChallengeLog:
        """Record a response, an outcome, an impact or a reopening. UsageError, NotFoundError."""
        from assistant.journal.keep import add_to_challenge
        from assistant.journal.reference import number_of

        number = number_of(id, "C", "challenge")
        add_to_challenge(self._open(), number, _day(on), entries)
        return self._one_challenge(number, max(_day(on), _day(None)))

    def edit_challenge(self, id: str, changes: Mapping[str, str | None]) -> ChallengeLog:  # noqa: A002
        """Correct question, text, owner, put, due or judge. UsageError, NotFoundError."""
        from assistant.journal.keep import edit_challenge
        from assistant.journal.reference import number_of

        number = number_of(id, "C", "challenge")
        fields = dict(changes)
        if asked := fields.get("question"):
            fields["question"] = _question_id(asked)
        edit_challenge(self._open(), number, fields)
        return self._one_challenge(number, _day(None))

    def delete_challenge(self, id: str) -> None:  # noqa: A002
        """Take a challenge out of the log for good. UsageError, NotFoundError."""
        from assistant.journal.reference import number_of

        self._open().journal.delete(number_of(id, "C", "challenge"))

    # ── within ─────────────────────────────────────────────────────────────────────────────────────────

    def _one_judgement(self, number: int, as_of: str) -> EvidenceLog:
        log = self.judgements(as_of=date.fromisoformat(as_of))
        return replace(log, judgements=tuple(one for one in log.judgements if one.id == f"E{number}"))

    def _one_challenge(self, number: int, as_of: str) -> ChallengeLog:
        from assistant.journal.keep import named

        put = named(self._open(), number).put
        log = self.challenges(as_of=date.fromisoformat(max(as_of, put)))
        return replace(log, challenges=tuple(one for one in log.challenges if one.id == f"C{number}"))

    def _ledger(self, question: str, weighing: Weighing = USUAL) -> Ledger:
        """The ledger of a question, by its id or number. NotFoundError."""
        return self.questions([question], **weighing.options)[0]


def _day(day: date | None) -> str:
    return (day or date.today()).isoformat()


def _question_id(name: str) -> str:
    """The id of a key question of any framework, by id or number of the usual one. NotFoundError."""
    from assistant.key_questions.load_framework import DEFAULT, framework_names, load_framework

    for framework in (DEFAULT, *framework_names()):
        if found := load_framework(framework).named(name):
            return found.id
    raise NotFoundError(f"There is no key question {name}.", f"There are: {load_framework().listing}.")
