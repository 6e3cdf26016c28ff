"""The settings that a run would use, as the TOML they could be written in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from assistant.check.config import CheckConfig


def show_config(config: CheckConfig) -> str:
    """A `scrutiny.toml` of the settings in force, its first line saying where they were read."""
    lines = [f"# read from {config.source}" if config.source else "# no settings file: the defaults"]
    lines += [
        f"select = {_list(config.select)}",
        f"ignore = {_list(config.ignore)}",
        f"fail-on = {_text(config.fail_on)}",
        f"max-recommendations = {config.max_recommendations}",
    ]
    if config.baseline:
        lines.append(f"baseline = {_text(config.baseline)}")
    lines += _table("severity", {code: _text(one) for code, one in config.severity.items()})
    ignored = {name: _list(codes) for name, codes in config.per_file_ignores.items()}
    lines += _table("per-file-ignores", ignored)
    for suppression in config.suppress:
        lines += ["", "[[suppress]]"]
        lines += [f"{key} = {_text(str(value))}" for key, value in asdict(suppression).items() if value]
    return "\n".join(lines) + "\n"


def _table(name: str, entries: Mapping[str, str]) -> list[str]:
    shown = [f"{_text(key)} = {value}" for key, value in sorted(entries.items())]
    return ["", f"[{name}]", *shown] if shown else []


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, values))}]"


def _text(value: str) -> str:
    """A basic string of TOML, which a string of JSON is."""
    return json.dumps(value, ensure_ascii=False)
