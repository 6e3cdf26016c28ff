"""Each front door over the real model, from end to end: and all of them say the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from bs4 import BeautifulSoup
from driving import ask, shown, until
from mcp import Client

from assistant.api.app import build_app
from assistant.mcp.server import build_server
from assistant.render.place import place_of
from assistant.tui.app import ScrutinyApp
from assistant.tui.widgets.conversation import Conversation

pytestmark = pytest.mark.model

ANSWERED = "How often did health practitioners take part in strategy discussions?"
REFUSED = "What did the partnership spend on recruiting foster carers in Scotland?"
QUESTIONS = (ANSWERED, "What do audits say about supervision?", REFUSED)
PROGRAM = "import sys; from assistant.cli.main import main; sys.exit(main(sys.argv[1:]))"


def scrutiny(sample, *arguments, given=""):
    environment = os.environ | {"SCRUTINY_LIBRARY": str(sample.settings.library)}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        input=given.encode(),
        capture_output=True,
        env=environment,
        timeout=120,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    return run.stdout.decode()


def places(answer):
    """Every place that an answer of the machine interface shows."""
    cited = [*answer["citations"], *answer["nearest"]]
    return [(one["document_id"], one["start"], one["end"], one["quote"]) for one in cited]


@pytest.fixture(scope="module")
def answers(sample):
    """What the façade says to each question: what every door is compared with."""
    return [sample.ask(question) for question in QUESTIONS]


@pytest.fixture(scope="module")
def expected(answers):
    cited = ([*answer.citations, *answer.nearest] for answer in answers)
    return [[(one.document_id, one.start, one.end, one.quote) for one in some] for some in cited]


def test_the_questions_are_answered_and_refused(answers):
    assert [answer.outcome == "not_found" for answer in answers] == [False, False, True]
    assert all(answer.citations or answer.nearest for answer in answers)


def test_the_command_line_gives_the_same_citations(sample, expected):
    lines = scrutiny(sample, "ask", "--questions", "-", given="\n".join(QUESTIONS)).splitlines()
    assert [places(json.loads(line)) for line in lines] == expected


def test_a_plain_chat_reads_out_the_same_sources(sample, answers):
    out = scrutiny(sample, "chat", "--plain", given="\n".join([*QUESTIONS, ""])).splitlines()
    told = [line.partition(": ")[2] for line in out if line.startswith("Source ")]
    assert told == [place_of(one) for answer in answers for one in answer.citations]
    assert sum(line.startswith("Nearest passage") for line in out) == len(answers[2].nearest)


async def test_the_service_gives_the_same_citations(sample, expected):
    client = httpx.AsyncClient(transport=httpx.ASGITransport(build_app(sample)), base_url="http://localhost")
    replies = [await client.post("/v1/answers", json={"question": question}) for question in QUESTIONS]
    assert [places(reply.json()) for reply in replies] == expected
    events = await client.post(
        "/v1/answers", json={"question": ANSWERED}, headers={"accept": "text/event-stream"}
    )
    last = events.text.strip().split("\n\n")[-1].splitlines()
    assert last[1] == "event: answer.completed"
    assert places(json.loads(last[2].removeprefix("data: "))["answer"]) == expected[0]


async def test_the_web_page_leads_to_the_same_places(sample, expected):
    client = httpx.AsyncClient(transport=httpx.ASGITransport(build_app(sample)), base_url="http://localhost")
    for question, cited in zip(QUESTIONS, expected, strict=True):
        reply = await client.get("/answers", params={"question": question}, follow_redirects=True)
        page = BeautifulSoup(reply.text, "html.parser")
        sources = sorted(page.select(".sources li[value]"), key=lambda one: int(one["value"]))
        shown = [one.select_one(".source-title") for one in sources] or page.select(".nearest figcaption a")
        links = [urlsplit(link["href"]) for link in shown]
        led = [
            (link.path.rsplit("/", 1)[1], *(int(parse_qs(link.query)[name][0]) for name in ("start", "end")))
            for link in links
        ]
        assert led == [place[:3] for place in cited]


async def test_another_assistant_gets_the_same_citations(sample, expected):
    async with Client(build_server(sample)) as client:
        for question, cited in zip(QUESTIONS, expected, strict=True):
            result = await client.call_tool("ask", {"question": question})
            assert places(result.structured_content) == cited


async def test_the_app_shows_the_same_sources_and_opens_one_at_its_quotation(sample, expected, monkeypatch):
    monkeypatch.setattr(sample, "questions", list)  # the ledgers have tests of their own
    async with ScrutinyApp(sample).run_test(size=(140, 40)) as pilot:
        conversation = pilot.app.screen.query_one(Conversation)
        for question in QUESTIONS:
            before = len(conversation.exchanges)
            pilot.app.screen.query_one("#question").value = question
            await ask(pilot, "")
            await until(pilot, lambda before=before: len(conversation.exchanges) > before)
            await until(pilot, lambda: conversation.exchanges[-1].shown)
        for exchange, places_ in zip(conversation.exchanges, expected, strict=True):
            assert [(one.document_id, one.start, one.end, one.quote) for one in exchange.sources] == places_
        await pilot.press("1")
        await until(pilot, lambda: ">>" in shown(pilot.app))
