"""The web pages: what stands in them, what they let through, and what they answer when something is wrong."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import httpx
import pytest
from app.conftest import ENTRY, FIRST, REGISTER, SECOND
from app.conftest import citation as cited_as
from bs4 import BeautifulSoup

from assistant.actions.sift import sifted
from assistant.actions.track import track
from assistant.api.app import build_app
from assistant.register.register import AskedAgain
from eval.actions import GOLD, library_of
from ingest.errors import LibraryBusyError

ANSWERED = "/answers?question=Why%3F&as_of=2026-01-01&library=v7"

PAGES = (
    "/",
    ANSWERED,
    "/questions?as_of=2026-01-01",
    "/questions/feedback?as_of=2026-01-01",
    "/recommendations",
    "/recommendations/repeats",
    "/actions?as_of=2026-01-01",
    "/contradictions",
    "/challenges",
    "/conversations",
    "/documents",
    "/check",
    "/accessibility",
    "/privacy",
    "/sign-in",
)


@pytest.fixture
async def visit(assistant, monkeypatch, tmp_path):
    """Opens an address as a browser does; gives the reply and its document."""
    monkeypatch.setattr("assistant.crash._log_folder", lambda: tmp_path)
    transport = httpx.ASGITransport(build_app(assistant), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:

        async def open_(address):
            reply = await client.get(address, headers={"accept": "text/html"})
            return reply, BeautifulSoup(reply.text, "html.parser")

        yield open_


async def test_an_answer_shows_each_statement_with_links_to_its_places(visit, assistant):
    _, page = await visit(ANSWERED)
    said = [one.text for one in page.select(".statements > li blockquote")]
    assert said == [f"“{one.text}”" for one in assistant.answer.statements]
    for link, citation in zip(page.select(".statements .mark"), assistant.answer.citations, strict=True):
        wanted = f"/source/{citation.document_id}?start={citation.start}&end={citation.end}"
        assert link["href"].startswith(wanted)
        assert f"Source {citation.n}, {citation.title}, page" in link["aria-label"]


async def test_every_source_leads_back_to_what_cites_it(visit):
    _, page = await visit(ANSWERED)
    back = [link["href"] for link in page.select(".sources .back")]
    assert back == ["#said-1", "#said-2", "#ask-1"]
    assert all(page.select_one(href) for href in back)


async def test_an_address_without_a_day_is_completed_so_that_it_keeps_its_meaning(visit):
    reply, _ = await visit("/answers?question=Why%3F&kind=audit&since=2024")
    today = date.today().isoformat()
    assert reply.status_code == 303
    wanted = f"/answers?question=Why%3F&kind=audit&since=2024&as_of={today}&library=v7"
    assert reply.headers["location"] == wanted


async def test_the_filters_of_an_address_are_those_of_the_question_asked(visit, assistant):
    await visit(ANSWERED + "&kind=audit&organisation=Exmoor&since=2024&until=2025-06")
    question, filters, day = assistant.asked[-1]
    assert (question, day) == ("Why?", date(2026, 1, 1))
    assert (filters.kinds, filters.organisations) == (("audit",), ("Exmoor",))
    assert (filters.since, filters.until) == ("2024", "2025-06")


async def test_days_typed_into_a_page_are_read_as_people_write_them(visit, assistant):
    await visit("/answers?question=Why%3F&since=March+2024&until=30/06/2025&as_of=1+January+2026&library=v7")
    _, filters, *_ = assistant.asked[0]
    assert (filters.since, filters.until) == ("2024-03", "2025-06-30")
    _, page = await visit("/answers?question=Why%3F&since=soon&as_of=2026-01-01&library=v7")
    assert "31/03/2024" in page.text


async def test_an_address_made_for_another_state_of_the_library_says_so(visit):
    _, page = await visit(ANSWERED.replace("v7", "v6"))
    assert "has changed since" in page.select_one(".notice").text
    assert (await visit(ANSWERED))[1].select_one(".notice") is None


async def test_a_refusal_names_the_nearest_passages_and_no_statement(visit):
    _, page = await visit(ANSWERED.replace("Why", "the+moon"))
    assert page.select_one(".badge").text == "Not found in the documents"
    assert page.select(".nearest li")
    assert not page.select("#said-1, .sources")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ("question=+", "question"),
        ("question=" + "a" * 2001, "question"),
        ("question=Why&since=2024-13", "since"),
        ("question=Why&as_of=tomorrow", "as_of"),
    ],
)
async def test_a_question_that_cannot_be_asked_comes_back_with_what_is_wrong(visit, assistant, wrong, field):
    reply, page = await visit(f"/answers?{wrong}")
    assert (reply.status_code, assistant.asked) == (422, [])
    assert page.select_one("[role=alert] a")["href"] == f"#{field}"
    assert page.select_one(f"#{field}")["aria-describedby"].endswith(f"{field}-fault")


async def test_a_problem_is_a_page_for_a_browser_and_a_problem_document_for_a_program(visit, assistant):
    assistant.failure = LibraryBusyError("The library is busy.", "Try again in a moment.")
    reply, page = await visit(ANSWERED)
    assert (reply.status_code, page.h1.text, reply.headers["retry-after"]) == (
        503,
        "The library is busy.",
        "10",
    )
    assert page.select_one(".lead").text == "Try again in a moment."
    reply, _ = await visit("/v1/documents")
    assert reply.headers["content-type"] == "application/problem+json"


async def test_a_source_is_marked_within_its_page(visit, assistant):
    cited = assistant.answer.citations[0]
    _, page = await visit(f"/source/{cited.document_id}?start={cited.start}&end={cited.end}")
    assert page.mark.text == cited.quote
    assert (await visit(f"/source/{cited.document_id}?start=5&end=99999"))[0].status_code == 422


async def test_the_board_names_every_verdict_and_leads_to_its_ledger(visit, assistant):
    _, page = await visit("/questions?as_of=2026-01-01&period=2024")
    row = page.select_one(".board > li")
    assert (row.select_one(".badge").text, row.select_one(".counts").text) == (
        "Evidenced in part",
        "1 for · 1 against · 1 silent",
    )
    assert row.a["href"] == "/questions/feedback?period=2024&as_of=2026-01-01"
    assert assistant.weighed[-1][1]["as_of"] == date(2026, 1, 1)


async def test_what_to_ask_first_shows_the_words_that_each_challenge_leans_on(visit):
    _, page = await visit("/questions?as_of=2026-01-01")
    asked = page.select_one(".first li")
    assert "What shaped the plan instead?" in asked.text
    assert SECOND in asked.blockquote.text
    assert asked.select_one(".mark")["aria-label"].startswith("Source 1, Multi-agency audit")


async def test_a_ledger_shows_both_sides_the_silence_and_what_to_ask(visit):
    _, page = await visit("/questions/feedback?as_of=2026-01-01")
    assert FIRST in page.select_one(".side.for").text
    assert page.select_one(".side.for li")["value"] == "1"
    assert page.select_one(".side.for li code").text == "feedback:1"
    assert SECOND in page.select_one(".side.against").text
    assert "What fathers say" in page.select_one(".silence").text
    assert "What shaped the plan instead?" in page.select_one(".challenges").text
    assert page.select_one(".table td .mark")["aria-label"].startswith("Source 1")
    assert [link["href"] for link in page.select(".back")] == ["#for-1", "#against-1", "#ask-1"]
    assert all(page.select_one(link["href"]) for link in page.select(".back"))


async def test_what_a_list_has_chosen_stands_in_its_address_and_can_be_taken_back(visit, assistant):
    _, page = await visit("/recommendations?theme=children%27s+voice&sort=lacking")
    assert assistant.listed[-1][0].themes == ("children's voice",)
    chosen = page.select_one('.chips a[aria-current]:-soup-contains("voice")')
    assert chosen["href"] == "/recommendations?sort=lacking"


async def test_what_was_made_before_stands_beside_the_earlier_words_and_the_nearest_are_to_be_read(
    visit, assistant, monkeypatch
):
    cited = (cited_as(1, FIRST), cited_as(2, FIRST))
    again = AskedAgain(ENTRY, replace(ENTRY, id="b"), 1, 2, 9.5, ("neglect",))
    other = AskedAgain(replace(ENTRY, id="c"), ENTRY, 2, 1, 4.0, (), sure=False)
    register = replace(REGISTER, repeats=(again,), nearest=(other, other), citations=cited)
    asked = []
    monkeypatch.setattr(
        assistant, "recommendations", lambda selection, **options: asked.append(options) or register
    )
    _, page = await visit("/recommendations/repeats")
    assert asked == [{"repeats": True, "nearest": 2}]
    assert page.select_one("h1").text == "1 recommendation made before by an earlier paper"
    assert [one.text for one in page.select(".pair .tag")] == ["Latest", "Before"]
    assert [one.text for one in page.select("[aria-labelledby=nearest] .tag")] == [
        "Made",
        "Nearest",
        "Nearest",
    ]


async def test_recommendations_are_chosen_by_area_too(visit, assistant):
    await visit("/recommendations?subject=Exmoor")
    assert assistant.listed[-1][0].subject == "Exmoor"


@pytest.mark.parametrize("name", ["theme", "agency"])
async def test_actions_are_chosen_by_theme_and_agency_as_on_the_command_line(visit, assistant, name):
    with library_of([GOLD / "elmwick"]) as library:
        register = track(library, as_of="2024-12-15")
    assistant.actions = lambda **options: register
    held = [set(action.themes if name == "theme" else action.agencies) for action in register.actions]
    value = sorted(set().union(*held))[0]
    _, page = await visit("/actions?" + urlencode({"as_of": "2024-12-15", name: value}))
    wanted = len(sifted(register, **{name: [value]}).actions)
    assert wanted < len(register.actions)
    assert page.select_one("h1").text.startswith(f"{wanted} action")
    assert page.select_one(f'.chips a[aria-current]:-soup-contains("{value}")')


async def test_smart_letters_are_words_for_whoever_cannot_see_them(visit):
    _, page = await visit("/recommendations")
    letters = [one.text for one in page.select(".entries .smart li .hidden")]
    assert letters[0] == "specific: met"
    assert letters[-1] == "time-bound: missing"


@pytest.mark.parametrize(
    "address",
    ["/actions?as_of=soon", "/questions?as_of=2025-13-01", "/questions?as_of=2025-01-01&framework=../x"],
)
async def test_an_address_that_makes_no_sense_is_a_problem_page(visit, address):
    reply, page = await visit(address)
    assert (reply.status_code, page.select_one(".kicker").text) == (422, "Problem 422")


async def test_no_page_holds_script_or_style_or_names_another_host(visit):
    for address in (*PAGES, ANSWERED.replace("Why", "moon"), "/nowhere"):
        reply, page = await visit(address)
        policy = reply.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert not page.select("style, script:not([src]), [style]")
        outside = [tag for tag in page.select("[href], [src], [action]") if "//" in str(tag)[:300]]
        assert outside == []


async def test_a_way_back_never_leads_to_another_site(visit, assistant):
    for foreign in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"):
        _, page = await visit(f"/source/{assistant.document.id}?start=0&end=4&back={foreign}")
        assert page.select_one("main a")["href"] == "/"


async def test_what_documents_say_is_shown_and_never_acted_on(visit, assistant):
    hostile = "<img src=x onerror=alert(1)>\x1b[2J\u202e<b>"
    assistant.answer = replace(
        assistant.answer, verdict=hostile, citations=(replace(assistant.answer.citations[0], title=hostile),)
    )
    _, page = await visit(ANSWERED)
    assert not page.select("main img, main b")
    assert "<img src=x onerror=alert(1)>[2J<b>" in page.select_one(".verdict").text
