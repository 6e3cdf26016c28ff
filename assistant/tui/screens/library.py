"""LibraryScreen: the library's documents and key questions beside what is asked, as they are by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from assistant.render.plain import counted
from assistant.tui.background import Background
from assistant.tui.messages import AnswerReady, DocumentsListed, QuestionsWeighed, SourceMarked
from assistant.tui.screens.asking import AskingScreen
from assistant.tui.shown import shown_ledger
from assistant.tui.widgets.contents import Contents
from assistant.tui.widgets.conversation import Conversation

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant
    from assistant.key_questions.ledger import Ledger
    from ingest.records import DocumentRecord

WEIGHING = "Weighing the evidence …"
NOTHING_TO_WEIGH = "Add documents first (F4)."


class LibraryScreen(AskingScreen):
    """Lists and weighs, and looks again after each answer: others may add and remove papers meanwhile."""

    def __init__(
        self, assistant: ScrutinyAssistant, background: Background, subject: str | None = None
    ) -> None:
        super().__init__(assistant, background)
        self.subject = subject
        self.ledgers: dict[str, Ledger] = {}
        self.records: tuple[DocumentRecord, ...] = ()
        self.listed = False

    # ── calls to the assistant, each in a thread ───────────────────────────────────────────────────────

    def _list_documents(self) -> None:
        def call() -> None:
            records = self.assistant.documents()
            self.post_message(DocumentsListed(records))
            if records:
                self.assistant.warm_up()  # loads the models while the user types
                self.assistant.search("safeguarding", k=1)  # and what a search keeps at hand
                self.warm = True
                self.weigh_questions()

        self.background.run(call, lambda reason: self.post_message(DocumentsListed([], reason)))

    def look_again(self) -> None:
        """Lists the documents anew where another process has changed them meanwhile."""

        def call() -> None:
            records = self.assistant.documents()
            if self.listed and tuple(records) != self.records:
                self.post_message(DocumentsListed(records, again=True))
                self.weigh_questions()

        self.background.run(call, lambda reason: self.post_message(DocumentsListed([], reason)))

    def weigh_questions(self) -> None:
        """Makes the key questions' ledgers for the area chosen, else for the one most papers are about."""

        def call() -> None:
            self.post_message(QuestionsWeighed(self.assistant.questions(subject=self.subject)))

        self.background.run(call, lambda reason: self.post_message(QuestionsWeighed([], reason)))

    # ── what the widgets say ───────────────────────────────────────────────────────────────────────────

    @on(AnswerReady)
    def look_after_an_answer(self) -> None:
        """An answer may rest on papers that are not listed yet."""
        self.look_again()

    @on(DocumentsListed)
    def show_documents(self, message: DocumentsListed) -> None:
        """Fills the list, or says why it is empty; `again` that it is another than before."""
        if not message.problem:
            self.records, self.listed = tuple(message.records), True
        if message.records or not message.problem:
            self.query_one(Contents).show_documents(message.records)
            self.query_one(Contents).say_of_questions(WEIGHING if message.records else NOTHING_TO_WEIGH)
        if message.again:
            self.notify(f"The library has changed: it holds {counted(len(self.records), 'document')} now.")
        if message.problem:
            self.notify(message.problem, severity="warning", timeout=30, markup=False)

    @on(QuestionsWeighed)
    def show_questions(self, message: QuestionsWeighed) -> None:
        """Lists the key questions with their verdicts, or says why they are not there."""
        self.ledgers = {ledger.id: ledger for ledger in message.ledgers}
        contents = self.query_one(Contents)
        self._show_anew()
        if message.ledgers:
            contents.show_questions(message.ledgers)
        else:
            contents.say_of_questions(message.problem)

    def _show_anew(self) -> None:
        """Ledgers that stand in the conversation are shown as they are now weighed."""
        for exchange in self.query_one(Conversation).exchanges:
            if exchange.shown and exchange.shown.question_id in self.ledgers:
                exchange.show(shown_ledger(self.ledgers[exchange.shown.question_id]))
                if exchange is self.query_one(Conversation).current:
                    self.post_message(SourceMarked(exchange.number, exchange.marked))
