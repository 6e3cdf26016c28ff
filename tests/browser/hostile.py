"""The fake assistant whose every document, name and number is one of the texts given."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, pairwise

from app.conftest import LEDGER, REGISTER, FakeAssistant

from assistant.actions.action import Action, ActionRegister, Field
from assistant.contradictions.contradiction import Contradiction, ContradictionList
from assistant.conversations.conversation import Conversation, ConversationEntry, PastTurn
from assistant.journal.log import ChallengeLog, LoggedChallengeAsOf
from assistant.key_questions.ledger import Table
from assistant.register.register import AskedAgain


class FullAssistant(FakeAssistant):
    """Shows `texts` wherever a document's words, name, heading, owner or date can stand."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self.texts = texts
        cited = self.answer.citations[0]
        self.cited = tuple(
            replace(
                cited,
                n=n,
                quote=text,
                title=text,
                document=text,
                path=text,
                heading=text,
                header=text,
                published=text,
                page_label=text,
            )
            for n, text in enumerate(texts, 1)
        )
        self.answer = self._answer()
        self.records = [self._record(text) for text in texts]
        self.document = replace(self.document, title=texts[0], text=" ".join(texts), pages=())

    def _answer(self):
        statement, gap = self.answer.statements[0], self.answer.gaps[0]
        challenge = self.answer.challenges[0]
        return replace(
            self.answer,
            verdict=self.texts[0],
            understood=self.texts[1],
            statements=tuple(
                replace(statement, text=text, citations=(n,)) for n, text in enumerate(self.texts, 1)
            ),
            citations=self.cited,
            gaps=tuple(replace(gap, what=text, where=text) for text in self.texts),
            challenges=tuple(
                replace(challenge, text=text, citations=(n,)) for n, text in enumerate(self.texts, 1)
            ),
            library_version=self.texts[2],
        )

    def _record(self, text):
        named = {"title": text, "source": text, "path": text, "organisation": text, "label": text}
        return replace(self.records[0], **named, subject=text, published=text, unread_pages=(0, 2))

    def questions(self, ids=(), **options):
        claims = tuple(
            replace(LEDGER.for_[0], text=text, citations=(n,)) for n, text in enumerate(self.texts, 1)
        )
        rows = tuple((text, text) for text in self.texts)
        table = Table(self.texts[0], (self.texts[1], self.texts[2]), rows, tuple((1,) for _ in rows))
        return [
            replace(
                LEDGER,
                question=self.texts[3],
                subject=self.texts[4],
                period=self.texts[5],
                reason=self.texts[6],
                for_=claims,
                against=claims[:50],
                earlier=claims[:3],
                elsewhere=claims[3:6],
                silent=self.answer.gaps,
                challenges=self.answer.challenges,
                tables=(table,),
                citations=self.cited,
            )
        ]

    def recommendations(self, selection=None, **options):
        entry = REGISTER.entries[0]
        owner = entry.owner
        entries = tuple(
            replace(
                entry,
                id=f"{n:012d}",
                text=text,
                title=text,
                heading=text,
                number=text,
                owner=replace(owner, text=text, bodies=(text,)),
                themes=(text,),
                published="2024",
            )
            for n, text in enumerate(self.texts)
        )
        # Each after the one before it; every other one told, the others to be read.
        pairs = [
            AskedAgain(later, earlier, n + 1, n, 9.0, later.themes, sure=bool(n % 2))
            for n, (earlier, later) in enumerate(pairwise(entries), 1)
        ]
        told, read = ([one for one in pairs if one.sure is sure] for sure in (True, False))
        cited = tuple(self.cited)
        return replace(REGISTER, entries=entries, repeats=tuple(told), nearest=tuple(read), citations=cited)

    def actions(self, **options):
        fields = [Field(text, (n,), text) for n, text in enumerate(self.texts, 1)]
        actions = tuple(
            Action(
                f"{n:012d}",
                None,
                self.document.id,
                one,
                one,
                None,
                one,
                status,
                "no_date",
                (one,),
                one,
                one,
                who=one.text,
                agencies=(one.text,),
            )
            for n, (one, status) in enumerate(zip(fields, cycle(("open", "done")), strict=False))
        )
        return ActionRegister("2026-01-01", "v7", actions, self.cited, tuple(fields[:25]))

    def contradictions(self, **options):
        pairs = tuple(Contradiction(text, "status", 1, n) for n, text in enumerate(self.texts, 1))
        return ContradictionList("2026-01-01", "v7", pairs, self.cited)

    def conversations(self, holder=""):
        return [ConversationEntry(text, 1, text) for text in self.texts]

    def conversation(self, name, holder=""):
        return Conversation(
            self.texts[0], tuple(PastTurn(text, text + "?", self.cited) for text in self.texts[:9])
        )

    def challenges(self, **options):
        put = tuple(
            LoggedChallengeAsOf(
                f"C{n}",
                text,
                text,
                text,
                "2026-01-01",
                text,
                text,
                "open",
                False,
                "",
                None,
                "",
                None,
                "",
                (),
                (n,),
                1,
            )
            for n, text in enumerate(self.texts, 1)
        )
        return ChallengeLog("2026-01-01", "v7", put, self.cited)
