"""ConversationScreen: library, conversation and sources side by side, the question below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer

from assistant.tui.background import Background
from assistant.tui.copying import copy, exports_folder, save
from assistant.tui.messages import (
    AnswerReady,
    AskFailed,
    DocumentChosen,
    DocumentsListed,
    KeyQuestionChosen,
    QuestionAsked,
    QuestionBegun,
    QuestionsWeighed,
    SourceChosen,
    SourceMarked,
)
from assistant.tui.screens.add import AddScreen
from assistant.tui.screens.source import SourceScreen
from assistant.tui.screens.tables import TablesScreen
from assistant.tui.shown import Shown, as_text, shown_answer, shown_ledger
from assistant.tui.widgets.contents import Contents
from assistant.tui.widgets.conversation import Conversation
from assistant.tui.widgets.question_input import QuestionInput
from assistant.tui.widgets.source_list import SourceList

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant
    from assistant.key_questions.ledger import Ledger


WEIGHING = "Weighing the evidence …"
NOTHING_TO_WEIGH = "Add documents first (F4)."


class ConversationScreen(Screen[None]):
    """Decides what the widgets' messages lead to. Every call to the assistant runs in a thread."""

    AUTO_FOCUS = "#question"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "contents", "Library", id="screen.contents"),
        Binding("f3", "tables", "Tables", id="screen.tables"),
        Binding("f4", "add", "Add documents", show=False, id="screen.add"),
        Binding("f5", "export", "Save the answer", show=False, id="screen.export"),
        Binding("f6", "copy", "Copy the answer", show=False, id="screen.copy"),
    ]

    def __init__(self, assistant: ScrutinyAssistant, background: Background) -> None:
        super().__init__()
        self.assistant = assistant
        self.background = background
        self.ledgers: dict[str, Ledger] = {}

    def compose(self) -> ComposeResult:
        """Three panes, the question, the keys."""
        with Horizontal(id="panes"):
            yield Contents()
            yield Conversation()
            yield SourceList()
        yield QuestionInput()
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Asks for the documents once the first frame is there."""
        self.call_after_refresh(self._list_documents)

    # ── calls to the assistant, each in a thread ───────────────────────────────────────────────────────

    def _list_documents(self) -> None:
        def call() -> None:
            records = self.assistant.documents()
            self.post_message(DocumentsListed(records))
            if records:
                self.weigh_questions()
                self.assistant.search("safeguarding", k=1)  # loads the model while the user types

        self.background.run(call, lambda reason: self.post_message(DocumentsListed([], reason)))

    def weigh_questions(self) -> None:
        """Makes the ledgers of the key questions."""
        self.background.run(
            lambda: self.post_message(QuestionsWeighed(self.assistant.questions())),
            lambda reason: self.post_message(QuestionsWeighed([], reason)),
        )

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
        self._show(message.exchange, shown_answer(message.answer))

    def _show(self, number: int, shown: Shown) -> None:
        conversation = self.query_one(Conversation)
        exchange = conversation.exchanges[number]
        exchange.show(shown)
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
        exchange = self.query_one(Conversation).exchanges[message.exchange]
        question_id = exchange.shown.question_id if exchange.shown else ""
        self.app.push_screen(
            SourceScreen(
                self.assistant,
                self.background,
                sources=exchange.sources,
                position=message.source,
                question_id=question_id,
            )
        )

    @on(DocumentChosen)
    def open_document(self, message: DocumentChosen) -> None:
        """Opens a document at its beginning."""
        self.app.push_screen(SourceScreen(self.assistant, self.background, document_id=message.document_id))

    @on(DocumentsListed)
    def show_documents(self, message: DocumentsListed) -> None:
        """Fills the list, or says why it is empty."""
        if message.records or not message.problem:
            self.query_one(Contents).show_documents(message.records)
            self.query_one(Contents).say_of_questions(WEIGHING if message.records else NOTHING_TO_WEIGH)
        if message.problem:
            self.notify(message.problem, severity="warning", timeout=30, markup=False)

    @on(QuestionsWeighed)
    def show_questions(self, message: QuestionsWeighed) -> None:
        """Lists the key questions with their verdicts, or says why they are not there."""
        self.ledgers = {ledger.id: ledger for ledger in message.ledgers}
        contents = self.query_one(Contents)
        if message.ledgers:
            contents.show_questions(message.ledgers)
        else:
            contents.say_of_questions(message.problem)

    @on(KeyQuestionChosen)
    def show_ledger(self, message: KeyQuestionChosen) -> None:
        """Shows a ledger as the latest exchange."""
        ledger = self.ledgers[message.question_id]
        exchange = self.query_one(Conversation).begin(ledger.question)
        self._show(exchange.number, shown_ledger(ledger))
        self.remove_class("-contents")
        self.action_focus_answers()

    # ── keys ───────────────────────────────────────────────────────────────────────────────────────────

    def action_focus_answers(self) -> None:
        """From the question to the answers."""
        self.query_one(Conversation).focus(scroll_visible=False)

    def action_focus_question(self) -> None:
        """From the answers to the question."""
        self.query_one(QuestionInput).focus()

    def action_contents(self) -> None:
        """To the library's pane; on a narrow screen it is laid over the conversation, and away again."""
        contents = self.query_one(Contents)
        self.set_class(not contents.has_focus, "-contents")
        if contents.has_focus:
            self.action_focus_question()
        else:
            contents.focus()

    def action_tables(self) -> None:
        """Recommendations, actions and challenges."""
        self.app.push_screen(TablesScreen(self.assistant, self.background))

    def action_add(self) -> None:
        """Takes documents in; afterwards the library's pane is made anew."""

        def again(added: bool | None) -> None:
            if added:
                self._list_documents()

        self.app.push_screen(AddScreen(self.assistant, self.background), again)

    def action_export(self) -> None:
        """Saves the answer in focus as Markdown and says where."""
        if text := self._current_text():
            try:
                place = save(text, exports_folder(), "scrutiny")
            except OSError as error:
                self._say(f"It could not be saved: {error.strerror}.")
            else:
                self._say(f"Saved as {place}.")

    def action_copy(self) -> None:
        """Copies the answer in focus and says by which route; F5 saves it for sure."""
        if text := self._current_text():
            self._say(copy(text, self.app.copy_to_clipboard) + " F5 saves it to a file.")

    def _current_text(self) -> str:
        current = self.query_one(Conversation).current
        if current is None or current.shown is None:
            self._say("There is no answer yet.")
            return ""
        return "\n".join(as_text(current.question, current.shown)) + "\n"

    def _say(self, text: str) -> None:
        self.notify(text, timeout=8, markup=False)
