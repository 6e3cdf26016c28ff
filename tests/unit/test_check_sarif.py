"""SARIF against the schema of the standard, and what code scanning reads from it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from assistant.check.check import check_paths
from assistant.check.formats import renderer

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"
TEXTS = {
    "list.md": "# Review\n\n## Recommendations\n\n1. The board should publish the report.\n2. Train staff.\n",
    "with a space & ü.html": "<h2>Recommendations</h2><ul><li>Improve “scrutiny” 𝒜 of plans.</li></ul>",
    "nothing.txt": "The weather was fine.\n",
    "broken.pdf": "%PDF-1.4 and no more",
}


@pytest.fixture(scope="module")
def schema():
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def sarif_of(name, folder, **options):
    path = folder / name
    path.write_text(TEXTS[name], "utf-8")
    return json.loads(renderer("sarif")(check_paths([path], **options)))


@pytest.mark.parametrize("name", TEXTS)
def test_the_log_fits_the_schema_of_the_standard(name, tmp_path, monkeypatch, schema):
    monkeypatch.chdir(tmp_path)
    log = sarif_of(name, Path())
    assert log["runs"][0]["results"]
    assert [error.message for error in schema.iter_errors(log)] == []


def test_the_schema_refuses_a_log_that_is_wrong(tmp_path, schema):
    log = sarif_of("list.md", tmp_path)
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not schema.is_valid(log)


def test_lines_of_a_text_file_fit_the_schema_too(tmp_path, schema):
    log = sarif_of("list.md", tmp_path, each_line=True)
    assert schema.is_valid(log)
    assert {"startLine"} <= set(log["runs"][0]["results"][-1]["locations"][0]["physicalLocation"]["region"])


def test_fingerprints_tell_findings_apart_and_stay_the_same(tmp_path):
    first, second = sarif_of("list.md", tmp_path), sarif_of("list.md", tmp_path)
    marks = [result["partialFingerprints"]["recommendation/v1"] for result in first["runs"][0]["results"]]
    assert len(set(marks)) == len(marks)
    assert first == second
