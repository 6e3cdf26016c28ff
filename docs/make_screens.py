"""Makes the pictures of the terminal app in docs/pictures/app, from the sample corpus: `make screens`."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import TabbedContent

from assistant.bootstrap import build_assistant
from assistant.facade import ScrutinyAssistant
from assistant.settings import Settings
from assistant.tui.app import ScrutinyApp
from assistant.tui.widgets.contents import Contents
from assistant.tui.widgets.conversation import Conversation
from corpus import documents_path

FOLDER = Path(__file__).parent / "pictures" / "app"
NARROW, WIDE = (80, 24), (140, 40)
DARK, LIGHT = "textual-dark", "textual-light"
QUESTION = "How often did health practitioners take part in strategy discussions?"
REFUSED = "What did the partnership spend on recruiting foster carers in Scotland?"
FETCHED = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""The rules by which such a picture would fetch its letters from the network."""

Act = Callable[[Pilot[None]], Awaitable[None]]


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Waits for what a thread is doing."""
    while not condition():
        await pilot.pause(0.05)
    await pilot.pause(0.2)


async def answer(pilot: Pilot[None]) -> None:
    """An answer with its sources."""
    await _ask(pilot, QUESTION)


async def refusal(pilot: Pilot[None]) -> None:
    """A refusal with the nearest passages."""
    await _ask(pilot, REFUSED)


async def source(pilot: Pilot[None]) -> None:
    """A quotation in its document."""
    await _ask(pilot, QUESTION)
    await pilot.press("2")
    await pilot.pause(1)


async def ledger(pilot: Pilot[None]) -> None:
    """The ledger of a key question."""
    contents = pilot.app.screen.query_one(Contents)
    await pilot.press("f2")
    await until(pilot, lambda: any(node.data[0] == "question" for node in contents.leaves() if node.data))
    leaves = [node for node in contents.leaves() if node.data and node.data[0] == "question"]
    contents.move_cursor(leaves[6])
    await pilot.press("enter")
    conversation = pilot.app.screen.query_one(Conversation)
    await until(pilot, lambda: conversation.exchanges and conversation.exchanges[-1].shown)
    await pilot.pause(0.5)


async def library(pilot: Pilot[None]) -> None:
    """The key questions with their verdicts, and the documents."""
    contents = pilot.app.screen.query_one(Contents)
    await pilot.press("f2")
    await until(pilot, lambda: any(node.data[0] == "question" for node in contents.leaves() if node.data))


async def tables(pilot: Pilot[None]) -> None:
    """Recommendations as a table."""
    await pilot.press("f3")
    await until(pilot, lambda: pilot.app.screen.query("#recommendations DataTable"))


async def actions(pilot: Pilot[None]) -> None:
    """Actions as a table."""
    await pilot.press("f3")
    await until(pilot, lambda: pilot.app.screen.query("#actions DataTable"))
    pilot.app.screen.query_one(TabbedContent).active = "actions"
    await pilot.pause(0.5)


async def welcome(pilot: Pilot[None]) -> None:
    """What a new user sees."""
    await pilot.pause(1)


async def conversations(pilot: Pilot[None]) -> None:
    """The conversations that are kept."""
    await _ask(pilot, QUESTION)
    await pilot.press("f7")
    await until(pilot, lambda: getattr(pilot.app.screen, "entries", None))


SCENES: tuple[tuple[Act, tuple[int, int], str], ...] = (
    (welcome, NARROW, DARK),
    (answer, WIDE, DARK),
    (answer, WIDE, LIGHT),
    (answer, NARROW, DARK),
    (refusal, NARROW, DARK),
    (source, NARROW, DARK),
    (source, NARROW, LIGHT),
    (ledger, WIDE, DARK),
    (ledger, NARROW, LIGHT),
    (library, NARROW, DARK),
    (tables, WIDE, DARK),
    (tables, NARROW, DARK),
    (actions, NARROW, DARK),
    (conversations, NARROW, DARK),
)
"""What is shown at which size in which colours: each of these at least twice, each scene once."""


async def _ask(pilot: Pilot[None], question: str) -> None:
    pilot.app.screen.query_one("#question").value = question  # type: ignore[attr-defined]
    await pilot.press("enter")
    conversation = pilot.app.screen.query_one(Conversation)
    await until(pilot, lambda: conversation.exchanges and conversation.exchanges[-1].shown)
    await pilot.pause(0.5)


async def picture(assistant: ScrutinyAssistant, scene: Act, size: tuple[int, int], theme: str) -> None:
    """Plays one scene and keeps its screen."""
    app = ScrutinyApp(assistant)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await scene(pilot)
        shade = theme.rsplit("-", 1)[-1]
        drawn = FETCHED.sub("", app.export_screenshot())
        (FOLDER / f"{scene.__name__}-{size[0]}-{shade}.svg").write_text(drawn, "utf-8")


def main() -> None:
    """Indexes the sample corpus, or takes the library that is named, and plays every scene at every size."""
    FOLDER.mkdir(exist_ok=True, parents=True)
    with tempfile.TemporaryDirectory() as folder:
        assistant = build_assistant(Settings(Path(sys.argv[1] if sys.argv[1:] else folder) / "library"))
        assistant.ingest([documents_path()])
        for scene, size, theme in SCENES:
            asyncio.run(picture(assistant, scene, size, theme))


if __name__ == "__main__":
    main()
