"""Each format has a golden file: the same report gives the same bytes on every run and system."""

import csv
import io
import json
import os
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from assistant.check import check_paths
from assistant.check.config import CheckConfig
from assistant.check.formats import FORMATS, renderer
from assistant.check.formats.sarif import sidecar_name
from assistant.machine.text import schema_of

GOLDEN = Path(__file__).parent / "golden" / "check"
FIX = "SCRUTINY_WRITE_GOLDEN=1 python -m pytest tests/unit/test_check_formats.py"


@pytest.fixture
def report(monkeypatch):
    monkeypatch.chdir(GOLDEN)
    return check_paths([Path("review.md")])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_prints_what_its_golden_file_holds(report, name):
    path = GOLDEN / f"review.{name}.golden"
    printed = renderer(name)(report)
    if os.environ.get("SCRUTINY_WRITE_GOLDEN"):
        path.write_text(printed, "utf-8", newline="\n")
    assert printed == path.read_text("utf-8"), FIX


def test_json_fits_its_schema(report):
    jsonschema.Draft202012Validator(schema_of("check")).validate(json.loads(renderer("json")(report)))


def test_every_line_of_jsonl_is_an_object_with_a_type(report):
    lines = renderer("jsonl")(report).splitlines()
    assert {json.loads(line)["type"] for line in lines} <= {"finding", "recommendation"}
    assert len(lines) == len(report.recommendations) + len(report.findings)


def test_csv_holds_every_finding_and_no_formula(report):
    rows = list(csv.DictReader(io.StringIO(renderer("csv")(report))))
    assert len(rows) == len(report.all_findings())
    assert not any(cell[:1] in ("=", "+", "-", "@") for row in rows for cell in row.values())


@pytest.mark.parametrize("fail_on", ["error", "warning", "note", "never"])
def test_junit_fails_a_case_for_each_recommendation_that_fails_the_run(monkeypatch, fail_on):
    monkeypatch.chdir(GOLDEN)
    report = check_paths([Path("review.md")], config=CheckConfig(fail_on=fail_on))
    tree = ElementTree.fromstring(renderer("junit")(report))
    severe = {"error": {"error"}, "warning": {"error", "warning"}, "never": set()}
    wanted = severe.get(fail_on, {"error", "warning", "note"})
    failing = [one for one in report.recommendations if wanted & {found.severity for found in one.findings}]
    assert len(tree.findall(".//failure")) == len(failing)
    assert int(tree.find("testsuite").get("failures")) == len(failing)
    assert report.failed is bool(failing)


def test_the_listing_gives_a_reason_for_every_letter_that_is_not_met(report):
    printed = renderer("text")(report)
    for item in report.recommendations:
        for letter, criterion in item.assessment.criteria_with_context.items():
            if criterion.level in (0, 1):
                assert f"     {letter.replace('_', '-')}: {criterion.reason}\n" in printed


def test_the_listing_says_once_what_it_would_say_of_most_and_names_the_code_at_each(report):
    printed = renderer("text")(report)
    held = [item for item in report.recommendations if "SM401" in {one.code for one in item.findings}]
    assert len(held) > len(report.recommendations) / 2
    message = next(one.message for one in held[0].findings if one.code == "SM401")
    assert printed.count(message) == 1
    assert f"On {len(held)} of {len(report.recommendations)} recommendations: SM401" in printed
    assert printed.count("also, as above: SM401") == len(held)


def test_what_holds_of_few_is_said_of_each(tmp_path):
    (tmp_path / "two.txt").write_text("Publish the plan.\nPublish the other plan.\n", "utf-8")
    printed = renderer("text")(check_paths([tmp_path / "two.txt"], each_line=True))
    assert printed.count("SM401 note") == 2
    assert "as above" not in printed


def test_github_escapes_what_would_break_a_workflow_command(report):
    commands = [line for line in renderer("github")(report).splitlines() if line.startswith("::")]
    assert commands
    assert all(line.count("::") == 2 for line in commands)


def test_markdown_leaves_nothing_out(report):
    printed = renderer("markdown")(report)
    assert sum(line.startswith("| ") for line in printed.splitlines()) == len(report.all_findings()) + 1


def test_sarif_has_what_version_two_one_asks_of_it(report):
    log = json.loads(renderer("sarif")(report))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        check_location(result["locations"][0]["physicalLocation"])
        assert len(result["partialFingerprints"]["recommendation/v1"]) == 32


def check_location(location):
    assert " " not in location["artifactLocation"]["uri"]
    region = location.get("region")
    if region:
        assert region["startLine"] >= 1
        assert region.get("endLine", region["startLine"]) >= region["startLine"]
        assert region.get("startColumn", 1) >= 1


def test_a_sarif_region_of_a_document_without_lines_is_the_recommendation_in_its_sidecar(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    path = Path("plan.html")
    path.write_text(
        "<h2>Recommendations</h2>\n<li>Publish the annual plan.</li>\n<p>Publish the annual plan.", "utf-8"
    )
    report = check_paths([path])
    result = json.loads(renderer("sarif")(report))["runs"][0]["results"][0]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == sidecar_name("plan.html")
    line = report.documents[0].text.splitlines()[location["region"]["startLine"] - 1]
    assert (
        line[location["region"]["startColumn"] - 1 : location["region"]["endColumn"] - 1]
        == "Publish the annual plan."
    )


def test_a_fingerprint_survives_a_move_and_a_line_wrap(tmp_path):
    names = []
    for name, text in (("a", "Publish the plan.\n"), ("b", "Review the list.\n\nPublish   the plan.\n")):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        report = check_paths([tmp_path / f"{name}.txt"], each_line=True)
        results = json.loads(renderer("sarif")(report))["runs"][0]["results"]
        chosen = [one for one in results if "Publish" in one["message"]["text"] and one["ruleId"] == "SM501"]
        names.append(chosen[0]["partialFingerprints"])
    assert names[0] == names[1]
