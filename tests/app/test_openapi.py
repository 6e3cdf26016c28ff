"""The description of the service: committed, complete, and true of every example in it."""

import json
import re
from pathlib import Path

import httpx
import jsonschema
import pytest

from assistant.api.app import build_app
from assistant.api.describe import description
from assistant.machine.text import SCHEMAS
from assistant.settings import Settings

COMMITTED = Path(__file__).parents[2] / "docs" / "openapi.json"
METHODS = ("get", "post", "put", "patch", "delete")


@pytest.fixture
def app(assistant, tmp_path):
    assistant.settings = Settings(tmp_path)
    return build_app(assistant)


def operations(app):
    for path, methods in app.openapi()["paths"].items():
        yield from ((path, method, methods[method]) for method in METHODS if method in methods)


def test_the_committed_description_is_the_present_one():
    assert COMMITTED.read_text("utf-8") == description(), "run: make openapi"


def test_the_addresses_that_schemas_name_are_those_of_the_service(app):
    served = {(method.upper(), re.sub(r"\{\w+\}", "{}", path)) for path, method, _ in operations(app)}
    for file in SCHEMAS.glob("*.schema.json"):
        named = re.findall(r"\b([A-Z]+) (/v1\S+)", json.loads(file.read_text("utf-8")).get("title", ""))
        assert {(method, re.sub(r"\{\w+\}", "{}", path)) for method, path in named} <= served, file.name


def test_every_operation_says_what_it_is_and_what_can_go_wrong(app):
    for path, method, operation in operations(app):
        assert operation["summary"], (path, method)
        assert operation["description"], (path, method)
        if path.startswith("/v1/"):
            assert {"401", "403", "404", "422", "429"} <= set(operation["responses"]), (path, method)


async def test_every_example_works_and_its_reply_fits_its_schema(app):
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost")
    tried = 0
    for path, method, operation in operations(app):
        content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        for example in content.get("examples", {}).values():
            reply = await client.request(method.upper(), path, json=example["value"])
            assert reply.status_code in (200, 201), reply.text
            schema = operation["responses"][str(reply.status_code)]["content"]["application/json"]["schema"]
            jsonschema.Draft202012Validator(schema).validate(reply.json())
            tried += 1
    assert tried >= 3
