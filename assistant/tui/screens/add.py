"""AddScreen: files and folders taken into the library, with their progress."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Input, ProgressBar, Static

from assistant.render.ingested import report_paragraphs
from assistant.render.plain import one_line
from assistant.tui.background import Background

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant
    from ingest.report import IngestReport, Progress


class AddScreen(Screen[bool]):
    """Asks for a path, ingests it in the background, and says what became of each file.

    Leaving it while it runs does not stop it. Its result says whether anything was added.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back", id="add.back")]

    @dataclass
    class Progressed(Message):
        """It has got so far."""

        progress: Progress

    @dataclass
    class Ended(Message):
        """It is done, or has failed for a reason."""

        report: IngestReport | None
        problem: str = ""

    def __init__(self, assistant: ScrutinyAssistant, background: Background) -> None:
        super().__init__()
        self.assistant = assistant
        self.background = background
        self.added = False

    def compose(self) -> ComposeResult:
        """The path, how far it is, and the report."""
        yield Static("Add documents: type the path of a file or a folder and press Enter.", markup=False)
        yield Input(placeholder="/home/me/Audit reports", id="path")
        yield ProgressBar(id="progress", show_eta=True)
        yield Static(id="now", markup=False)
        with VerticalScroll():
            yield Static(id="report", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Nothing runs yet."""
        self.query_one(ProgressBar).display = False

    @on(Input.Submitted)
    def begin(self, event: Input.Submitted) -> None:
        """Starts on the path, unless nothing was typed."""
        path = Path(event.value.strip().strip("'\"")).expanduser()
        if not event.value.strip():
            return
        self.query_one(Input).disabled = True
        self.query_one("#now", Static).update(Text("Looking at the files …"))
        self.background.run(
            lambda: self.post_message(self.Ended(self.assistant.ingest([path], progress=self._tell))),
            lambda reason: self.post_message(self.Ended(None, reason)),
        )

    def _tell(self, progress: Progress) -> None:
        self.post_message(self.Progressed(progress))

    @on(Progressed)
    def show_progress(self, message: Progressed) -> None:
        """The bar, and the file in hand."""
        bar, progress = self.query_one(ProgressBar), message.progress
        bar.display = True
        bar.update(total=progress.total, progress=progress.done)
        self.query_one("#now", Static).update(
            Text(f"{progress.done + 1} of {progress.total}: {one_line(progress.current)}")
        )

    @on(Ended)
    def show_report(self, message: Ended) -> None:
        """What became of each file, and the path again where something went wrong."""
        self.query_one(ProgressBar).display = False
        self.query_one("#now", Static).update(Text(one_line(message.problem) or "Done."))
        self.query_one(Input).disabled = False
        if message.report is None:
            return
        self.added = True
        self.query_one(Input).clear()
        lines = Text("\n").join(paragraph.styled() for paragraph in report_paragraphs(message.report))
        self.query_one("#report", Static).update(lines)

    def action_leave(self) -> None:
        """Back to the conversation."""
        self.dismiss(self.added)
