"""Reads a YAML file of words or rules from this folder."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader, for which "yes", "no", "on" and "off" are words and not truth values."""


_BOOL = "tag:yaml.org,2002:bool"
_Loader.yaml_implicit_resolvers = {
    first: [known for known in resolvers if known[0] != _BOOL]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|false)$"), ["t", "f"])


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
        return yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - it is a safe one
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        raise ValueError(f"{path}, line {line}: {error.problem}") from error
