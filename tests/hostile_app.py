"""A program for a test: the terminal app over documents that are named, written and titled to drive it."""

import sys
from dataclasses import replace

from app.conftest import REGISTER, FakeAssistant
from payloads import payloads
from textual.widgets import TabbedContent

from assistant.actions.action import Action, ActionRegister, Field
from assistant.tui.app import ScrutinyApp
from assistant.tui.widgets.contents import Contents
from assistant.tui.widgets.conversation import Conversation

TEXTS = payloads()


def hostile_assistant():
    """Everything that can be text is a payload."""
    fake = FakeAssistant()
    cited = fake.answer.citations[0]
    citations = tuple(
        replace(cited, n=n, quote=text, title=text, document=text, heading=text, page_label=text)
        for n, text in enumerate(TEXTS, 1)
    )
    statement = fake.answer.statements[0]
    fake.answer = replace(
        fake.answer,
        verdict=TEXTS[0],
        statements=tuple(replace(statement, text=text, citations=(n,)) for n, text in enumerate(TEXTS, 1)),
        citations=citations,
    )
    record = fake.records[0]
    fake.records = [
        replace(record, id=str(n), title=text, source=text, published=text, kind=text)
        for n, text in enumerate(TEXTS)
    ]
    some = Field(TEXTS[3], (1,))
    rows = tuple(
        Action(str(n), None, "d", Field(text, (1,)), some, text, some, "open", "overdue", (some,), None, None)
        for n, text in enumerate(TEXTS)
    )
    fake.actions = lambda: ActionRegister("2026-01-01", "v7", rows, citations)
    entry = REGISTER.entries[0]
    register = replace(
        REGISTER, entries=tuple(replace(entry, text=text, title=text, published=text) for text in TEXTS)
    )
    fake.recommendations = lambda: register
    text = "\n".join(TEXTS)
    fake.document = replace(fake.document, text=text, title=TEXTS[1], pages=())
    fake.show = lambda document: fake.document
    return fake


async def drive(pilot):
    """Every screen that shows a document's words."""
    screen = pilot.app.screen
    screen.query_one("#question").value = TEXTS[5]
    await pilot.press("enter")
    conversation = screen.query_one(Conversation)
    while not (conversation.exchanges and conversation.exchanges[0].shown):
        await pilot.pause(0.02)
    for _ in range(40):
        await pilot.press("pagedown")
    await pilot.press("1")
    await pilot.pause(0.3)
    await pilot.press("escape", "f2")
    contents = screen.query_one(Contents)
    contents.root.expand_all()
    for _ in range(30):
        await pilot.press("pagedown")
    await pilot.press("f3")
    await pilot.pause(0.5)
    for tab in ("recommendations", "actions"):
        pilot.app.screen.query_one(TabbedContent).active = tab
        table = pilot.app.screen.query_one(f"#{tab} DataTable")
        table.focus()
        for _ in range(60):
            await pilot.press("pagedown")
    pilot.app.notify(TEXTS[9], markup=False)
    await pilot.pause(0.2)
    pilot.app.exit()


if __name__ == "__main__":
    app = ScrutinyApp(hostile_assistant())
    app.run(auto_pilot=drive)
    sys.exit(1 if app.failure else 0)
