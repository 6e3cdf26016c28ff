"""AskingScreen: questions asked one after the other within a conversation that is kept."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from assistant.conversations.conversation import NotKeptError, name_for
from assistant.render.plain import counted, one_line, shortened
from assistant.tui.background import Background
from assistant.tui.messages import (
    AnswerReady,
    AskFailed,
    ConversationRecalled,
    ConversationsKnown,
    QuestionAsked,
    QuestionBegun,
    SourceChosen,
    SourceMarked,
    WordsFound,
)
from assistant.tui.screens.source import SourceScreen
from assistant.tui.shown import Shown, shown_answer, shown_turn
from assistant.tui.widgets.conversation import Conversation
from assistant.tui.widgets.question_input import QuestionInput
from assistant.tui.widgets.source_list import SourceList

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


class AskingScreen(Screen[None]):
    """Asks, shows what came of it, and opens sources. Every call to the assistant runs in a thread.

    `warm` is whether the search model is loaded. `kept_as` is the name of the conversation; each question is
    kept in it as soon as it is answered, so that nothing is lost however the app ends.
    """

    def __init__(self, assistant: ScrutinyAssistant, background: Background) -> None:
        super().__init__()
        self.assistant = assistant
        self.background = background
        self.kept_as = name_for(datetime.now())
        self.warm = False

    # ── calls to the assistant, each in a thread ───────────────────────────────────────────────────────

    def _ask(self, exchange: int, question: str) -> None:
        def call() -> None:
            if not self.warm:
                self.post_message(WordsFound(exchange, self.assistant.search_words(question, k=3)))
            try:
                answer = self.assistant.ask(question, conversation=self.kept_as)
            except NotKeptError as error:
                answer = error.answer
                self.app.call_from_thread(self.notify, str(error), severity="warning")
            self.post_message(AnswerReady(exchange, answer))

        self.background.run(call, lambda reason: self.post_message(AskFailed(exchange, question, reason)))

    def _look_for_the_last(self) -> None:
        """Offers to go on with the latest conversation; not being able to is no reason to complain."""
        self.background.run(
            lambda: self.post_message(ConversationsKnown(self.assistant.conversations())), lambda _: None
        )

    def _go_on_with(self, name: str) -> None:
        self.background.run(
            lambda: self.post_message(ConversationRecalled(self.assistant.conversation(name))),
            lambda reason: self.app.call_from_thread(self.notify, reason, severity="warning"),
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

    @on(WordsFound)
    def show_meanwhile(self, message: WordsFound) -> None:
        """Shows what holds the words until the answer comes."""
        self.query_one(Conversation).exchanges[message.exchange].show_meanwhile(message.results)

    @on(AnswerReady)
    def show_answer(self, message: AnswerReady) -> None:
        """Shows the answer; the keys go to it unless the user is typing already."""
        self._show(message.exchange, shown_answer(message.answer))

    def _show(self, number: int, shown: Shown) -> None:
        conversation = self.query_one(Conversation)
        exchange = conversation.exchanges[number]
        if exchange.stopped:
            return
        exchange.show(shown)
        conversation.make_current(exchange)
        if self.focused is self.query_one(QuestionInput) and not self.query_one(QuestionInput).value:
            conversation.focus(scroll_visible=False)

    @on(AskFailed)
    def show_failure(self, message: AskFailed) -> None:
        """Says what went wrong and puts the question back."""
        exchange = self.query_one(Conversation).exchanges[message.exchange]
        if not exchange.stopped:
            exchange.show_failure(message.reason)
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

    # ── conversations that are kept ────────────────────────────────────────────────────────────────────

    @on(ConversationsKnown)
    def offer_the_last(self, message: ConversationsKnown) -> None:
        """Says on the welcome how to go on with the latest conversation."""
        if message.entries:
            last = message.entries[0]
            key = self.app.key_of("screen.conversations", "f7")  # type: ignore[attr-defined]
            many = counted(last.questions, "question")
            self.query_one(Conversation).offer(
                f"Your last conversation ({many}: {shortened(last.first, 60)}) is kept: {key} resumes it."
            )

    @on(ConversationRecalled)
    def show_recalled(self, message: ConversationRecalled) -> None:
        """Shows a conversation that was kept and goes on in it."""
        recalled = message.conversation
        conversation = self.query_one(Conversation)
        conversation.clear()
        self.kept_as = recalled.name
        for turn in recalled.turns:
            exchange = conversation.begin(turn.asked)
            exchange.show(shown_turn(turn))
            conversation.make_current(exchange)
        self.notify(f"Going on with the conversation “{one_line(recalled.name)}”.", markup=False)
        self.query_one(QuestionInput).focus()

    def action_conversations(self) -> None:
        """The conversations that are kept."""
        from assistant.tui.screens.conversations import ConversationsScreen

        def chosen(name: str | None) -> None:
            if name:
                self._go_on_with(name)
            elif name == "":
                self.kept_as = name_for(datetime.now())
                self.query_one(Conversation).clear()
                self.query_one(QuestionInput).focus()

        self.app.push_screen(ConversationsScreen(self.assistant, self.background), chosen)

    # ── keys between the question and the answers ──────────────────────────────────────────────────────

    def action_focus_answers(self) -> None:
        """From the question to the answers; where one is still looked for, stops waiting for it instead."""
        conversation = self.query_one(Conversation)
        if stopped := conversation.stop_waiting():
            self.query_one(QuestionInput).give_back(stopped.question)
        else:
            conversation.focus(scroll_visible=False)

    def action_walk(self, step: int) -> None:
        """Walks through the sources of the answer in focus, from wherever the focus is."""
        conversation = self.query_one(Conversation)
        conversation.focus(scroll_visible=False)
        conversation.action_mark(step)

    def action_focus_question(self) -> None:
        """From the answers to the question."""
        self.query_one(QuestionInput).focus()
