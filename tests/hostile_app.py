"""A program for a test: the terminal app over documents that are named, written and titled to drive it."""

import sys
from dataclasses import replace

from browser.hostile import FullAssistant
from payloads import payloads
from textual.widgets import Input, TabbedContent

from assistant.key_questions.ledger import Ledger
from assistant.tui.app import ScrutinyApp
from assistant.tui.widgets.contents import Contents
from assistant.tui.widgets.conversation import Conversation
from ingest.report import IngestedDocument, IngestReport, Progress

TEXTS = payloads()


class Hostile(FullAssistant):
    """Every text that there can be is a payload, in what comes of adding documents too."""

    def __init__(self) -> None:
        super().__init__(TEXTS)
        self.records = [replace(one, id=str(n), kind=one.title) for n, one in enumerate(self.records)]
        self.document = replace(self.document, text="\n".join(TEXTS))

    def show(self, document):
        return self.document

    def questions(self, ids=(), **options) -> list[Ledger]:
        return [replace(one, as_of=TEXTS[7], library_version=TEXTS[8]) for one in super().questions(ids)]

    def ingest(self, paths, *, progress, **options):
        progress(Progress(0, 2, TEXTS[9], 2))
        files = (IngestedDocument(text, None, "failed", None, 0, 0, 0, (), text, text) for text in TEXTS[:20])
        return IngestReport(tuple(files), 1.0, (TEXTS[10],))


async def until(pilot, condition):
    """Waits for what a thread is doing."""
    while not condition():
        await pilot.pause(0.02)


async def pages(pilot, number):
    """Turns so many pages."""
    for _ in range(number):
        await pilot.press("pagedown")


async def drive(pilot):
    """Every screen that shows a document's words."""
    screen = pilot.app.screen
    screen.query_one("#question").value = TEXTS[5]
    await pilot.press("enter")
    conversation = screen.query_one(Conversation)
    await until(pilot, lambda: conversation.exchanges and conversation.exchanges[0].shown)
    await pages(pilot, 16)
    await pilot.press("1")
    await pilot.pause(0.3)
    await pilot.press("escape", "f2")
    await library(pilot, screen.query_one(Contents), conversation)
    await tables(pilot)
    await pilot.press("escape", "f7")
    await until(pilot, lambda: getattr(pilot.app.screen, "entries", None))
    await pages(pilot, 3)
    await pilot.press("enter")
    await until(pilot, lambda: len(conversation.exchanges) == 9)
    await pilot.press("f4")
    pilot.app.screen.query_one(Input).value = "somewhere"
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen.added)
    pilot.app.notify(TEXTS[9], markup=False)
    await pilot.pause(0.2)
    pilot.app.exit()


async def library(pilot, contents, conversation):
    """The documents, and the ledger of a key question with its evidence."""
    await until(pilot, lambda: sum(1 for _ in contents.leaves()) > len(TEXTS))
    contents.root.expand_all()
    await pages(pilot, 5)
    contents.move_cursor(next(node for node in contents.leaves() if node.data[0] == "question"))
    await pilot.press("enter")
    await until(pilot, lambda: len(conversation.exchanges) == 2)
    await pages(pilot, 4)
    await pilot.press("1", "a")
    await pilot.pause(0.2)
    await pilot.press("escape", "escape")


async def tables(pilot):
    """All three."""
    await pilot.press("f3")
    for tab in ("recommendations", "actions", "challenges"):
        pilot.app.screen.query_one(TabbedContent).active = tab
        await until(pilot, lambda tab=tab: pilot.app.screen.query(f"#{tab} DataTable"))
        pilot.app.screen.query_one(f"#{tab} DataTable").focus()
        await pages(pilot, 5)


if __name__ == "__main__":
    app = ScrutinyApp(Hostile())
    app.run(auto_pilot=drive)
    sys.exit(1 if app.failure else 0)
