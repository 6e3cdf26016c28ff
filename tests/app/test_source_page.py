"""The page of a source: its picture with the words boxed, its text with the words marked, its neighbours."""

from dataclasses import replace

import httpx
import pytest
from bs4 import BeautifulSoup

from assistant.api.app import build_app
from ingest.document import Page

BACK = "/answers?question=Why%3F&as_of=2026-01-01&library=v7"


@pytest.fixture
async def visit(assistant):
    """Opens an address as a browser does; gives the reply and its document."""
    transport = httpx.ASGITransport(build_app(assistant), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:

        async def open_(address, **params):
            reply = await client.get(address, params=params or None, headers={"accept": "text/html"})
            return reply, BeautifulSoup(reply.text, "html.parser")

        yield open_


@pytest.fixture
def source(visit, assistant):
    """Opens the page of the answer's citation number n (from 1)."""

    async def open_(n=1, **params):
        cited = assistant.answer.citations[n - 1]
        place = {"start": cited.start, "end": cited.end, "n": n} | params
        return (await visit(f"/source/{cited.document_id}", **place))[1]

    return open_


async def test_the_quoted_words_are_boxed_on_the_picture_and_marked_in_the_text(source, assistant):
    page = await source()
    (box,) = page.select(".sheet rect")
    assert {name: box[name] for name in ("x", "y", "width", "height")} == {
        "x": "71.0",
        "y": "100.0",
        "width": "230.0",
        "height": "12.0",
    }
    assert page.image["href"] == f"/source/{assistant.document.id}/pages/0"
    assert [mark.text for mark in page.select("mark")] == [assistant.answer.citations[0].quote]
    assert not page.select("[style], style, script:not([src])")


async def test_page_date_publisher_and_file_are_told(source, assistant):
    told = (await source()).select_one(".particulars").get_text(" ", strip=True)
    assert "1 of 2, printed as “i”" in told
    assert "1 March 2024" in told
    assert assistant.document.organisation in told
    assert "voice-audit.pdf" in told


async def test_the_original_is_opened_at_the_page_by_its_place_in_the_file(source, assistant):
    link = (await source(2)).select_one("a[href*=original]")
    assert link["href"] == f"/source/{assistant.document.id}/original#page=2"


@pytest.mark.parametrize("note", ["changed", "not_drawn", "no_picture"])
async def test_where_no_picture_can_be_shown_there_is_a_notice_and_the_text(source, assistant, note):
    assistant.note = note
    page = await source()
    assert page.select_one(".notice").text.endswith(".")
    assert not page.select("svg")
    assert page.mark.text == assistant.answer.citations[0].quote


async def test_where_the_place_is_not_sure_the_picture_has_no_box(source, assistant):
    assistant.note = "not_sure"
    page = await source()
    assert (len(page.select("svg image")), page.select("rect")) == (1, [])
    assert "certainty" in page.select_one(".notice").text


async def test_a_document_without_pages_shows_its_text_alone(source, assistant):
    assistant.document = replace(assistant.document, pages=())
    assistant.note = "no_pages"
    page = await source()
    assert not page.select("svg")
    assert page.mark.text == assistant.answer.citations[0].quote


async def test_a_page_read_optically_says_so(source, assistant):
    pages = tuple(replace(one, read_by="ocr") for one in assistant.document.pages)
    assistant.document = replace(assistant.document, pages=pages)
    assert "optical recognition" in (await source()).select_one(".notice").text


async def test_the_next_and_the_previous_citation_of_the_page_come_from_are_a_step_away(source, assistant):
    first, last = await source(1, back=BACK), await source(2, back=BACK)
    onward, backward = first.select_one("a[rel=next]"), last.select_one("a[rel=prev]")
    assert (first.select("a[rel=prev]"), last.select("a[rel=next]")) == ([], [])
    cited = assistant.answer.citations[1]
    assert f"start={cited.start}&end={cited.end}" in onward["href"]
    assert onward["aria-label"].startswith("Next: Source 2, ")
    assert backward["aria-label"].startswith("Previous: Source 1, ")
    assert len(assistant.asked) == 1


@pytest.mark.parametrize("back", ["/documents", "/answers?question=", "https://evil.example/", "/questions"])
async def test_from_anywhere_else_there_is_no_next_citation(source, back):
    page = await source(1, back=back)
    assert not page.select("a[rel]")
    assert "evil" not in str(page)


async def test_a_quotation_over_two_pages_is_whole_on_the_first_and_leads_to_the_second(visit, assistant):
    cut = assistant.document.text.index("audited cases")
    length = len(assistant.document.text)
    pages = (Page(0, "1", 0, cut - 1), Page(1, "2", cut, length))
    assistant.document = replace(assistant.document, pages=pages)
    cited = assistant.answer.citations[0]
    address = f"/source/{cited.document_id}?start={cited.start}&end={cited.end}"
    _, first = await visit(address)
    assert first.mark.text == cited.quote
    (link,) = [one for one in first.select("main p a") if one.text == "page 2"]
    _, second = await visit(link["href"])
    assert second.mark.text == "audited cases."
    assert len(second.select("rect")) == 1


async def test_a_page_may_be_leafed_through_without_a_quotation(visit, assistant):
    _, page = await visit(f"/source/{assistant.document.id}?page=2")
    assert (len(page.select("svg image")), page.select("rect, mark")) == (1, [])
    assert page.find("a", string="← Page before")["href"].endswith("page=1")
    assert (await visit(f"/source/{assistant.document.id}?page=3"))[0].status_code == 404


async def test_the_picture_is_sent_and_only_a_real_pdf_opens_in_the_browser(visit, assistant):
    reply, _ = await visit(f"/source/{assistant.document.id}/pages/0")
    assert (reply.status_code, reply.headers["content-type"]) == (200, "image/png")
    reply, _ = await visit(f"/source/{assistant.document.id}/original")
    assert reply.headers["content-type"] == "application/octet-stream"
    assert reply.headers["content-disposition"].startswith("attachment")


async def test_what_a_document_says_is_never_markup(visit, assistant):
    hostile = "<svg onload=alert(1)><img src=//evil.example>\x1b[2J & words."
    assistant.document = replace(
        assistant.document, text=hostile, title=hostile, pages=(), organisation=hostile
    )
    assistant.note = "no_pages"
    reply, page = await visit(f"/source/{assistant.document.id}?start=5&end=30")
    assert reply.status_code == 200
    assert not page.select("main svg, main img")
    assert page.mark.text == hostile[5:30]
