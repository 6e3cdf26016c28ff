"""Searches take turns in the service; lists and pages do not wait behind them; readiness names what fails."""

import asyncio
import threading

import httpx
import pytest
from anyio.to_thread import current_default_thread_limiter

from assistant.api.app import build_app
from assistant.api.limits import Limits, Turns
from assistant.settings import Settings
from ingest.errors import LibraryBusyError

DOORS = (
    "/answers?question=Why%3F&as_of=2026-01-01&library=v7",
    "/answers/stream?question=Why%3F",
    "/v1/search?query=why",
)
"""Other ways to a search."""


def client_of(assistant, **limits):
    app = build_app(assistant, limits=Limits(rate=1_000_000, **limits))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost")


async def test_a_list_does_not_wait_behind_searches_and_one_too_many_is_told_so(assistant):
    released, at_once = threading.Event(), assistant.ask
    assistant.ask = lambda question, **more: released.wait(10) and at_once(question, **more)
    client = client_of(assistant, searches=1, patience=0.05)
    asked = [asyncio.ensure_future(client.post("/v1/answers", json={"question": "Why?"})) for _ in range(3)]
    await asyncio.sleep(0)
    assert (await asyncio.wait_for(client.get("/v1/documents"), 5)).status_code == 200
    while sum(one.done() for one in asked) < 2:
        await asyncio.wait([one for one in asked if not one.done()], return_when=asyncio.FIRST_COMPLETED)
    released.set()
    replies = await asyncio.gather(*asked)
    assert sorted(reply.status_code for reply in replies) == [200, 503, 503]
    assert all(reply.headers["retry-after"] for reply in replies if reply.status_code == 503)


async def test_a_turn_is_given_back_after_a_failure_and_not_before_the_thread_has_ended():
    turns, released = Turns(Limits(searches=1, patience=0.01)), threading.Event()
    with pytest.raises(ZeroDivisionError):
        await turns.take(lambda: 1 / 0)
    gone = asyncio.ensure_future(turns.take(lambda: released.wait(10)))
    await asyncio.sleep(0)
    gone.cancel()
    with pytest.raises(LibraryBusyError):
        await turns.take(lambda: 1)
    released.set()
    assert [await turns.take(lambda: 1) for _ in range(2)] == [1, 1]


async def test_waiting_for_a_turn_takes_no_thread_from_anybody(assistant):
    released, at_once = threading.Event(), assistant.ask
    assistant.ask = lambda question, **more: released.wait(10) and at_once(question, **more)
    client = client_of(assistant, searches=1)
    current_default_thread_limiter().total_tokens = 2
    asked = [asyncio.ensure_future(client.get(door)) for door in DOORS * 3]
    asked += [asyncio.ensure_future(client.post("/v1/answers", json={"question": "Why?"})) for _ in range(3)]
    await asyncio.sleep(0.05)
    assert (await asyncio.wait_for(client.get("/v1/documents"), 5)).status_code == 200
    released.set()
    assert {reply.status_code for reply in await asyncio.gather(*asked)} == {200}


@pytest.mark.parametrize("door", DOORS)
async def test_a_page_that_asks_waits_for_its_turn_as_a_program_does(assistant, door):
    begun, released, at_once = asyncio.Event(), threading.Event(), assistant.ask
    loop = asyncio.get_running_loop()

    def ask(question, **more):
        loop.call_soon_threadsafe(begun.set)
        return released.wait(10) and at_once(question, **more)

    assistant.ask = ask
    client = client_of(assistant, searches=1, patience=0.05)
    first = asyncio.ensure_future(client.post("/v1/answers", json={"question": "Why?"}))
    await begun.wait()
    assert "Too many questions are being answered." in (await client.get(door)).text
    released.set()
    assert (await first).status_code == 200


async def test_readiness_names_every_part_that_is_not(assistant, tmp_path):
    assistant.settings, assistant.warm = Settings(tmp_path / "gone"), False
    reply = await client_of(assistant).get("/readyz")
    assert (reply.status_code, reply.json()["failing"]) == (503, ["model", "disk"])
    assistant.settings, assistant.warm = Settings(tmp_path), True
    assert (await client_of(assistant).get("/readyz")).status_code == 200
