"""SourceScreen: a quotation in its document, or a document from its beginning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from assistant.answer import Citation
from assistant.render.excerpt import Excerpt, beginning_of, excerpt_of
from assistant.render.plain import one_line
from assistant.tui.background import Background
from assistant.tui.messages import EvidenceJudged
from assistant.tui.screens.words import WordsScreen

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant
    from ingest.journal import Decision


ASKED: dict[Decision, str] = {
    "accepted": "Accept this evidence. A remark, if you like:",
    "rejected": "Reject this evidence: it will no longer count. The reason:",
    "noted": "A note beside this evidence:",
}


class SourceScreen(Screen[None]):
    """Shows one of `sources` at a time, or the document `document_id` where there are none."""

    AUTO_FOCUS = "#passage"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", "Back", id="source.back"),
        Binding("right_square_bracket", "step(1)", "Source", key_display="[ ]", id="view.next"),
        Binding("left_square_bracket", "step(-1)", "Previous", show=False, id="view.previous"),
        Binding("o", "open_original", "Open file", id="source.original"),
        Binding("a", "judge('accepted')", "Accept", id="evidence.accept"),
        Binding("x", "judge('rejected')", "Reject", id="evidence.reject"),
        Binding("n", "judge('noted')", "Note", id="evidence.note"),
        Binding("ctrl+q", "app.quit", "Quit", show=False, priority=True, id="quit"),
    ]

    @dataclass
    class Loaded(Message):
        """The words to show for a position have been read."""

        position: int
        excerpt: Excerpt

    @dataclass
    class Judged(Message):
        """What came of a judgement, in a sentence."""

        text: str

    def __init__(
        self,
        assistant: ScrutinyAssistant,
        background: Background,
        *,
        sources: tuple[Citation, ...] = (),
        position: int = 0,
        document_id: str = "",
        question_id: str = "",
    ) -> None:
        super().__init__()
        self.assistant = assistant
        self.background = background
        self.sources = sources
        self.position = position
        self.document_id = document_id
        self.question_id = question_id

    def compose(self) -> ComposeResult:
        """Where the quotation stands, then the words before it, the quotation, and the words after it."""
        yield Static(id="where", markup=False)
        with VerticalScroll(id="passage"):
            yield Static(id="before", classes="context", markup=False)
            yield Static(id="quote", markup=False)
            yield Static(id="after", classes="context", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Reads the document in a thread."""
        self._load(self.position)

    def _load(self, position: int) -> None:
        def tell(excerpt: Excerpt) -> None:
            self.post_message(self.Loaded(position, excerpt))

        self.background.run(
            lambda: tell(self._excerpt(position)),
            lambda reason: tell(Excerpt("This source cannot be shown.", reason)),
        )

    def _excerpt(self, position: int) -> Excerpt:
        if not self.sources:
            return beginning_of(self.assistant.show(self.document_id))
        source = self.sources[position]
        return excerpt_of(source, self.assistant.show(source.document_id))

    @on(Loaded)
    def show_excerpt(self, message: Loaded) -> None:
        """Shows what was read, unless the user has gone on meanwhile."""
        if message.position != self.position:
            return
        excerpt = message.excerpt
        counter = f"Source {self.position + 1} of {len(self.sources)}: " if self.sources else ""
        self.query_one("#where", Static).update(Text(counter + one_line(excerpt.where), "bold"))
        for part in ("before", "quote", "after"):
            self.query_one(f"#{part}", Static).update(Text(getattr(excerpt, part)))
        self.query_one("#quote").display = bool(excerpt.quote)
        self.call_after_refresh(self._bring_quote_into_view)

    def _bring_quote_into_view(self) -> None:
        passage = self.query_one("#passage", VerticalScroll)
        quote = self.query_one("#quote")
        top = quote.virtual_region.y - passage.size.height // 3 if quote.display else 0
        passage.scroll_to(y=max(0, top), animate=False)

    def action_step(self, step: int) -> None:
        """Goes to the next or the previous source, and round at the ends."""
        if self.sources:
            self.position = (self.position + step) % len(self.sources)
            self._load(self.position)

    # ── the scrutineer's own judgement, where the quotation is evidence for a key question ────────────────

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Evidence is judged only where it stands in a ledger."""
        return bool(self.question_id) if action == "judge" else True

    def action_open_original(self) -> None:
        """Opens the PDF at the quotation's page; saves any other file."""
        if not self.sources:
            return
        source, opener = self.sources[self.position], self.app.opener  # type: ignore[attr-defined]
        self.background.run(lambda: self._say(opener.open(source)), self._say)

    def _say(self, text: str) -> None:
        self.app.call_from_thread(self.notify, text, timeout=8)

    def action_judge(self, decision: Decision) -> None:
        """Accepts, rejects with a reason or annotates the quotation, after asking for the words."""
        source = self.sources[self.position]
        place = f"{source.document_id}:{source.start}-{source.end}"

        def judge(words: str | None) -> None:
            if words is None or (decision != "accepted" and not words):
                return
            self.background.run(
                lambda: self._tell(self._judged(place, decision, words)), lambda reason: self._tell(reason)
            )

        self.app.push_screen(WordsScreen(ASKED[decision]), judge)

    def _judged(self, place: str, decision: Decision, words: str) -> str:
        log = self.assistant.judge(place, decision, words, question=self.question_id)
        return f"{decision.capitalize()} as {log.judgements[0].id}. The key questions are weighed again."

    def _tell(self, text: str) -> None:
        self.post_message(self.Judged(text))

    @on(Judged)
    def show_judged(self, message: Judged) -> None:
        """Says what came of it."""
        self.notify(message.text, timeout=8, markup=False)
        self.app.post_message(EvidenceJudged())
