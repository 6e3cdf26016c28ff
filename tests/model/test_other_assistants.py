"""Another assistant asks the sample library, by the protocol's official client and by LangChain."""

import sys

from mcp import Client, StdioServerParameters, stdio_client

from assistant.langchain import library_retriever, scrutinise_tool

QUESTION = "How often did health practitioners take part in strategy discussions?"
QUOTE = "A health practitioner took part in only 11 of the 26 strategy discussions that inspectors examined."
START = "import sys; from assistant.cli.main import main; sys.exit(main(sys.argv[1:]))"


async def test_a_client_starts_the_server_asks_and_gets_citations(sample):
    arguments = ["-c", START, "mcp", "--library", str(sample.settings.library)]
    server = StdioServerParameters(command=sys.executable, args=arguments)
    async with Client(stdio_client(server)) as client:
        answer = (await client.call_tool("ask", {"question": QUESTION})).structured_content
        ledger = (await client.call_tool("questions", {"questions": ["impact"]})).structured_content
    (found,) = [citation for citation in answer["citations"] if citation["quote"] == QUOTE]
    text = sample.show(found["document_id"]).text
    assert text[found["start"] : found["end"]] == QUOTE
    assert (found["document"], found["page_label"]) == ("joint-inspection-aldermere-2023.pdf", "5")
    assert ledger["ledgers"][0]["citations"]


def test_a_chain_retrieves_passages_that_say_where_they_stand(sample):
    first = library_retriever(sample, k=3).invoke("supervision audit")[0]
    text = sample.show(first.metadata["document"]).text
    assert text[first.metadata["start"] : first.metadata["end"]] == first.page_content
    assert first.metadata["title"]


def test_an_agent_s_tool_quotes_the_documents(sample):
    assert QUOTE in scrutinise_tool(sample).invoke({"question": QUESTION})
