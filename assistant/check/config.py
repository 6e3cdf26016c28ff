"""Config: the settings, of the nearest `scrutiny.toml` or `[tool.scrutiny.check]` of a `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from assistant.check.assessment import SEVERITIES, Severity
from assistant.check.rules.registry import all_codes
from assistant.check.suppress import Suppression
from ingest.errors import NotFoundError, SettingsError

FAIL_ON = (*SEVERITIES, "never")
NEVER_SILENT = frozenset({"SM901", "SM902", "SM903", "SM907", "SM908"})
"""Nothing found, pages, a file or an item unread or skipped: a narrower `select` makes no pass of these."""


@dataclass(frozen=True)
class CheckConfig:
    """What to look for and when to fail. Codes may be shortened: "SM5" means all that begin so."""

    select: tuple[str, ...] = ()
    """Only these codes; empty: all."""
    ignore: tuple[str, ...] = ()
    """Not these."""
    fail_on: str = "error"
    """The least severity that makes the run fail: error, warning, note, or never."""
    baseline: str | None = None
    """A file of findings that are already known, relative to the configuration file."""
    max_recommendations: int = 20
    """More in one document are too many (SM704)."""
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Other severities for codes."""
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Glob pattern of a path → codes ignored in it."""
    suppress: tuple[Suppression, ...] = ()
    """Findings set aside, each with a reason."""
    source: str = ""
    """The file they were read from; no key of it."""

    def wants(self, code: str) -> bool:
        """Whether findings of this code are asked for; unread pages are told of unless ignored."""
        chosen = not self.select or code in NEVER_SILENT or any(map(code.startswith, self.select))
        return chosen and not any(code.startswith(prefix) for prefix in self.ignore)

    @property
    def looks_for(self) -> frozenset[str]:
        """The codes of findings about recommendations and documents that are asked for."""
        return frozenset(code for code in all_codes() if self.wants(code)) - (
            NEVER_SILENT if self.select else frozenset()
        )

    def with_options(
        self, select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str | None
    ) -> CheckConfig:
        """The command line's options go before the file's."""
        for code in (*select, *ignore):
            _known_code(code, "the command line")
        return replace(
            self, select=select or self.select, ignore=ignore or self.ignore, fail_on=fail_on or self.fail_on
        )


def find_config(start: Path) -> CheckConfig:
    """The configuration nearest to `start`, looking upwards; the defaults where there is none.

    In one folder `scrutiny.toml` goes before `pyproject.toml`. Raises SettingsError naming file and key.
    """
    folder = start.resolve() if start.is_dir() else start.resolve().parent
    for place in (folder, *folder.parents):
        for name in ("scrutiny.toml", "pyproject.toml"):
            table = _table(place / name)
            if table is not None:
                return read_config(table, place / name)
    return CheckConfig()


def config_file(path: Path) -> CheckConfig:
    """The configuration in one file. Raises NotFoundError or SettingsError."""
    if not path.is_file():
        raise NotFoundError(f"There is no file {path}.", "Check the path given with --config.")
    return read_config(_table(path) or {}, path)


def _table(path: Path) -> dict[str, Any] | None:
    """The settings in a file; None where it has none for this program."""
    if not path.is_file():
        return None
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(
            f"{path} is not valid TOML ({error}).", "Mend it, or give --no-config."
        ) from error
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("scrutiny", {})
        return data.get("check") if isinstance(data, dict) else None
    rest = {name: value for name, value in data.items() if name != "app"}  # the terminal app's own
    return dict(data.get("check", rest))


def read_config(table: Mapping[str, Any], path: Path) -> CheckConfig:
    """Settings checked one by one; an unknown key is an error that suggests the one meant."""
    known = {entry.name.replace("_", "-"): entry.name for entry in fields(CheckConfig)}
    del known["source"]
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Keys: {', '.join(sorted(known))}."
            raise SettingsError(f"{path}: there is no setting {key!r}.", hint)
        values[known[key]] = _READ[key](value, f"{path}, {key}")
    if values.get("baseline"):
        values["baseline"] = str(path.parent / values["baseline"])
    return CheckConfig(**values, source=str(path))


def _codes(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        raise SettingsError(f'{where}: a list of codes is wanted, such as ["SM5"].')
    for code in value:
        _known_code(code, where)
    return tuple(value)


def _known_code(code: str, where: str) -> None:
    if not any(known.startswith(code) for known in all_codes()):
        raise SettingsError(f"{where}: there is no rule {code!r}.", "`scrutiny rule` lists them all.")


def _fail_on(value: Any, where: str) -> str:
    if value not in FAIL_ON:
        raise SettingsError(f"{where}: {value!r} is not one of {', '.join(FAIL_ON)}.")
    return str(value)


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise SettingsError(f"{where}: a text is wanted.")
    return value


def _number(value: Any, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise SettingsError(f"{where}: a whole number from 1 is wanted.")
    return value


def _severities(value: Any, where: str) -> dict[str, Severity]:
    for code, severity in _mapping(value, where).items():
        _known_code(code, where)
        if severity not in SEVERITIES:
            raise SettingsError(f"{where}, {code}: {severity!r} is not one of {', '.join(SEVERITIES)}.")
    return dict(value)


def _per_file(value: Any, where: str) -> dict[str, tuple[str, ...]]:
    return {
        pattern: _codes(codes, f"{where}, {pattern}") for pattern, codes in _mapping(value, where).items()
    }


def _mapping(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SettingsError(f"{where}: a table is wanted.")
    return value


def _suppressions(value: Any, where: str) -> tuple[Suppression, ...]:
    found = []
    for entry in value if isinstance(value, list) else [None]:
        if (
            not isinstance(entry, dict)
            or not {"code", "reason"} <= set(entry)
            or set(entry) - {"code", "reason", "words", "document", "until"}
        ):
            raise SettingsError(
                f"{where}: each needs a code and a reason, and may have words, document and until."
            )
        _known_code(str(entry["code"]), where)
        texts = {key: str(text) for key, text in entry.items()}
        if "until" in texts and not _is_day(texts["until"]):
            raise SettingsError(f"{where}: until wants a day such as 2026-12-31, not {texts['until']}.")
        words, document, until = (texts.get(key, "") for key in ("words", "document", "until"))
        found.append(Suppression(texts["code"], texts["reason"], words, document, until))
    return tuple(found)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


_READ = {
    "select": _codes,
    "ignore": _codes,
    "fail-on": _fail_on,
    "baseline": _text,
    "max-recommendations": _number,
    "severity": _severities,
    "per-file-ignores": _per_file,
    "suppress": _suppressions,
}
