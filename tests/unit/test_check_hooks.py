"""The pre-commit hook and the GitHub action name options that the command has."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import openpyxl
import pytest
import yaml

from assistant.cli.main import main

ROOT = Path(__file__).parents[2]


def test_the_hook_runs_the_check_on_documents_in_one_process():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["language"] for hook in hooks] == ["python", "system"]
    assert all(hook["entry"].startswith("scrutiny check ") and hook["require_serial"] for hook in hooks)


def test_the_action_uses_options_that_exist_and_no_input_inside_a_script(capsys):
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    script = action["runs"]["steps"][-1]["run"]
    assert main(["check", "--help"]) == 0
    help_text = capsys.readouterr().out
    assert all(option in help_text for option in ("--format", "--fail-on", "--output"))
    assert "${{" not in script


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
@pytest.mark.parametrize(
    ("paths", "given"),
    [
        ("reports plans", ["reports", "plans"]),
        ("Child's plan, Oct 2025.docx", ["Child's plan, Oct 2025.docx"]),
        ("Child's plan, Oct 2025.docx\n  an old note.md\n\nreports\n", None),
        ("reports\n", ["reports"]),
        ("$(touch made) *.md", ["$(touch", "made)", "*.md"]),
    ],
)
def test_the_action_takes_names_with_spaces_and_runs_nothing_in_them(tmp_path, paths, given):
    script = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"][-1]["run"]
    (tmp_path / "Child's plan, Oct 2025.docx").touch()
    (tmp_path / "scrutiny").write_text('#!/bin/bash\nprintf "%s\\n" "$@"\n')
    (tmp_path / "scrutiny").chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PATHS": paths, "OPTIONS": "", "SARIF": ""}
    run = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        env=environment | {"FAIL_ON": "error"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    told = run.stdout.splitlines()
    wanted = given or ["Child's plan, Oct 2025.docx", "an old note.md", "reports"]
    assert told[told.index("--") + 1 :] == wanted
    assert not (tmp_path / "made").exists()


BARRED = """
import importlib.abc, sys
from importlib.metadata import packages_distributions
from assistant.cli.main import main
allowed = set(sys.argv[1].split(","))
needed_by_them = {
    "pydantic", "pydantic-core", "annotated-types", "annotated-doc", "typing-extensions", "pygments", "pip",
    "typing-inspection", "shellingham", "mdurl", "et-xmlfile", "uc-micro-py", "setuptools",
}
owners = packages_distributions()
class Bar(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        names = {owner.lower().replace("_", "-") for owner in owners.get(name.split(".")[0], ())}
        if names and "scrutiny-assistant" not in names and not names & (allowed | needed_by_them):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Bar())
options = ["--fail-on", "never", "-o", "sarif:out.sarif", "-o", "github:out.txt"]
sys.exit(main(["check", *options, *sys.argv[2:]]))
"""


def test_the_check_needs_no_more_than_its_list_of_requirements(tmp_path):
    lines = (ROOT / "check-requirements.txt").read_text("utf-8").splitlines()
    listed = [line.split(">=")[0] for line in lines if not line.startswith("#")]
    (tmp_path / "review.md").write_text(
        "# Review\\n\\n## Recommendations\\n\\n1. Publish the plan.\\n", "utf-8"
    )
    (tmp_path / "later.html").write_text("<h1>Recommendations</h1><ul><li>Publish the plan.</ul>", "utf-8")
    book = openpyxl.Workbook()
    book.active.append(["Recommendation", "Owner"])
    book.active.append(["Publish the neglect strategy", "DCS"])
    book.save(tmp_path / "plan.xlsx")
    command = [sys.executable, "-c", BARRED, ",".join(listed), "review.md", "later.html", "plan.xlsx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out.sarif").is_file()


def test_what_the_check_needs_is_among_what_the_package_needs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    ranges = {re.split(r"[>=<]", line)[0]: line for line in project["dependencies"]}
    for line in (ROOT / "check-requirements.txt").read_text("utf-8").splitlines():
        name = re.split(r"[>=<]", line)[0]
        assert line.startswith("#") or name == "linkify-it-py" or ranges[name] == line
