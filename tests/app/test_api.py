"""The HTTP service: the command line's JSON, and a problem for every error."""

import json
from datetime import date

import httpx
import jsonschema
import pytest

from assistant.api.app import build_app
from assistant.machine.text import schema_of
from assistant.settings import Settings
from ingest.errors import LibraryBusyError, LibraryDamagedError, NoLibraryError


@pytest.fixture
async def client(assistant, monkeypatch, tmp_path):
    monkeypatch.setattr("assistant.crash._log_folder", lambda: tmp_path)
    transport = httpx.ASGITransport(build_app(assistant), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        yield client


def check_problem(reply, status):
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["status"] == status
    assert reply.json()["detail"]
    assert reply.json()["next_step"]


async def test_an_answer_is_the_very_json_of_the_command_line(client, scrutiny):
    reply = await client.post("/v1/answers", json={"question": "Why?"})
    assert reply.status_code == 200
    assert reply.json() == json.loads(scrutiny("ask", "Why?", "--json").out)


async def test_a_refusal_is_a_success(client):
    reply = await client.post("/v1/answers", json={"question": "What about the moon?"})
    assert (reply.status_code, reply.json()["outcome"]) == (200, "not_found")


async def test_filters_and_date_reach_the_assistant(client, assistant):
    filters = {"kinds": ["audit"], "documents": ["voice-audit.pdf"], "since": "2020"}
    await client.post("/v1/answers", json={"question": "Why?", "filters": filters, "as_of": "2025-02-03"})
    _, given, as_of = assistant.asked[0]
    assert (given.kinds, given.documents, given.since) == (("audit",), (assistant.document.id,), "2020")
    assert as_of == date(2025, 2, 3)


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("/v1/search?query=children&k=3&kinds=audit", "search"),
        ("/v1/documents?kinds=audit", "documents"),
        ("/v1/documents/voice-audit.pdf", "show"),
    ],
)
async def test_replies_fit_the_shipped_schemas(client, path, schema):
    reply = await client.get(path)
    assert reply.status_code == 200
    jsonschema.Draft202012Validator(schema_of(schema)).validate(reply.json())


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/question"),
        ({"question": "  "}, "/question"),
        ({"question": "x" * 2001}, "/question"),
        ({"question": "Why?", "filter": {}}, "/filter"),
        ({"question": "Why?", "filters": {"kinds": ["novel"]}}, "/filters/kinds/0"),
        ({"question": "Why?", "filters": {"since": "2024-13"}}, "/filters/since"),
        ({"question": "Why?", "as_of": "soon"}, "/as_of"),
    ],
)
async def test_a_wrong_request_is_422_and_points_at_the_field(client, body, pointer):
    reply = await client.post("/v1/answers", json=body)
    check_problem(reply, 422)
    assert [error["pointer"] for error in reply.json()["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("failure", "status"),
    [
        (NoLibraryError("There is no library.", "Ingest."), 503),
        (LibraryBusyError("Process 7 is writing.", "Wait."), 503),
        (LibraryDamagedError("It does not hold together.", "Restore it."), 500),
        (ZeroDivisionError("secret"), 500),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_a_failure_is_a_problem(client, assistant, failure, status):
    assistant.failure = failure
    reply = await client.post("/v1/answers", json={"question": "Why?"})
    check_problem(reply, status)
    assert "secret" not in reply.text


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("/v1/actions?due=overdue", ("timing", "owners", "single_agency")),
        ("/v1/search?query=x&tpoic=y", ("kinds", "since", "k")),
        ("/v1/nothing", ("/docs",)),
    ],
)
async def test_a_problem_says_what_to_do_and_which_fields_there_are(client, address, named):
    reply = await client.get(address)
    assert [name for name in named if name not in reply.json()["next_step"]] == []


async def test_fields_within_fields_are_named_too(client):
    reply = await client.post("/v1/answers", json={"question": "Why?", "filters": {"kind": ["audit"]}})
    assert "kinds, organisations, documents" in reply.json()["next_step"]


async def test_a_body_that_is_not_json_is_said_to_be_none(client):
    reply = await client.post(
        "/v1/answers", content=b"{question: 1}", headers={"content-type": "application/json"}
    )
    (fault,) = reply.json()["errors"]
    assert fault["pointer"] == ""
    assert fault["detail"].startswith("The body is not JSON")
    assert "JSON object" in reply.json()["next_step"]


@pytest.mark.parametrize("day", ["30/06/2025", "30 June 2025", "2025-06-30"])
async def test_days_are_taken_as_people_write_them(client, assistant, day):
    body = {"question": "Why?", "as_of": day, "filters": {"since": "June 2024"}}
    assert (await client.post("/v1/answers", json=body)).json()["as_of"] == "2025-06-30"
    assert assistant.asked[0][1].since == "2024-06"


async def test_actions_are_chosen_as_on_the_command_line(client):
    chosen = "status=open&timing=overdue&owners=police&themes=neglect&agencies=health&single_agency=true"
    assert (await client.get(f"/v1/actions?{chosen}")).status_code == 200
    reply = await client.get("/v1/actions?timing=soon")
    assert "overdue" in reply.json()["errors"][0]["detail"]


async def test_recommendations_are_those_of_an_area_where_that_is_asked(client, assistant):
    assert (await client.get("/v1/recommendations?subject=Exmoor")).status_code == 200
    assert assistant.listed[-1][0].subject == "Exmoor"


async def test_earlier_recommendations_to_be_read_are_given_where_that_is_asked(client, assistant):
    assert (await client.get("/v1/recommendations?nearest=2")).json()["nearest"] == []
    assert assistant.listed[-1][1]["nearest"] == 2
    check_problem(await client.get("/v1/recommendations?nearest=99"), 422)


async def test_unknown_paths_documents_and_methods_are_problems(client):
    check_problem(await client.get("/v2"), 404)
    check_problem(await client.get("/v1/documents/none"), 404)
    reply = await client.get("/v1/answers")
    check_problem(reply, 405)
    assert reply.headers["allow"] == "POST"


async def test_a_body_that_is_too_large_is_refused_also_when_its_length_is_not_said(client):
    async def pieces():
        for _ in range(100):
            yield b" " * 1024

    check_problem(await client.post("/v1/answers", content=b" " * 70_000), 413)
    check_problem(await client.post("/v1/answers", content=pieces()), 413)


async def test_a_page_that_points_its_own_name_here_is_refused(client, assistant):
    reply = await client.post("/v1/answers", json={"question": "Why?"}, headers={"host": "evil.example"})
    check_problem(reply, 421)
    assert assistant.asked == []


async def test_a_form_of_another_web_page_cannot_ask(client, assistant):
    reply = await client.post(
        "/v1/answers", content=b'{"question": "Why?"}', headers={"content-type": "text/plain"}
    )
    check_problem(reply, 422)
    assert assistant.asked == []


async def test_no_reply_is_kept_framed_or_shared(client):
    headers = (await client.get("/healthz")).headers
    assert headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "access-control-allow-origin" not in headers


async def test_ready_only_with_documents(client, assistant, tmp_path):
    assistant.settings = Settings(tmp_path)
    assert (await client.get("/readyz")).json() == {"status": "ready"}
    assistant.records = []
    check_problem(await client.get("/readyz"), 503)
    assistant.failure = NoLibraryError("There is no library.")
    reply = await client.get("/readyz")
    check_problem(reply, 503)
    assert reply.json()["failing"] == ["library"]


async def test_it_says_that_it_runs_and_which_release_it_is(client):
    assert (await client.get("/healthz")).json() == {"status": "ok"}
    assert "version" in (await client.get("/version")).json()
