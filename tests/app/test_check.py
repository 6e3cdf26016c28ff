"""`scrutiny check` and `scrutiny rule` from the outside: exit codes, formats, streams, order of lines."""

import io
import json
import subprocess
import sys
import time

import jsonschema
import pytest

from assistant.check import check_paths
from assistant.cli.main import main
from assistant.machine.text import schema_of


class Checker:
    """An assistant that can only check."""

    def check(self, paths, *, repeats=False, nearest=0, as_of=None, **options):
        return check_paths(paths, **options)

    def close(self):
        """Nothing is open."""


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*arguments):
        code = main(arguments, build=lambda settings: Checker())
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return invoke


@pytest.fixture
def lines(tmp_path):
    (tmp_path / "lines.txt").write_text(
        "The board should publish the plan by May 2027.\n\nIt rained.\n", "utf-8"
    )
    return "lines.txt"


def test_each_line_is_one_recommendation_in_order_and_says_whether_it_reads_as_one(run, lines):
    code, out, _ = run("check", "--each-line", lines, "--json")
    printed = json.loads(out)
    jsonschema.Draft202012Validator(schema_of("check")).validate(printed)
    assert [(one["line"], one["is_recommendation"]) for one in printed["recommendations"]] == [
        (1, True),
        (3, False),
    ]
    assert printed["recommendations"][0]["owner"] == {"text": "The board", "span": [0, 9], "source": "text"}
    assert code == 0


@pytest.mark.parametrize(("level", "wanted"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_the_exit_code_depends_on_the_worst_finding_and_fail_on(run, lines, level, wanted):
    assert run("check", "--each-line", lines, "--fail-on", level)[0] == wanted


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere.pdf"],
        ["lines.txt", "--format", "yaml"],
        ["lines.txt", "--fail-on", "always"],
        ["lines.txt", "--select", "SM999"],
        ["lines.txt", "-o", "findings.sarif"],
        ["lines.txt", "--baseline", "none.json"],
        ["lines.txt", "--config", "none.toml"],
        ["lines.txt", "--config", "lines.txt", "--no-config"],
        ["lines.txt", "--select", "SM5", "--ignore", "SM5"],
        ["lines.txt", "--select", "SM501", "--ignore", "SM5,SM9"],
        [],
    ],
)
def test_a_wrong_request_is_exit_code_two_with_a_reason_on_standard_error(run, lines, arguments):
    code, out, err = run("check", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Error: ")


def test_a_crash_is_exit_code_three(run, lines, monkeypatch, tmp_path):
    monkeypatch.setattr("assistant.check.check.assess", lambda *anything: 1 / 0)
    assert main(["check", "--each-line", lines], build=lambda settings: Checker(), logs=tmp_path) == 3


def test_an_unreadable_document_fails_the_run(run, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    code, out, _ = run("check", "broken.pdf", "--format", "concise")
    assert code == 1
    assert "SM903" in out


def typed(data):
    """A standard input that holds these bytes."""
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", errors="replace")


def test_standard_input_is_read_with_a_dash(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", typed(b"It rained.\nThe board should publish the plan.\n"))
    code, out, _ = run("check", "-", "--json")
    assert [one["line"] for one in json.loads(out)["recommendations"]] == [2]
    assert code == 0


def test_results_go_to_files_as_well_and_a_baseline_makes_the_next_run_clean(run, lines, tmp_path):
    assert (
        run("check", "--each-line", lines, "-o", "sarif:out/a.sarif", "--write-baseline", "known.json")[0]
        == 0
    )
    assert json.loads((tmp_path / "out" / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert run("check", "--each-line", lines, "--baseline", "known.json", "--fail-on", "note")[0] == 0


def test_on_github_annotations_are_printed_and_the_summary_holds_everything(
    run, lines, monkeypatch, tmp_path
):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    out = run("check", "--each-line", lines)[1]
    assert out.startswith("::")
    assert "| SM904 |" in (tmp_path / "summary.md").read_text("utf-8")


def test_settings_beside_the_document_are_used_unless_told_otherwise(run, lines, tmp_path):
    (tmp_path / "scrutiny.toml").write_text('fail-on = "note"\n', "utf-8")
    assert run("check", "--each-line", lines)[0] == 1
    assert run("check", "--each-line", lines, "--no-config")[0] == 0


def test_the_same_check_prints_the_same_bytes(run, lines):
    assert run("check", "--each-line", lines, "--json")[1] == run("check", "--each-line", lines, "--json")[1]


def test_hostile_text_never_reaches_the_terminal_raw(run, tmp_path):
    (tmp_path / "bad.txt").write_text("Publish \x1b[2J the \u202eplan now.\n", "utf-8")
    for name in ("text", "concise", "json", "csv", "junit", "sarif", "github", "markdown", "jsonl"):
        out = run("check", "--each-line", "bad.txt", "--format", name)[1]
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_a_rule_is_explained_with_examples_and_all_are_listed(run):
    assert "Poor:" in run("rule", "SM501")[1]
    assert "no-deadline" in run("rule")[1]
    assert json.loads(run("rule", "no-deadline", "--json")[1])["code"] == "SM501"
    assert run("rule", "SM999")[0] == 2


def test_a_hundred_recommendations_are_checked_from_a_cold_start_without_heavy_libraries(tmp_path):
    path = tmp_path / "hundred.txt"
    path.write_text(
        "".join(f"The board should publish plan {n} by May 2027 so that staff know.\n" for n in range(100)),
        "utf-8",
    )
    script = (
        "import sys; from assistant.cli.main import main; code = main(sys.argv[1:]);"
        "heavy = {'torch', 'chromadb', 'langchain', 'langchain_core', 'transformers', 'numpy'};"
        "heavy &= set(sys.modules);"
        "sys.exit(9 if heavy else code)"
    )
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, "check", "--each-line", str(path), "--json"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert (
        time.perf_counter() - started < 5
    )  # under 1 s alone on 2 cores; the bound allows for a busy machine


NO_TEXT = [
    pytest.param(b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00>\x00" + bytes(range(256)) * 40, id="program"),
    pytest.param(b"PK\x03\x04\x14\x00" + bytes(range(256)) * 40, id="workbook"),
    pytest.param(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", id="PDF"),
    pytest.param(
        b"#!/bin/sh\nexec tail -n +3 $0\n" + b"echo hello\n" * 900 + bytes(9000), id="program in a script"
    ),
]


@pytest.mark.parametrize("data", NO_TEXT)
def test_what_is_no_text_is_unreadable_and_not_without_recommendations(run, monkeypatch, tmp_path, data):
    (tmp_path / "paper").write_bytes(data)
    monkeypatch.setattr("sys.stdin", typed(data))
    for arguments in (["paper"], ["--each-line", "paper"], ["-"]):
        code, out, _ = run("check", *arguments, "--json")
        assert code == 1
        findings = json.loads(out)["findings"]
        assert [(one["code"], bool(one["suggestion"])) for one in findings] == [("SM903", True)]
        assert findings[0]["path"] == ("<stdin>" if arguments == ["-"] else "paper")


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_standard_input_is_text_in_whatever_encoding(run, monkeypatch, encoding):
    monkeypatch.setattr("sys.stdin", typed("The board’s chair should publish the plan.\n".encode(encoding)))
    (one,) = json.loads(run("check", "-", "--json")[1])["recommendations"]
    assert one["text"].startswith("The board’s chair")


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_standard_input_is_read_under_both_its_names(run, monkeypatch, name):
    monkeypatch.setattr("sys.stdin", typed(b"The board should publish the plan by May 2027.\n"))
    code, out, _ = run("check", "--each-line", name, "--json")
    assert [one["line"] for one in json.loads(out)["recommendations"]] == [1]
    assert code == 0


def test_the_settings_in_force_can_be_shown_without_checking(run, tmp_path):
    (tmp_path / "scrutiny.toml").write_text('fail-on = "warning"\n', "utf-8")
    code, out, _ = run("check", "--show-config", ".", "--select", "sm5")
    assert code == 0
    assert 'select = ["SM5"]\nignore = []\nfail-on = "warning"\n' in out


@pytest.mark.parametrize("option", [["-o", "json:new/x.json"], ["--write-baseline", "new/x.json"]])
def test_a_folder_that_is_made_for_a_file_is_named_once(run, lines, tmp_path, option):
    for told in (1, 0):
        _, _, err = run("check", "--each-line", lines, *option)
        assert err.count("Made the folder new.") == told
        assert (tmp_path / "new" / "x.json").exists()


def test_a_step_summary_that_cannot_be_written_is_a_clear_error(run, lines, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "file" / "summary.md"))
    code, out, err = run("check", "--each-line", lines, "--format", "github")
    assert (code, "cannot be written" in err) == (2, True)
    assert out.startswith("::")


def test_only_a_check_against_the_library_opens_one_and_says_where_there_is_none(lines, capsys, tmp_path):
    nowhere = ["--library", str(tmp_path / "nowhere")]
    assert main([*nowhere, "check", "--each-line", str(tmp_path / lines)]) == 0
    capsys.readouterr()
    for asked in (["--repeats"], ["--nearest", "2"]):
        assert main([*nowhere, "check", "--each-line", str(tmp_path / lines), *asked]) == 2
        assert "There is no library in" in (told := capsys.readouterr().err)
        assert "scrutiny ingest" in told


def test_the_library_and_the_day_reach_the_check(scrutiny, lines, tmp_path):
    done = scrutiny("check", "--each-line", str(tmp_path / lines), "--repeats", "--json")
    first = json.loads(done.out)["recommendations"][0]["findings"]
    assert [one["earlier"]["citation"]["document"] for one in first if one["code"] == "SM705"] == [
        "voice-audit.pdf"
    ]
