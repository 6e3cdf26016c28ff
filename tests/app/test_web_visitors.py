"""Who may see the web pages, how they sign in, and that no other site's form can change anything."""

from dataclasses import replace
from datetime import date

import httpx
import pytest
from app.conftest import FakeAssistant
from bs4 import BeautifulSoup

from assistant.access.key_ring import KeyRing
from assistant.api.app import build_app
from assistant.journal.weighing import Weighing
from assistant.settings import Settings

HERE = "http://localhost"
PAGE = {"accept": "text/html"}
CHALLENGE = {"text": "Who is better off?", "question": "impact", "owner": "The board"}


@pytest.fixture
def ring(tmp_path):
    return KeyRing(tmp_path)


@pytest.fixture
async def browser(assistant, ring, tmp_path, monkeypatch):
    """A client that keeps cookies, of the service that answers to holders of a key only."""
    monkeypatch.setattr("assistant.crash._log_folder", lambda: tmp_path)
    assistant.settings = Settings(tmp_path)
    transport = httpx.ASGITransport(build_app(assistant, ring, keys_needed=True), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=HERE, headers=PAGE) as client:
        yield client


async def sign_in(browser, ring, scopes=("read",), labels=None, **more):
    _, token = ring.create("Chair", scopes, labels, date(2026, 1, 2))
    form = {"key": token, "next": "/documents"} | more
    return await browser.post("/sign-in", data=form, headers={"origin": HERE})


@pytest.mark.parametrize(
    "page", ["/", "/answers?question=Why", "/questions", "/recommendations", "/actions", "/documents"]
)
async def test_without_a_key_every_page_leads_to_the_sign_in_form_and_back(browser, assistant, page):
    reply = await browser.get(page)
    assert reply.status_code == 303
    form = await browser.get(reply.headers["location"])
    assert f'name="next" value="{page}"' in form.text
    assert (assistant.asked, assistant.weighed, assistant.listed) == ([], [], [])


async def test_signing_in_sets_one_cookie_that_no_script_and_no_other_site_can_use(browser, ring):
    reply = await sign_in(browser, ring)
    cookie = reply.headers["set-cookie"].lower()
    assert (reply.status_code, reply.headers["location"]) == (303, "/documents")
    assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/"))
    assert "expires" not in cookie
    assert (await browser.get("/documents")).status_code == 200


async def test_the_cookie_opens_pages_and_not_the_interface_for_programs(browser, ring):
    await sign_in(browser, ring)
    assert (await browser.get("/v1/documents")).status_code == 401


async def test_a_wrong_key_is_refused_and_sets_nothing(browser, ring):
    reply = await sign_in(browser, ring, key="sk_0_wrong")
    assert (reply.status_code, "set-cookie" in reply.headers) == (401, False)
    assert "no valid key" in reply.text


async def test_signing_in_never_leads_to_another_site(browser, ring):
    reply = await sign_in(browser, ring, next="//evil.example")
    assert reply.headers["location"] == "/"


async def test_a_revoked_key_or_signing_out_closes_the_pages_again(browser, ring):
    await sign_in(browser, ring)
    await browser.post("/sign-out", headers={"origin": HERE})
    assert (await browser.get("/documents")).status_code == 303
    await sign_in(browser, ring)
    for key in ring.all():
        ring.revoke(key.id, date(2026, 1, 2))
    assert (await browser.get("/documents")).status_code == 303


async def test_a_key_with_labels_sees_its_documents_only_and_not_the_challenge_log(browser, ring, assistant):
    await sign_in(browser, ring, labels=["health"])
    await browser.get("/documents")
    assert assistant.restricted_to == ("health",)
    assert (await browser.get("/challenges")).status_code == 403


@pytest.mark.parametrize("origin", [None, "null", "https://evil.example", "http://localhost.evil.example"])
@pytest.mark.parametrize("form", ["/challenges", "/challenges/C1/entries", "/documents", "/sign-out"])
async def test_a_form_that_another_site_sends_changes_nothing(browser, ring, assistant, origin, form):
    await sign_in(browser, ring, scopes=("read", "write", "ingest"))
    headers = {"origin": origin} if origin else {}
    reply = await browser.post(form, data=CHALLENGE, headers=headers)
    assert reply.status_code == 403
    assert assistant.ingested == []


async def test_a_challenge_goes_into_the_log_under_the_name_of_the_key(browser, ring):
    await sign_in(browser, ring, scopes=("read", "write"))
    reply = await browser.post("/challenges", data=CHALLENGE, headers={"origin": HERE})
    assert (reply.status_code, reply.headers["location"]) == (303, "/challenges#C1")


async def test_a_challenge_is_taken_from_the_ledger_it_stands_in(browser, ring, assistant):
    put = []
    assistant.put_challenge = lambda text, **given: (
        put.append(given) or FakeAssistant.put_challenge(assistant, text, **given)
    )
    await sign_in(browser, ring, scopes=("read", "write"))
    ledger = await browser.get("/questions/feedback?subject=Exmoor&period=2023-24&as_of=2026-01-01")
    link = BeautifulSoup(ledger.text, "html.parser").select_one(".challenges a.nowrap")["href"]
    form = BeautifulSoup((await browser.get(link)).text, "html.parser").select_one(
        "form[action='/challenges']"
    )
    kept = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
    await browser.post("/challenges", data=CHALLENGE | kept, headers={"origin": HERE})
    assert put[0]["copied"] == "feedback:1"
    assert put[0]["weighing"] == Weighing("Exmoor", "2023-24", None, date(2026, 1, 1))


async def test_a_key_that_may_only_read_is_offered_no_form_and_refused_without_one(browser, ring):
    await sign_in(browser, ring)
    assert "<form" not in (await browser.get("/challenges")).text.split("<main")[1].split("</main")[0]
    reply = await browser.post("/challenges", data=CHALLENGE, headers={"origin": HERE})
    assert reply.status_code == 403


async def test_the_pack_comes_with_the_cookie_and_only_to_who_may_see_every_label(browser, ring):
    await sign_in(browser, ring)
    assert "/packs/docx?as_of=2026-01-01" in (await browser.get("/questions?as_of=2026-01-01")).text
    assert (await browser.get("/packs/docx")).status_code == 404  # what the fake's pack says
    await sign_in(browser, ring, labels=["health"])
    assert "/packs/" not in (await browser.get("/questions?as_of=2026-01-01")).text
    assert (await browser.get("/packs/docx")).status_code == 403


async def test_a_question_within_a_conversation_is_kept_as_the_visitors_own(browser, ring, assistant):
    await sign_in(browser, ring)
    plain = assistant.ask
    assistant.ask = lambda question, **more: replace(
        plain(question, **more), understood="Why health?" if "conversation" in more else ""
    )
    reply = await browser.get("/answers?question=And+health%3F&conversation=board")
    assert reply.status_code == 303
    assert "question=Why+health%3F" in reply.headers["location"]
    (holder, name), turns = assistant.kept.popitem()
    assert (holder, name, len(turns)) == (ring.all()[0].id, "board", 1)
    page = await browser.get(reply.headers["location"])
    assert "goes on in the conversation “board”" in page.text
    assert assistant.kept == {}, "opening the answer again adds nothing"


async def test_a_conversation_is_read_again_and_deleted_by_whom_it_belongs_to(browser, ring, assistant):
    await sign_in(browser, ring)
    assert "No conversation is kept" in (await browser.get("/conversations")).text
    await browser.get("/answers?question=Why%3F&conversation=2024%2F25+<b>")
    assert "2024/25 &lt;b&gt;" in (await browser.get("/conversations")).text
    kept = await browser.get("/conversations/kept?name=2024%2F25+<b>")
    assert "Children were seen alone in 14 of 20 audited cases." in kept.text
    form, there = {"name": "2024/25 <b>"}, {"origin": HERE}
    assert (await browser.post("/conversations/deleted", data=form)).status_code == 403
    await sign_in(browser, ring)
    assert (await browser.post("/conversations/deleted", data=form, headers=there)).status_code == 404
    assert len(assistant.kept) == 1


async def test_another_site_cannot_add_to_a_conversation(browser, ring, assistant):
    await sign_in(browser, ring)
    asked = "/answers?question=Why%3F&conversation=board"
    for door in (asked, asked.replace("?", "/stream?", 1)):
        assert (await browser.get(door, headers={"sec-fetch-site": "cross-site"})).status_code == 403
    assert assistant.asked == []
    await browser.get(asked, headers={"sec-fetch-site": "same-origin"})
    assert len(assistant.asked) == 1


VAGUE = "Agencies should consider how best to develop curiosity <b>and</b> \x1b[31mcare\x1b[0m."
REPORT = f"Recommendations\n\n1. {VAGUE}\n".encode()


@pytest.mark.parametrize(
    "form",
    [
        {"files": {"file": ("../../report.txt", REPORT)}},
        {"data": {"text": VAGUE, "each_line": "true"}},
    ],
    ids=["file", "pasted"],
)
async def test_what_is_checked_is_shown_with_what_to_ask_for_and_is_not_kept(browser, ring, tmp_path, form):
    await sign_in(browser, ring, ("check",))
    kept = {path for path in tmp_path.rglob("*") if path.is_file()}
    reply = await browser.post("/check", headers={"origin": HERE}, **form)
    shown = BeautifulSoup(reply.text, "html.parser")
    assert shown.h1.text == "1 recommendation, 0 of them SMART"
    assert "curiosity <b>and</b>" in shown.select_one(".entries blockquote").text
    assert "SM501" in [code.text for code in shown.select(".findings code")]
    assert "\x1b" not in reply.text
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == kept


async def test_pasted_text_stands_in_the_form_again_to_be_mended(browser, ring):
    await sign_in(browser, ring, ("check",))
    reply = await browser.post("/check", data={"text": "Audit 30 cases by May."}, headers={"origin": HERE})
    assert BeautifulSoup(reply.text, "html.parser").textarea.text.strip() == "Audit 30 cases by May."


async def test_what_papers_had_asked_is_quoted_with_its_place_for_who_may_read_them(browser, ring, assistant):
    form = {"text": VAGUE, "each_line": "true", "repeats": "true", "as_of": "31 March 2025"}
    await sign_in(browser, ring, ("check",))
    assert 'name="repeats"' not in (await browser.get("/check")).text
    await sign_in(browser, ring, ("check", "read"))
    shown = BeautifulSoup(
        (await browser.post("/check", data=form, headers={"origin": HERE})).text, "html.parser"
    )
    (found,) = [one for one in shown.select(".findings li") if "SM705" in one.text]
    assert found.blockquote.text == "“Children were seen alone in 14 of 20 audited cases.”"
    assert found.select_one("a.mark")["href"].startswith("/source/")
    assert "open, overdue" in found.text
    assert shown.select_one("input[name=repeats]").has_attr("checked")
    assert shown.select_one("input[name=as_of]")["value"] == "31 March 2025"
    assert assistant.checked_as_of == [date(2025, 3, 31)]


@pytest.mark.parametrize(
    ("scopes", "headers", "form", "status"),
    [
        (("check",), {"origin": HERE}, {"text": "  "}, 422),
        (("check",), {"origin": HERE}, {"text": VAGUE, "repeats": "true"}, 403),
        (("check",), {"origin": HERE}, {"text": VAGUE, "as_of": "last week"}, 422),
        (("check",), {"origin": "http://elsewhere"}, {"text": VAGUE}, 403),
        (("read",), {"origin": HERE}, {"text": VAGUE}, 403),
    ],
    ids=[
        "nothing",
        "beside papers that may not be read",
        "as on no day",
        "from elsewhere",
        "without the scope",
    ],
)
async def test_a_check_that_cannot_be_made_says_why(browser, ring, scopes, headers, form, status):
    await sign_in(browser, ring, scopes)
    reply = await browser.post("/check", data=form, headers=headers)
    assert reply.status_code == status
    assert BeautifulSoup(reply.text, "html.parser").h1.text
