"""The service: who is let in, how answers stream, what may be sent, and what is logged."""

import asyncio
import json
import socket
import threading
import time
from datetime import date

import httpx
import pytest
import uvicorn
from anyio import from_thread

from assistant.access.key_ring import KeyRing
from assistant.api.app import build_app
from assistant.api.audit import audit_file
from assistant.api.limits import Limits, TokenBucket
from assistant.settings import Settings
from ingest.errors import LibraryDamagedError

TODAY = date(2026, 1, 2)
QUESTION = {"question": "Why?"}


@pytest.fixture
def ring(tmp_path):
    return KeyRing(tmp_path)


@pytest.fixture
def service(assistant, ring, tmp_path, monkeypatch):
    """Makes the service that only key holders may use, with a client of it."""
    monkeypatch.setattr("assistant.crash._log_folder", lambda: tmp_path)
    assistant.settings = Settings(tmp_path)

    def make(**options):
        app = build_app(assistant, ring, **{"keys_needed": True} | options)
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url="http://localhost")

    return make


def bearer(ring, *scopes, labels=None):
    _, token = ring.create("someone", scopes or ["read"], labels, TODAY)
    return {"authorization": f"Bearer {token}"}


async def test_without_a_valid_key_nobody_is_let_in(service, ring):
    client, good = service(), bearer(ring)["authorization"]
    for sent in (None, "Bearer", "Bearer x", "Basic " + good[7:], good + "x", good[:-1]):
        reply = await client.post(
            "/v1/answers", json=QUESTION, headers={"authorization": sent} if sent else {}
        )
        assert (reply.status_code, reply.headers["www-authenticate"]) == (401, "Bearer")
    assert (
        await client.post("/v1/answers", json=QUESTION, headers={"authorization": good})
    ).status_code == 200


async def test_a_revoked_key_is_refused_at_once(service, ring):
    client, headers = service(), bearer(ring)
    ring.revoke(ring.all()[0].id, TODAY)
    assert (await client.get("/v1/documents", headers=headers)).status_code == 401


async def test_a_key_may_do_what_its_scopes_say_and_no_more(service, ring):
    client, headers = service(), bearer(ring, "check")
    check = {"text": "Ensure that staff are trained.", "each_line": True}
    assert (await client.post("/v1/checks", json=check, headers=headers)).status_code == 200
    reply = await client.get("/v1/documents", headers=headers)
    assert (reply.status_code, "“read”" in reply.json()["detail"]) == (403, True)


async def test_a_key_with_labels_gets_the_restricted_assistant(service, ring, assistant):
    await service().get("/v1/documents", headers=bearer(ring, labels=["health"]))
    assert assistant.restricted_to == ("health",)


def test_no_secret_is_stored_and_only_the_owner_may_read_the_file(ring):
    _, token = ring.create("someone", ["read"], None, TODAY)
    _, _, secret = token.split("_", 2)  # a secret may hold “_” itself
    assert len(secret) >= 43
    assert secret not in ring.file.read_text()
    assert ring.file.stat().st_mode & 0o077 == 0


async def test_too_many_requests_are_told_when_to_come_back(service, ring):
    client, headers = service(limits=Limits(rate=2)), bearer(ring)
    replies = [await client.get("/v1/documents", headers=headers) for _ in range(3)]
    assert [reply.status_code for reply in replies] == [200, 200, 429]
    assert 1 <= int(replies[-1].headers["retry-after"]) <= 30


def test_the_bucket_fills_again():
    now = [0.0]
    bucket = TokenBucket(60, lambda: now[0])
    assert [bucket.take("a") for _ in range(61)] == [0.0] * 60 + [1.0]
    now[0] = 1.0
    assert (bucket.take("a"), bucket.take("a"), bucket.take("b")) == (0.0, 1.0, 0.0)


async def test_the_log_says_who_did_what_and_no_content(service, ring, tmp_path):
    client, headers = service(audit=audit_file(tmp_path / "audit.jsonl")), bearer(ring)
    reply = await client.post("/v1/answers", json={"question": "Who is Ivy?"}, headers=headers)
    await client.get("/v1/documents/voice-audit.pdf", headers=headers | {"x-request-id": "mine-7"})
    written = (tmp_path / "audit.jsonl").read_text()
    lines = [json.loads(line) for line in written.splitlines()]
    assert [line["route"] for line in lines] == ["/v1/answers", "/v1/documents/{document}"]
    assert [line["request_id"] for line in lines] == [reply.headers["x-request-id"], "mine-7"]
    assert lines[0]["key"] == ring.all()[0].id
    assert not any(word in written for word in ("Ivy", "voice-audit", headers["authorization"][-20:]))


async def test_an_upload_is_checked_under_its_own_name_and_not_kept(service, ring, tmp_path):
    files = {"file": ("../../etc/plan.md", b"# Recommendations\n\n1. Ensure that staff are trained.\n")}
    reply = await service().post("/v1/checks/upload", files=files, headers=bearer(ring, "check"))
    assert reply.status_code == 200
    assert {item["path"] for item in reply.json()["recommendations"]} == {"plan.md"}


async def test_what_papers_had_asked_is_told_only_to_who_may_read_them(service, ring):
    client, text = service(), b"# Recommendations\n\n1. Ensure that staff are trained.\n"
    for scopes, status in ((("check",), 403), (("check", "read"), 200)):
        _, token = ring.create("someone", scopes, None, TODAY)
        headers, asked = {"authorization": f"Bearer {token}"}, {"repeats": "true"}
        sent = {"files": {"file": ("plan.md", text)}, "data": asked}
        replies = [
            await client.post("/v1/checks/upload", headers=headers, **sent),
            await client.post("/v1/checks", json={"text": text.decode(), "nearest": 2}, headers=headers),
        ]
        assert [reply.status_code for reply in replies] == [status] * 2
    for reply in replies:
        (one,) = reply.json()["recommendations"]
        assert one["findings"][-1]["earlier"]["citation"]["document"] == "voice-audit.pdf"


async def test_the_day_on_which_a_check_judges_is_handed_on(service, ring, assistant):
    client, headers = service(), bearer(ring, "check")
    text = "1. Ensure that staff are trained."
    asked = {"text": text, "as_of": "2025-03-31"}
    assert (await client.post("/v1/checks", json=asked, headers=headers)).status_code == 200
    sent = {"files": {"file": ("plan.md", text.encode())}, "data": {"as_of": "2025-04-01"}}
    assert (await client.post("/v1/checks/upload", headers=headers, **sent)).status_code == 200
    assert assistant.checked_as_of == [date(2025, 3, 31), date(2025, 4, 1)]
    wrong = {"text": text, "as_of": "2025-02-30"}
    assert (await client.post("/v1/checks", json=wrong, headers=headers)).status_code == 422


async def test_an_upload_that_is_no_text_is_said_to_be_unreadable(service, ring):
    files = {"file": ("paper", b"\x7fELF\x02\x01\x01" + bytes(9) + bytes(range(256)) * 40)}
    reply = await service().post("/v1/checks/upload", files=files, headers=bearer(ring, "check"))
    assert [one["code"] for one in reply.json()["findings"]] == ["SM903"]


async def test_a_large_upload_is_refused_however_it_is_sent(service, ring):
    client, headers = service(limits=Limits(upload=10_000)), bearer(ring, "check")
    files = {"file": ("a.md", b"x" * 20_000)}
    assert (await client.post("/v1/checks/upload", files=files, headers=headers)).status_code == 413


async def test_ingest_is_a_job_that_only_its_owner_sees(service, ring, assistant):
    client, mine, other = service(), bearer(ring, "ingest"), bearer(ring, "ingest")
    started = await client.post("/v1/jobs", files={"files": ("a.pdf", b"%PDF")}, headers=mine)
    assert started.status_code == 202
    while (job := (await client.get(started.headers["location"], headers=mine)).json())["state"] != "done":
        await asyncio.sleep(0.01)
    assert job["report"]["counts"]["added"] == 1
    paths, label = assistant.ingested[0]
    assert (label, paths[0].name, paths[0].exists()) == ("standard", "a.pdf", False)
    assert (await client.get(started.headers["location"], headers=other)).status_code == 404


async def test_a_key_cannot_add_under_a_label_it_may_not_see(service, ring, assistant):
    headers = bearer(ring, "ingest", labels=["health"])
    sent = {"files": {"files": ("a.pdf", b"%PDF")}, "data": {"label": "police"}}
    assert (await service().post("/v1/jobs", headers=headers, **sent)).status_code == 422
    assert assistant.ingested == []


async def test_an_original_is_a_download_and_never_a_page(service, ring):
    reply = await service().get("/v1/documents/voice-audit.pdf/original", headers=bearer(ring))
    assert reply.headers["content-type"] == "application/octet-stream"
    assert reply.headers["content-disposition"] == "attachment; filename*=UTF-8''voice-audit.pdf"


async def test_a_page_is_its_slice_of_the_text(service, ring, assistant):
    client, headers = service(), bearer(ring)
    page = (await client.get("/v1/documents/voice-audit.pdf/pages/1", headers=headers)).json()
    assert page["text"] == assistant.document.text[page["start"] : page["end"]]
    assert (await client.get("/v1/documents/voice-audit.pdf/pages/2", headers=headers)).status_code == 404


async def test_the_reference_needs_no_script_and_nothing_from_elsewhere(service):
    page = await service().get("/docs")
    assert page.status_code == 200
    assert "<script" not in page.text
    assert "http" not in page.text.replace("http-equiv", "")
    assert "/v1/answers" in page.text


# ── events, over a real server: what goes wrong there does not show in a test client ─────────────────────


class Address(str):
    """Where a service runs, and how it is told to stop."""

    def __new__(cls, text, stop):
        made = super().__new__(cls, text)
        made.stop = stop
        return made


@pytest.fixture
def address(assistant, tmp_path, monkeypatch):
    """A service that runs on this machine, in a thread."""
    monkeypatch.setattr("assistant.crash._log_folder", lambda: tmp_path)
    assistant.settings = Settings(tmp_path)
    listening = socket.create_server(("127.0.0.1", 0))
    app = build_app(assistant)
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield Address(f"http://127.0.0.1:{listening.getsockname()[1]}", app.state.stopping.set)
    server.should_exit = True
    thread.join()


def events_of(address, question):
    """The events of an answer: (name, data)."""
    headers = {"accept": "text/event-stream"}
    reply = httpx.post(f"{address}/v1/answers", json={"question": question}, headers=headers)
    assert reply.headers["content-type"].startswith("text/event-stream")
    blocks = [
        dict(line.split(": ", 1) for line in block.splitlines())
        for block in reply.text.split("\n\n")
        if block
    ]
    assert [int(block["id"]) for block in blocks] == list(range(len(blocks)))
    return [(block["event"], json.loads(block["data"])) for block in blocks]


def test_an_answer_streams_and_ends_with_the_whole_of_it(address):
    events = events_of(address, "Why?")
    names = [name for name, _ in events]
    assert names == ["answer.created", "retrieval.done", *["statement.added"] * 2, "answer.completed"]
    assert (events[1][1]["documents"], events[1][1]["passages"]) == (1, 3)
    whole = httpx.post(f"{address}/v1/answers", json=QUESTION).json()
    assert events[-1][1]["answer"] == whole
    assert [data["statement"] for name, data in events if name == "statement.added"] == whole["statements"]


def test_a_refusal_ends_as_one(address):
    assert [name for name, _ in events_of(address, "The moon?")] == [
        "answer.created",
        "retrieval.done",
        "answer.refused",
    ]


@pytest.mark.parametrize(
    "failure", [LibraryDamagedError("It broke.", "Restore."), ZeroDivisionError("secret")]
)
def test_a_failure_in_the_stream_is_its_one_terminal_event(address, assistant, failure):
    assistant.failure = failure
    events = events_of(address, "Why?")
    assert [name for name, _ in events] == ["answer.created", "answer.failed"]
    assert events[-1][1]["detail"]
    assert "secret" not in str(events)


def test_a_service_that_stops_ends_the_stream_as_it_should(assistant, address, monkeypatch):
    monkeypatch.setattr("assistant.api.asking.GRACE_SECONDS", 0.05)
    released, at_once = threading.Event(), assistant.ask
    assistant.ask = lambda question, **more: (
        (from_thread.run_sync(address.stop), released.wait(10)) and at_once(question, **more)
    )
    events = events_of(address, "Why?")
    released.set()
    assert [name for name, _ in events] == ["answer.created", "answer.failed"]
    assert events[-1][1]["detail"] == "The service is being stopped."


def test_a_bad_request_for_events_fails_with_its_status(address):
    headers = {"accept": "text/event-stream"}
    assert httpx.post(f"{address}/v1/answers", json={}, headers=headers).status_code == 422
