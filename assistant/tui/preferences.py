"""Preferences: the app's theme and keys, from the nearest `scrutiny.toml` with an `[app]` table.

[app]
theme = "textual-light"
[app.keys]
"screen.tables" = "ctrl+t"
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from textual.keys import Keys, key_to_character

from ingest.errors import SettingsError

FILE = "scrutiny.toml"
MODIFIERS = ("ctrl", "alt", "shift", "super", "meta")
NAMED = {key.value for key in Keys}


@dataclass(frozen=True)
class Preferences:
    """`keys` maps ids of bindings to keys, several with commas; an empty `theme` leaves it as it is."""

    theme: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)


def find_preferences(
    start: Path, home: Path, known: Callable[[], tuple[Collection[str], Collection[str]]]
) -> Preferences:
    """Those of the nearest file from `start` upwards, else of the one in `home`; the defaults without any.

    `known` tells which ids and themes there are; it is asked only where there is a file, since that loads all
    of the app. SettingsError naming the file and what is wrong: an id, a key or a theme that there is not.
    """
    for folder in (start, *start.parents, home):
        table = _table(folder / FILE)
        if table is not None:
            return _read(table, folder / FILE, *known())
    return Preferences()


def _table(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    try:
        table = tomllib.loads(path.read_text("utf-8")).get("app")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(f"{path} is not valid TOML ({error}).", "Mend it.") from error
    if table is None or isinstance(table, dict):
        return table
    raise SettingsError(f"{path}: [app] is a table.", "See scrutiny tui --keys.")


def _read(table: Mapping[str, Any], path: Path, ids: Collection[str], themes: Collection[str]) -> Preferences:
    for name in table:
        if name not in ("theme", "keys"):
            raise SettingsError(f"{path}, [app]: there is no setting {name!r}.", "There are theme and keys.")
    theme, keys = table.get("theme", ""), table.get("keys", {})
    if theme and theme not in themes:
        raise SettingsError(f"{path}: there is no theme {theme!r}.", f"Themes: {', '.join(sorted(themes))}.")
    if not isinstance(keys, dict):
        raise SettingsError(f"{path}: [app.keys] is a table.", "scrutiny tui --keys prints one.")
    for id_, wanted in keys.items():
        _check(id_, wanted, path, ids)
    return Preferences(theme, keys)


def _check(id_: str, wanted: Any, path: Path, ids: Collection[str]) -> None:
    if id_ not in ids:
        near = get_close_matches(id_, ids, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else "scrutiny tui --keys lists them."
        raise SettingsError(f"{path}, [app.keys]: there is no action {id_!r}.", hint)
    if not isinstance(wanted, str) or not all(map(_is_key, wanted.split(","))):
        raise SettingsError(
            f"{path}, [app.keys], {id_}: {wanted!r} is no key.",
            'Write it like "f9", "ctrl+t" or "f9,ctrl+t".',
        )


def _is_key(text: str) -> bool:
    *modifiers, key = text.strip().split("+") if len(text.strip()) > 1 else [text.strip()]
    known = len(key) == 1 or key in NAMED or key_to_character(key) is not None
    return bool(key) and known and all(modifier in MODIFIERS for modifier in modifiers)
