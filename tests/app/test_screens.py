"""Whole screens as text, one file each in `screens/`; SCRUTINY_WRITE_SCREENS=1 writes them anew.

What a screen has to do is tested elsewhere; these show what stands where, and what is cut off.
"""

import os
from pathlib import Path

import pytest
from driving import answered, shown, until
from textual.widgets._footer import FooterKey

from assistant.tui.app import ScrutinyApp
from assistant.tui.widgets.contents import Contents
from assistant.tui.widgets.conversation import Conversation

SCREENS = Path(__file__).with_name("screens")
KEPT = "2026-01-02 03:04:05"


async def welcome(pilot):
    pass


async def answer(pilot):
    await answered(pilot)


async def refusal(pilot):
    await answered(pilot, "the moon?")


async def source(pilot):
    await answered(pilot)
    await pilot.press("2")
    await until(pilot, lambda: ">>" in shown(pilot.app))


async def library(pilot):
    await pilot.press("f2")


async def ledger(pilot):
    await pilot.press("f2")
    contents = pilot.app.screen.query_one(Contents)
    contents.move_cursor(next(node for node in contents.leaves() if node.data[0] == "question"))
    await pilot.press("enter")
    conversation = pilot.app.screen.query_one(Conversation)
    await until(pilot, lambda: conversation.exchanges and conversation.exchanges[0].shown)


async def evidence(pilot):
    await ledger(pilot)
    await pilot.press("1")
    await until(pilot, lambda: ">>" in shown(pilot.app))


async def tables(pilot):
    await pilot.press("f3")
    await until(pilot, lambda: pilot.app.screen.query("#recommendations DataTable"))
    table = pilot.app.screen.query_one("#recommendations DataTable")
    await until(pilot, lambda: table.row_count and table.has_focus)


async def conversations(pilot):
    await answered(pilot)
    await pilot.press("f7")
    await until(pilot, lambda: getattr(pilot.app.screen, "entries", None))


EVERY = (welcome, answer, refusal, source, library, ledger, evidence, tables, conversations)
SHOWN = [(60, 24, play) for play in EVERY] + [(140, 30, play) for play in (answer, ledger, tables)]


def words(app):
    """What stands on the screen, line by line, without what stands at the end of a line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


async def settled(pilot):
    """The words once they no longer change: layout, and what threads told, have come to an end."""
    before, after = "", words(pilot.app)
    while before != after:
        await pilot.pause()
        await until(pilot, lambda: not pilot.app.background.busy)
        await pilot.pause()
        before, after = after, words(pilot.app)
    return after


@pytest.mark.parametrize(
    ("width", "height", "play"), SHOWN, ids=lambda one: getattr(one, "__name__", str(one))
)
async def test_a_screen_stands_as_it_is_kept_and_its_keys_are_all_on_it(assistant, width, height, play):
    async with ScrutinyApp(assistant).run_test(size=(width, height)) as pilot:
        pilot.app.screen.kept_as = KEPT
        contents = pilot.app.screen.query_one(Contents)
        await until(pilot, lambda: sum(1 for _ in contents.leaves()) >= 2)
        await play(pilot)
        stands = await settled(pilot)
        keys = [key for key in pilot.app.screen.query(FooterKey) if key.display]
    assert 0 < len(keys) <= 6
    assert all(key.region.right <= width for key in keys)
    assert max(map(len, stands.splitlines())) <= width
    kept = SCREENS / f"{play.__name__}-{width}.txt"
    if os.environ.get("SCRUTINY_WRITE_SCREENS"):
        SCREENS.mkdir(exist_ok=True)
        kept.write_text(stands, "utf-8")
    assert stands == kept.read_text("utf-8")
