"""Exchange: one question with its answer, ledger, refusal or failure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from assistant.answer import Citation, SearchResult
from assistant.render.paragraph import Paragraph
from assistant.render.place import place_of
from assistant.render.plain import one_line, shortened
from assistant.tui.shown import Shown, source_heading

MEANWHILE = "The search model is being loaded. Meanwhile, passages that hold the question's words:"

STATES = ("-waiting", "-answered", "-refused", "-failed", "-stopped")


class Exchange(Vertical):
    """Shows a question, and what became of it once that is known.

    `sources` are what can be opened; `marked` is the one that Enter opens. A class of `STATES` says
    which state it is in.
    """

    def __init__(self, number: int, question: str) -> None:
        super().__init__(classes="-waiting")
        self.number = number
        self.question = question
        self.shown: Shown | None = None
        self.marked = 0
        self._composed = False
        self._meanwhile: Sequence[SearchResult] = ()

    @property
    def sources(self) -> tuple[Citation, ...]:
        """What can be opened: the citations, or the nearest passages of a refusal."""
        return self.shown.sources if self.shown else ()

    def compose(self) -> ComposeResult:
        """The question, what became of it, its sources where there is no pane for them, and the date."""
        yield Static(Text(f"You: {one_line(self.question)}"), classes="question", markup=False)
        waiting = "Looking in the documents …"
        if self.number == 0:
            waiting += " The first question takes longer, while the search model is loaded."
        yield Static(Text(waiting), classes="body", markup=False)
        yield Static(classes="sources", markup=False)
        yield Static(classes="status", markup=False)

    def show(self, shown: Shown) -> None:
        """Shows the answer, the refusal or the ledger; at the latest when it is on the screen itself."""
        self.shown = shown
        if self._composed:
            self._become(shown.state)
            self._write("status", [shown.status])
            self.mark(self.marked)

    def on_mount(self) -> None:
        """Shows what was known before."""
        self._composed = True
        if self.shown:
            self.show(self.shown)
        else:
            self.show_meanwhile(self._meanwhile)

    def show_meanwhile(self, results: Sequence[SearchResult]) -> None:
        """While the answer is looked for: passages that hold the question's words."""
        self._meanwhile = results
        if self.waiting and results:
            self._write("body", [Paragraph(MEANWHILE, style="bold"), *map(_meanwhile, results)])

    def show_failure(self, reason: str) -> None:
        """Shows that something went wrong, which is not the same as a refusal."""
        self._become("-failed")
        self._write(
            "body", [Paragraph("That could not be asked.", style="bold"), Paragraph(one_line(reason))]
        )

    @property
    def waiting(self) -> bool:
        """Whether its answer is still looked for."""
        return self._composed and self.shown is None and self.has_class("-waiting")

    @property
    def stopped(self) -> bool:
        """Whether the user gave it up."""
        return self.has_class("-stopped")

    def stop(self) -> None:
        """Waits no longer: an answer that comes after all is not shown."""
        self._become("-stopped")
        self._write("body", [Paragraph("Stopped.", style="bold")])

    def mark(self, source: int) -> None:
        """Makes another source the one that Enter opens; its number is shown reversed."""
        self.marked = source if source < len(self.sources) else 0
        if self.shown is not None:
            self._write("body", self.shown.body, self._mark_text())
            self._write("sources", self._source_paragraphs(self.shown), self._mark_text())

    def _source_paragraphs(self, shown: Shown) -> Iterable[Paragraph]:
        if shown.sources:
            yield Paragraph(source_heading(shown), style="bold")
        for number, citation in enumerate(shown.sources, 1):
            # the words of a nearest passage stand nowhere above
            words = f"“{shortened(citation.quote, 200)}” " if shown.state == "-refused" else ""
            yield Paragraph(f"{words}{place_of(citation)}", lead=f"[{number}] ")

    def _mark_text(self) -> str:
        return f"[{self.marked + 1}]" if self.sources else ""

    def _become(self, state: str) -> None:
        for name in STATES:
            self.set_class(name == state, name)

    def _write(self, part: str, paragraphs: Iterable[Paragraph], mark: str = "") -> None:
        text = Text("\n").join(paragraph.styled() for paragraph in paragraphs)
        if mark:
            text.highlight_words([mark], "reverse bold")
        self.query_one(f".{part}", Static).update(text)


def _meanwhile(result: SearchResult) -> Paragraph:
    return Paragraph(f"{shortened(result.text, 200)} ({place_of(result)})", lead=f"{result.rank}. ")
