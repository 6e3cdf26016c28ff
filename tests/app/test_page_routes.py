"""Pages over HTTP: the picture of one, and where a quotation stands on it."""

import httpx
import jsonschema
import pytest

from assistant.api.app import build_app
from assistant.machine.text import schema_of
from ingest.errors import ReadError


@pytest.fixture
async def get(assistant):
    transport = httpx.ASGITransport(build_app(assistant), raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1:8000/v1/documents"
    ) as client:
        yield client.get


async def test_a_page_is_sent_as_a_picture_once(get):
    reply = await get("/voice-audit.pdf/pages/1/image")
    assert (reply.headers["content-type"], reply.content[:4]) == ("image/png", b"\x89PNG")
    again = await get("/voice-audit.pdf/pages/1/image", headers={"if-none-match": reply.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert reply.headers["cache-control"] == "no-store"


async def test_a_page_that_is_not_there_or_cannot_be_drawn_is_a_problem(get, assistant):
    assert (await get("/voice-audit.pdf/pages/2/image")).status_code == 404
    assistant.failure = ReadError("The page could not be drawn.", "Read the page's text.")
    reply = await get("/voice-audit.pdf/pages/0/image")
    assert (reply.status_code, reply.json()["next_step"]) == (422, "Read the page's text.")


async def test_boxes_are_shares_of_the_page(get, assistant):
    cited = assistant.answer.citations[0]
    reply = await get(f"/voice-audit.pdf/boxes?start={cited.start}&end={cited.end}")
    jsonschema.Draft202012Validator(schema_of("boxes")).validate(reply.json())
    (page,) = reply.json()["pages"]
    assert (reply.json()["quote"], page["page_label"]) == (cited.quote, "i")
    assert page["boxes"] == [{"left": 0.12, "top": 0.125, "right": 0.5, "bottom": 0.14}]


@pytest.mark.parametrize("note", ["changed", "not_sure", "no_pages"])
async def test_without_boxes_the_reason_is_given_in_words(get, assistant, note):
    assistant.note = note
    found = (await get("/voice-audit.pdf/boxes?start=0&end=5")).json()
    assert all(page["boxes"] == [] for page in found["pages"])
    assert (found["note"], found["reason"][-1]) == (note, ".")


@pytest.mark.parametrize("place", ["start=5&end=5", "start=0&end=99999", "start=-1&end=3", "end=3"])
async def test_a_place_that_cannot_be_is_a_wrong_request(get, place):
    assert (await get(f"/voice-audit.pdf/boxes?{place}")).status_code == 422
