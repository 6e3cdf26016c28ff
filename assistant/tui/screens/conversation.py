"""ConversationScreen: library, conversation and sources side by side, the question below."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Footer

from assistant.render.plain import one_line
from assistant.tui.copying import copy, exports_folder, home_named, save
from assistant.tui.messages import (
    DocumentChosen,
    KeyQuestionChosen,
)
from assistant.tui.screens.library import WEIGHING, LibraryScreen
from assistant.tui.screens.source import SourceScreen
from assistant.tui.shown import areas_of, as_text, shown_ledger
from assistant.tui.widgets.contents import Contents
from assistant.tui.widgets.conversation import Conversation
from assistant.tui.widgets.question_input import QuestionInput
from assistant.tui.widgets.source_list import SourceList

FIRST_FRAME = 0.1
"""Seconds until it has been drawn, with a margin."""

WHOSE = "Whose key questions, actions and pack? The name of an area:"
WHICH = "Which of “To put to the board” goes into the challenge log? Its number:"
NO_LEDGER = "Show the ledger of a key question first: its challenges can be put in the log."


class ConversationScreen(LibraryScreen):
    """The conversation, with the library and the key questions beside it."""

    AUTO_FOCUS = "#question"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "contents", "Library", id="screen.contents"),
        Binding("f3", "tables", "Tables", show=False, id="screen.tables"),
        Binding("f4", "add", "Add documents", show=False, id="screen.add"),
        Binding("f5", "export", "Save the answer", show=False, id="screen.export"),
        Binding("f6", "copy", "Copy the answer", show=False, id="screen.copy"),
        Binding("f7", "conversations", "Conversations", show=False, id="screen.conversations"),
        Binding("f8", "pack", "Challenge pack", show=False, id="screen.pack"),
        Binding("f9", "put", "Put a challenge", show=False, id="screen.put"),
        Binding("f10", "area", "Area", show=False, id="screen.area"),
    ]

    def compose(self) -> ComposeResult:
        """Three panes, the question, the keys."""
        with Horizontal(id="panes"):
            yield Contents()
            yield Conversation()
            yield SourceList()
        yield QuestionInput()
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Asks for the documents once the first frame is there: what they load would hold it up."""
        self.set_timer(FIRST_FRAME, self._begin)

    # ── calls to the assistant, each in a thread ───────────────────────────────────────────────────────

    def _begin(self) -> None:
        self._look_for_the_last()
        self._list_documents()

    # ── what the widgets say ───────────────────────────────────────────────────────────────────────────

    @on(DocumentChosen)
    def open_document(self, message: DocumentChosen) -> None:
        """Opens a document at its beginning."""
        self.app.push_screen(SourceScreen(self.assistant, self.background, document_id=message.document_id))

    @on(KeyQuestionChosen)
    def show_ledger(self, message: KeyQuestionChosen) -> None:
        """Shows a ledger as the latest exchange."""
        ledger = self.ledgers[message.question_id]
        exchange = self.query_one(Conversation).begin(ledger.question)
        self._show(exchange.number, shown_ledger(ledger))
        self.remove_class("-contents")
        self.action_focus_answers()

    # ── keys ───────────────────────────────────────────────────────────────────────────────────────────

    def action_contents(self) -> None:
        """To the library's pane; on a narrow screen it is laid over the conversation, and away again."""
        contents = self.query_one(Contents)
        self.set_class(not contents.has_focus, "-contents")
        if contents.has_focus:
            self.action_focus_question()
        else:
            contents.focus()
            self.look_again()

    def action_tables(self) -> None:
        """Recommendations, actions and challenges."""
        from assistant.tui.screens.tables import TablesScreen

        self.app.push_screen(TablesScreen(self.assistant, self.background, self.subject))

    def action_add(self) -> None:
        """Takes documents in; afterwards the library's pane is made anew."""
        from assistant.tui.screens.add import AddScreen

        def again(added: bool | None) -> None:
            if added:
                self._list_documents()

        self.app.push_screen(AddScreen(self.assistant, self.background), again)

    def action_pack(self) -> None:
        """Asks whose challenge pack and with what marking, makes it, and says where it is."""
        from assistant.tui.screens.pack import PackScreen

        shown = next(iter(self.ledgers.values()), None)
        about = self.subject or (shown.subject if shown else "")
        self.app.push_screen(PackScreen(self.assistant, self.background, about, areas_of(self.records)))

    def action_area(self) -> None:
        """Weighs the key questions for another area."""
        from assistant.tui.screens.words import WordsScreen

        def choose(name: str | None) -> None:
            if name:
                self.subject = name
                self.query_one(Contents).say_of_questions(WEIGHING)
                self.weigh_questions()

        self.app.push_screen(WordsScreen(WHOSE, areas_of(self.records)), choose)

    def action_put(self) -> None:
        """Puts a challenge of the ledger in focus into the challenge log."""
        from assistant.tui.screens.words import WordsScreen

        current = self.query_one(Conversation).current
        question = current.shown.question_id if current and current.shown else ""
        if not question:
            self._say(NO_LEDGER)
            return

        def put(number: str | None) -> None:
            if number:
                self.background.run(lambda: self._tell(self._put(f"{question}:{number}")), self._tell)

        self.app.push_screen(WordsScreen(WHICH), put)

    def _put(self, copied: str) -> str:
        log = self.assistant.put_challenge(copied=copied)
        put = log.challenges[0]
        return f"{put.id} is in the challenge log, with its evidence: {one_line(put.text)}"

    def _tell(self, text: str) -> None:
        self.app.call_from_thread(self._say, text)

    def action_export(self) -> None:
        """Saves the answer in focus as Markdown and says where."""
        if text := self._current_text():
            try:
                place = save(text, exports_folder(), "scrutiny")
            except OSError as error:
                self._say(f"It could not be saved: {error.strerror}.")
            else:
                self._say(f"Saved as {home_named(place)}.")

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
        self.app.clear_notifications()
        self.notify(text, timeout=8, markup=False)
