"""Searches take turns in the service; lists and pages do not wait behind them; readiness names what fails."""

import asyncio
import threading

import httpx
import pytest

from assistant.api.app import build_app
from assistant.api.limits import Limits, Turns
from assistant.settings import Settings
from ingest.errors import LibraryBusyError


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
    await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
    released.set()
    replies = await asyncio.gather(*asked)
    assert sorted(reply.status_code for reply in replies) == [200, 503, 503]
    assert all(reply.headers["retry-after"] for reply in replies if reply.status_code == 503)


def test_a_turn_is_given_back_also_after_a_failure():
    turns = Turns(Limits(searches=1, patience=0.01))
    with pytest.raises(ZeroDivisionError), turns.one():
        raise ZeroDivisionError
    with turns.one(), pytest.raises(LibraryBusyError), turns.one():
        pass


async def test_readiness_names_every_part_that_is_not(assistant, tmp_path):
    assistant.settings, assistant.warm = Settings(tmp_path / "gone"), False
    reply = await client_of(assistant).get("/readyz")
    assert (reply.status_code, reply.json()["failing"]) == (503, ["model", "disk"])
    assistant.settings, assistant.warm = Settings(tmp_path), True
    assert (await client_of(assistant).get("/readyz")).status_code == 200
