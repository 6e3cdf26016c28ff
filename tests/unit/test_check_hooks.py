"""The pre-commit hook and the GitHub action name options that the command has."""

from pathlib import Path

import yaml

from assistant.cli.main import main

ROOT = Path(__file__).parents[2]


def test_the_hook_runs_the_check_on_documents_in_one_process():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"].startswith("scrutiny check ")
    assert hook["require_serial"]


def test_the_action_uses_options_that_exist_and_no_input_inside_a_script(capsys):
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    script = action["runs"]["steps"][-1]["run"]
    assert main(["check", "--help"]) == 0
    help_text = capsys.readouterr().out
    assert all(option in help_text for option in ("--format", "--fail-on", "--output"))
    assert "${{" not in script
