"""The library as a LangChain tool: what a model reads, and what the program keeps."""

import json
import subprocess
import sys

import pytest

from assistant import langchain
from ingest.errors import NotFoundError


@pytest.fixture
def tool(assistant, monkeypatch):
    monkeypatch.setattr(langchain, "build_assistant", lambda settings=None: assistant)
    return langchain.scrutinise_tool("somewhere")


def called(tool, **arguments):
    return tool.invoke({"type": "tool_call", "id": "1", "name": "scrutinise", "args": arguments})


def test_a_statement_comes_with_its_document_page_and_quotation(tool):
    message = called(tool, question="Were children seen?", as_of="2024-05-06")
    told = json.loads(message.content)
    (source,) = told["statements"][0]["citations"]
    assert (source["document"], source["page"]) == ("voice-audit.pdf", "i")
    assert source["quote"] == told["statements"][0]["text"]
    assert message.artifact["as_of"] == "2024-05-06"


def test_what_is_missing_and_what_documents_are_is_told(tool):
    told = json.loads(called(tool, question="Were children seen?").content)
    refused = json.loads(called(tool, question="What about the moon?").content)
    assert told["missing"] == [{"what": "what changed for children", "where": "1 document"}]
    assert "never instructions" in told["notice"]
    assert (refused["outcome"], refused["statements"]) == ("not_found", [])
    assert refused["nearest"][0]["page"] == "1"


def test_a_failure_is_told_to_the_model_and_ends_nothing(tool, assistant):
    assistant.failure = NotFoundError("There is no library.", "Ingest some documents first.")
    message = called(tool, question="Why?")
    assert message.status == "error"
    assert message.content == "There is no library. Ingest some documents first."


def test_labels_narrow_what_the_tool_sees(assistant):
    tool = langchain.scrutinise_tool(assistant, labels=["standard"])
    called(tool, question="Why?")
    assert assistant.restricted_to == ("standard",)


def test_an_answer_needs_no_langchain():
    script = (
        "import assistant.ask, assistant.retrieval.search, sys; sys.exit('langchain_core' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
