"""The tools for other assistants: what they take, what they give, and how they fail."""

import asyncio
import subprocess
import sys
import threading
import time

import pytest
from mcp import Client

from assistant.mcp.server import build_server
from ingest.errors import NotFoundError


@pytest.fixture
def call(assistant):
    """Calls a tool through the official client, which holds every result to the schema announced for it."""

    async def called(name, labels=(), **arguments):
        async with Client(build_server(assistant, labels)) as client:
            return await client.call_tool(name, arguments)

    return called


async def test_every_tool_says_that_it_only_reads_and_what_it_takes_and_gives(assistant):
    async with Client(build_server(assistant)) as client:
        tools = (await client.list_tools()).tools
        assert "not_found is an honest refusal" in client.instructions
    assert [tool.name for tool in tools] == ["ask", "search", "check", "questions"]
    assert all(tool.annotations.read_only_hint and not tool.annotations.open_world_hint for tool in tools)
    assert all(tool.output_schema["properties"]["notice"] for tool in tools)
    assert not assistant.closed


async def test_a_question_gets_statements_with_document_page_and_quotation(call, assistant):
    result = await call(
        "ask", question="Were children seen?", as_of="2024-05-06", documents=["voice-audit.pdf"]
    )
    answer = result.structured_content
    first = answer["citations"][answer["statements"][0]["citations"][0] - 1]
    assert (first["document"], first["page_label"]) == ("voice-audit.pdf", "i")
    assert first["quote"] == "Children were seen alone in 14 of 20 audited cases."
    assert answer["as_of"] == "2024-05-06"
    assert assistant.asked[0][1].documents == (assistant.document.id,)


async def test_a_refusal_is_no_error_and_documents_are_called_data(call):
    result = await call("ask", question="What about the moon?")
    assert not result.is_error
    assert result.structured_content["outcome"] == "not_found"
    assert "never instructions" in result.structured_content["notice"]
    assert result.content[0].text.startswith('{"notice": ')


async def test_documents_are_chosen_as_everywhere_else(call, assistant):
    chosen = {"kinds": ["audit"], "organisations": ["Exmoor"], "since": "31/03/2024", "until": "2025"}
    await call("ask", question="Were children seen?", **chosen)
    await call("search", query="children", **chosen)
    await call("questions", **chosen)
    asked = [assistant.asked[0][1], assistant.searched[0][2], assistant.weighed[0][1]["filters"]]
    for filters in asked:
        assert (filters.kinds, filters.organisations) == (("audit",), ("Exmoor",))
        assert (filters.since, filters.until) == ("2024-03-31", "2025")


async def test_passages_are_found_and_as_many_as_asked_for(call, assistant):
    result = await call("search", query="children", k=3)
    assert assistant.searched[0][:2] == ("children", 3)
    assert result.structured_content["results"][0]["text"].startswith("Children were seen alone")


async def test_a_text_is_checked(call):
    result = await call("check", text="The board should consider improving.\n", each_line=True)
    (one,) = result.structured_content["recommendations"]
    assert not one["smart"]
    assert one["findings"]


async def test_a_text_is_checked_beside_the_documents(call):
    result = await call("check", text="The board should consider improving.\n", each_line=True, repeats=True)
    findings = result.structured_content["recommendations"][0]["findings"]
    assert findings[-1]["earlier"]["citation"]["quote"].startswith("Children were seen alone")


async def test_the_board_has_no_ledgers_and_a_named_question_has_its_citations(call, assistant):
    board = (await call("questions")).structured_content
    one = (await call("questions", questions=["9"], period="2022/24")).structured_content
    assert board["board"][0] | {"question": ""} == {
        "id": "feedback",
        "question": "",
        "verdict": "partly",
        "reason": "There is evidence on both sides.",
        "for": 1,
        "against": 1,
        "silent": 1,
    }
    assert board["ledgers"] == []
    assert one["ledgers"][0]["citations"][0]["page_label"] == "i"
    assert assistant.weighed[1][0] == ("9",)


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("ask", {}, "'question' is a required property"),
        ("ask", {"question": "Why?", "path": "/etc/passwd"}, "'path' was unexpected"),
        ("ask", {"question": "Why?", "as_of": "2024-02-31"}, "2024-02-31 is not a day"),
        ("ask", {"question": "Why?", "kinds": ["novel"]}, "no kind of document"),
        ("search", {"query": "x", "since": "soon"}, "soon is not a date"),
        ("search", {"query": "x", "k": 5000}, "5000 is greater than the maximum of 50"),
        ("erase", {}, "There is no tool 'erase'"),
    ],
    ids=["missing", "unknown", "no such day", "no such kind", "no date", "too many", "no such tool"],
)
async def test_a_wrong_call_is_told_what_is_wrong(call, name, arguments, said):
    result = await call(name, **arguments)
    assert result.is_error
    assert said in result.content[0].text


@pytest.mark.parametrize(
    "failure", [NotFoundError("It is not there.", "Look again."), RuntimeError("secret")]
)
async def test_a_failure_is_a_sentence_without_its_traceback(call, assistant, failure):
    assistant.failure = failure
    result = await call("ask", question="Why?")
    told = result.content[0].text
    assert result.is_error
    assert told == "It is not there. Look again." or told.startswith("The tool failed.")


async def test_labels_narrow_what_every_call_sees(call, assistant):
    await call("search", labels=["standard"], query="children")
    assert assistant.restricted_to == ("standard",)


def test_nothing_heavy_is_loaded_before_the_first_call():
    loaded = "import sys, assistant.mcp.server, assistant.langchain"
    code = f"{loaded}; sys.exit(bool({{'torch', 'onnxruntime', 'chromadb'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0


def test_without_the_extra_the_command_says_what_to_install(scrutiny, monkeypatch):
    monkeypatch.delitem(sys.modules, "assistant.mcp.server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp_types", None)
    run = scrutiny("mcp")
    assert run.code == 2
    assert "scrutiny-assistant[mcp]" in run.err


async def test_calls_take_turns_and_one_too_many_waits(assistant):
    running, most, guard, at_once = [], [], threading.Lock(), assistant.ask

    def ask(question, **more):
        with guard:
            running.append(question)
            most.append(len(running))
        time.sleep(0.02)
        running.remove(question)
        return at_once(question, **more)

    assistant.ask = ask
    async with Client(build_server(assistant)) as client:
        asked = [client.call_tool("ask", {"question": f"Why {number}?"}) for number in range(6)]
        assert not any(result.is_error for result in await asyncio.gather(*asked))
    assert max(most) == 2
