"""Conversations that are kept: by command, read aloud, over HTTP, and gone on with in the terminal app."""

import threading

import httpx
import pytest
from driving import answered, ask, shown, until

from assistant.access.key import Key
from assistant.api.app import build_app
from assistant.conversations.conversation import NotKeptError
from assistant.tui.app import ScrutinyApp
from assistant.tui.screens.conversations import ConversationsScreen
from assistant.tui.widgets.conversation import Conversation
from assistant.tui.widgets.question_input import QuestionInput


def test_a_conversation_is_listed_shown_and_deleted(scrutiny, assistant):
    assistant.ask("Why \x1b[2J?", conversation="board")
    assert scrutiny("conversations").out == "board  1 question: Why [2J?\n"
    out = scrutiny("conversations", "show", "board").out
    assert "1. “Children were seen alone in 14 of 20 audited cases.” [1]" in out
    assert "[1] Multi-agency audit: voice of the child (voice-audit.pdf), page i" in out
    assert scrutiny("conversations", "delete", "board").code == 0
    assert scrutiny("conversations", "delete", "board").code == 2
    assert "No conversation is kept" in scrutiny("conversations").err


def test_a_chat_is_kept_and_gone_on_with_by_its_name(scrutiny, assistant):
    first = scrutiny("chat", "--conversation", "board", standard_input="Why?\n\n")
    assert "A new conversation, “board”." in first.out
    second = scrutiny("chat", "--conversation", "board", standard_input="And health?\n\n")
    assert "You asked: Why?" in second.out
    assert [turn.asked for turn in assistant.kept["", "board"]] == ["Why?", "And health?"]


def test_a_chat_without_a_name_is_kept_under_the_time(scrutiny, assistant):
    out = scrutiny("chat", standard_input="Why?\n\n").out
    ((_, name),) = assistant.kept
    assert f'scrutiny chat --conversation "{name}"' in out


def test_a_chat_says_how_it_goes_instead_of_asking_the_documents_for_help(scrutiny, assistant):
    out = scrutiny("chat", standard_input="help\n?\n/help\n\n").out
    assert out.count("Ask a question and press Enter.") == 4
    assert "Kept." not in out


def test_an_answer_that_cannot_be_kept_is_read_out_all_the_same(scrutiny, assistant):
    answer = assistant.ask("Why?")

    def fail(question, **kept):
        raise NotKeptError(answer, "The disk is full.")

    assistant.ask = fail
    out = scrutiny("chat", standard_input="Why?\n\n").out
    assert "The disk is full." in out
    assert "Statement 1: Children were seen alone" in out


@pytest.fixture
def keyed(assistant):
    """The service for the holders of two keys."""
    ring = type("Ring", (), {"recognise": lambda self, token: Key(token, token, "", ("read",), None, "")})()
    app = build_app(assistant, ring, keys_needed=True)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost")


async def test_each_key_has_its_own_conversations_over_http(keyed):
    mine, other = ({"authorization": f"Bearer {name}"} for name in ("mine", "other"))
    asked = {"question": "Why?", "conversation": "board"}
    assert (await keyed.post("/v1/answers", json=asked, headers=mine)).status_code == 200
    listed = (await keyed.get("/v1/conversations", headers=mine)).json()
    assert listed == [{"name": "board", "questions": 1, "first": "Why?"}]
    assert (await keyed.get("/v1/conversations", headers=other)).json() == []
    for call in (keyed.get, keyed.delete):
        assert (await call("/v1/conversations/board", headers=other)).status_code == 404
    assert (await keyed.get("/v1/conversations/board", headers=mine)).json()["turns"][0]["asked"] == "Why?"
    assert (await keyed.delete("/v1/conversations/board", headers=mine)).json() == {"deleted": "board"}


async def test_the_app_offers_the_last_conversation_and_goes_on_with_it(assistant):
    assistant.ask("Why?", conversation="board")
    async with ScrutinyApp(assistant).run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: "1 question: Why?" in shown(pilot.app))
        await pilot.press("f7")
        await until(pilot, lambda: getattr(pilot.app.screen, "entries", None))
        await pilot.press("enter")
        await until(pilot, lambda: "Children were seen alone" in shown(pilot.app))
        await answered(pilot, "And?")
        assert [turn.asked for turn in assistant.kept["", "board"]] == ["Why?", "And?"]
        await pilot.press("1")
        await until(pilot, lambda: ">>" in shown(pilot.app))


async def test_the_app_keeps_every_question_and_begins_anew_on_demand(assistant):
    async with ScrutinyApp(assistant).run_test() as pilot:
        pilot.app.screen.kept_as = "earlier"  # not the same second as the next one
        await answered(pilot)
        await pilot.press("f7")
        await until(pilot, lambda: getattr(pilot.app.screen, "entries", None))
        await pilot.press("n")
        assert pilot.app.screen.query_one(Conversation).exchanges == []
        await answered(pilot, "Who?")
        assert len(assistant.kept) == 2


async def test_a_conversation_is_deleted_at_the_second_time_of_asking(assistant):
    assistant.ask("Why?", conversation="board")
    async with ScrutinyApp(assistant).run_test() as pilot:
        await pilot.press("f7")
        await until(pilot, lambda: getattr(pilot.app.screen, "entries", None))
        await pilot.press("d")
        assert assistant.kept
        await pilot.press("d")
        await until(pilot, lambda: not assistant.kept and not pilot.app.screen.entries)
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, ConversationsScreen)


async def test_escape_stops_waiting_and_what_comes_afterwards_is_not_shown(assistant):
    released, at_once = threading.Event(), assistant.ask
    assistant.ask = lambda question, **kept: released.wait(10) and at_once(question, **kept)
    async with ScrutinyApp(assistant).run_test() as pilot:
        await ask(pilot)
        await pilot.press("escape")
        assert "Stopped." in shown(pilot.app)
        assert pilot.app.screen.query_one(QuestionInput).value == "Why?"
        released.set()
        await until(pilot, lambda: assistant.asked)
        await pilot.pause()
        assert "Children were seen alone" not in shown(pilot.app)
