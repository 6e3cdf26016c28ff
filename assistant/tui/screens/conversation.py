"""ConversationScreen: documents, conversation and sources side by side, the question below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer

from assistant.tui.background import Background
from assistant.tui.messages import (
    AnswerReady,
    AskFailed,
    DocumentChosen,
    DocumentsListed,
    QuestionAsked,
    QuestionBegun,
    SourceChosen,
    SourceMarked,
)
from assistant.tui.screens.source import SourceScreen
from assistant.tui.widgets.conversation import Conversation
from assistant.tui.widgets.document_list import DocumentList
from assistant.tui.widgets.question_input import QuestionInput
from assistant.tui.widgets.source_list import SourceList

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


class ConversationScreen(Screen[None]):
    """Decides what the widgets' messages lead to. Every call to the assistant runs in a thread."""

    AUTO_FOCUS = "#question"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, assistant: ScrutinyAssistant, background: Background) -> None:
        super().__init__()
        self.assistant = assistant
        self.background = background

    def compose(self) -> ComposeResult:
        """Three panes, the question, the keys."""
        with Horizontal(id="panes"):
            yield DocumentList()
            yield Conversation()
            yield SourceList()
        yield QuestionInput()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Asks for the documents once the first frame is there."""
        self.call_after_refresh(self._list_documents)

    # ── calls to the assistant, each in a thread ───────────────────────────────────────────────────────

    def _list_documents(self) -> None:
        def call() -> None:
            records = self.assistant.documents()
            self.post_message(DocumentsListed(records))
            if records:  # loads the model while the user types the first question
                self.assistant.search("safeguarding", k=1)

        self.background.run(call, lambda reason: self.post_message(DocumentsListed([], reason)))

    def _ask(self, exchange: int, question: str) -> None:
        self.background.run(
            lambda: self.post_message(AnswerReady(exchange, self.assistant.ask(question))),
            lambda reason: self.post_message(AskFailed(exchange, question, reason)),
        )

    # ── what the widgets say ───────────────────────────────────────────────────────────────────────────

    @on(QuestionBegun)
    def begin_question(self, message: QuestionBegun) -> None:
        """Goes to the question's line and writes it there."""
        question = self.query_one(QuestionInput)
        question.focus()
        question.insert_text_at_cursor(" ".join(message.text.split("\n")))

    @on(QuestionAsked)
    def begin_exchange(self, message: QuestionAsked) -> None:
        """Asks in the background, so that typing goes on."""
        exchange = self.query_one(Conversation).begin(message.question)
        self._ask(exchange.number, message.question)

    @on(AnswerReady)
    def show_answer(self, message: AnswerReady) -> None:
        """Shows the answer; the keys go to it unless the user is typing already."""
        conversation = self.query_one(Conversation)
        exchange = conversation.exchanges[message.exchange]
        exchange.show_answer(message.answer)
        conversation.make_current(exchange)
        if self.focused is self.query_one(QuestionInput) and not self.query_one(QuestionInput).value:
            conversation.focus(scroll_visible=False)

    @on(AskFailed)
    def show_failure(self, message: AskFailed) -> None:
        """Says what went wrong and puts the question back."""
        self.query_one(Conversation).exchanges[message.exchange].show_failure(message.reason)
        self.query_one(QuestionInput).give_back(message.question)

    @on(SourceMarked)
    def mark_source(self, message: SourceMarked) -> None:
        """Shows in the pane which source Enter opens."""
        self.query_one(SourceList).show(self.query_one(Conversation).exchanges[message.exchange])

    @on(SourceChosen)
    def open_source(self, message: SourceChosen) -> None:
        """Opens the quotation in its document."""
        sources = self.query_one(Conversation).exchanges[message.exchange].sources
        self.app.push_screen(
            SourceScreen(self.assistant, self.background, sources=sources, position=message.source)
        )

    @on(DocumentChosen)
    def open_document(self, message: DocumentChosen) -> None:
        """Opens a document at its beginning."""
        self.app.push_screen(SourceScreen(self.assistant, self.background, document_id=message.document_id))

    @on(DocumentsListed)
    def show_documents(self, message: DocumentsListed) -> None:
        """Fills the list, or says why it is empty."""
        if message.records or not message.problem:
            self.query_one(DocumentList).show(message.records)
        if message.problem:
            self.notify(message.problem, severity="warning", timeout=30, markup=False)

    # ── keys ───────────────────────────────────────────────────────────────────────────────────────────

    def action_focus_answers(self) -> None:
        """From the question to the answers."""
        self.query_one(Conversation).focus(scroll_visible=False)

    def action_focus_question(self) -> None:
        """From the answers to the question."""
        self.query_one(QuestionInput).focus()
