"""Reads a YAML file of words or rules from this folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


def prompts_path(name: str) -> Path:
    """The path of a file in this folder, such as "vocabulary/agencies.yaml"."""
    return Path(__file__).parent / name


@cache
def load_data(name: str) -> Any:
    """The parsed content of a YAML file in this folder.

    ValueError, naming file and line, where the YAML is malformed. The result is shared: do not change it.
    """
    path = prompts_path(name)
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.load(path.read_text("utf-8"), Loader=loader)  # noqa: S506 - both are safe
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        raise ValueError(f"{path}, line {line}: {error.problem}") from error
