"""What the commands print as JSON is what their shipped schemas say."""

import json

import click
import jsonschema
import pytest

from assistant.cli.app import command_line
from assistant.machine.text import schema_names, schema_of, to_json

COMMANDS = {
    "ask": ["ask", "Why?", "--json"],
    "ask refused": ["ask", "What about the moon?", "--json"],
    "recommendations": ["recommendations", "--by", "owner", "--repeats", "--json"],
    "questions": ["questions", "--json"],
    "read": ["read", "voice-audit.pdf", "--json"],
    "search": ["search", "children", "--json"],
    "show": ["show", "voice-audit.pdf", "--json"],
    "documents": ["documents", "--json"],
    "documents-edit": ["documents", "edit", "voice-audit.pdf", "--title", "Voices", "--json"],
    "supersede": ["supersede", "voice-audit.pdf", "new.pdf", "--json"],
    "remove": ["remove", "voice-audit.pdf", "--json"],
    "erase": ["erase", "voice-audit.pdf", "--yes", "--json"],
    "verify": ["verify", "--json"],
    "repair": ["repair", "--json"],
    "backup": ["backup", "b.zip", "--json"],
    "restore": ["restore", "b.zip", "--json"],
    "optimize": ["optimize", "--json"],
    "conversations": ["conversations", "--json"],
    "conversations-show": ["conversations", "show", "board", "--json"],
    "ingest": ["ingest", ".", "--json"],
    "version-info": ["version", "info", "--json"],
    "version-info by version": ["version", "--json"],
    "rule": ["rule", "SM501", "--json"],
    "rule of a letter": ["rule", "SM5", "--json"],
    "schema": ["schema", "--json"],
    "keys": ["keys", "--json"],
    "keys listed": ["keys", "list", "--json"],
}


def checker(name):
    return jsonschema.Draft202012Validator(schema_of(name))


@pytest.mark.parametrize("name", COMMANDS)
def test_output_fits_its_schema(scrutiny, assistant, name):
    assistant.statuses = ("added", "failed")
    assistant.ask("Why?", conversation="board")
    checker(name.split()[0]).validate(json.loads(scrutiny(*COMMANDS[name]).out))


def nodes(schema):
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from nodes(value)
    if isinstance(schema, list):
        for value in schema:
            yield from nodes(value)


@pytest.mark.parametrize("name", schema_names())
def test_every_field_of_a_schema_is_described(name):
    schema = schema_of(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    fields = [
        field for node in nodes(schema) for field in node.get("properties", {}).values() if "type" in node
    ]
    assert fields
    assert all(field.get("description") or "$ref" in field for field in fields)


def test_the_command_prints_a_schema_and_names_them_all(scrutiny):
    assert json.loads(scrutiny("schema", "ask").out) == schema_of("ask")
    assert set(scrutiny("schema").out.split()) >= {"ask", "search", "show", "documents", "ingest"}
    assert scrutiny("schema", "nothing").code == 2
    assert json.loads(scrutiny("schema", "version", "info").out) == schema_of("version-info")
    assert json.loads(scrutiny("schema", "version").out) == schema_of("version-info")
    assert json.loads(scrutiny("schema", "evidence", "accept").out) == schema_of("evidence")


@pytest.mark.parametrize("words", [("ask", "Why?"), ("documents",), ("challenges",), ("check", ".")])
def test_two_formats_at_once_are_refused_in_either_order(scrutiny, words, tmp_path, monkeypatch):
    (tmp_path / "report.md").write_text("# Report\n\nNothing is recommended.\n")
    monkeypatch.chdir(tmp_path)
    other = "csv" if words[0] in ("check", "challenges") else "text"
    for options in (("--json", "--format", other), ("--format", other, "--json")):
        refused = scrutiny(*words, *options)
        assert (refused.code, refused.out) == (2, "")
        assert "both given" in refused.err
    assert json.loads(scrutiny(*words, "--json", "--format", "json").out)


def test_a_key_that_is_made_and_those_there_are_fit_their_schemas(scrutiny, tmp_path):
    here = ("--library", str(tmp_path))
    made = json.loads(scrutiny(*here, "keys", "create", "case system", "--json").out)
    checker("keys-create").validate(made)
    (listed,) = json.loads(scrutiny(*here, "keys", "--json").out)
    checker("keys").validate([listed])
    assert (listed["id"], "token" in listed) == (made["id"], False)
    ended = json.loads(scrutiny(*here, "keys", "revoke", made["id"], "--json").out)
    checker("keys-revoke").validate(ended)
    assert ended["id"] == made["id"]


def test_a_conversation_that_is_deleted_is_named(scrutiny, assistant):
    assistant.ask("Why?", conversation="board")
    gone = json.loads(scrutiny("conversations", "delete", "board", "--json").out)
    checker("conversations-delete").validate(gone)
    assert gone == {"deleted": "board"}


OPEN = {"chat", "demo", "mcp", "serve", "tui"}
"""Commands that talk, show or serve, and end without a result."""


def test_every_command_with_a_result_gives_it_as_json():
    def walk(command, context, path):
        for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
            below = command.get_command(context, name)
            yield from walk(below, click.Context(below, parent=context), (*path, name))
        yield path, {option for parameter in command.params for option in parameter.opts}

    line = command_line()
    without = {path for path, options in walk(line, click.Context(line), ()) if "--json" not in options}
    assert without == {(), *((name,) for name in OPEN)}


def test_json_keeps_text_readable_and_escapes_what_a_terminal_would_act_upon():
    text = "naïve 😀 \x1b[2J \x9b1m \u202e \U000e0041 \udcff"
    written = to_json({"text": text})
    assert "naïve 😀" in written
    assert all(character.isprintable() or character == " " for character in written)
    assert json.loads(written)["text"] == text
