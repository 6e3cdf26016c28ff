"""Derived facts on disk: what was worked out once about a document, or about all, kept beside the catalogue.

One file a document and name, under the version of the rules and particulars that made it. Anything here can
be worked out again: a lost, stale or damaged file costs time, and a folder that cannot be written costs only
time too.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import threading
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

DERIVED = "derived"
WHOLE = "library"
"""What files of no single document begin with; they hold no words of any."""
_NAMED = re.compile(r'"([0-9a-f]{16})"')
"""The id of a document in such a file."""
_KEYS = {"version", "value", "digest", "seal"}
_ID = re.compile(r"[0-9a-f]{16}")


class DerivedStore:
    """The derived facts of one library's documents, as JSON values."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / DERIVED

    def value(
        self,
        document_id: str,
        name: str,
        version: str,
        make: Callable[[], Any],
        still_there: Callable[[], bool] = lambda: True,
    ) -> Any:
        """The JSON value kept under this version, or else what `make` returns, which is then kept.

        It is not kept where the document is not `still_there` afterwards: a process that only reads must
        not bring back a word of what another erased meanwhile.
        """
        file = self._folder / f"{document_id}.{name}.json"
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            if kept["version"] == version and is_whole(kept):
                return kept["value"]
        except (OSError, ValueError, KeyError, TypeError):
            pass
        value = make()
        self._keep(file, {"version": version, "value": value, "seal": _digest([version, value])})
        # Asked after it is in its place: whoever erases sweeps this folder after committing.
        if not still_there():
            file.unlink(missing_ok=True)
        return value

    def is_kept(self, document_id: str, name: str, version: str) -> bool:
        """Is there a file of this version? Its beginning tells; whether it is whole shows when it is read."""
        begins = json.dumps({"version": version})[:-1].encode()
        try:
            with (self._folder / f"{document_id}.{name}.json").open("rb") as file:
                return file.read(len(begins)) == begins
        except OSError:
            return False

    def sweep(self, wanted: Collection[str]) -> None:
        """Remove the files of documents, or that name some, that are not among the wanted ids, and unfinished
        ones.
        """
        kept = set(wanted)
        for file in self._folder.glob("*") if self._folder.is_dir() else []:
            named = set(_NAMED.findall(_text(file))) if file.name.startswith(WHOLE) else owners_of(file.name)
            if not named <= kept or file.suffix == ".part":
                file.unlink(missing_ok=True)

    def _keep(self, file: Path, content: dict[str, Any]) -> None:
        part = file.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
        try:
            self._folder.mkdir(exist_ok=True)
            part.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
            part.replace(file)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:  # swept by another process
        return ""


def owners_of(name: str) -> set[str]:
    """The ids of the documents that a file was worked out from: a name's first part, and others; or none."""
    first, *others = name.split(".")
    return set() if first.startswith(WHOLE) else {first, *(part for part in others if _ID.fullmatch(part))}


def is_whole(kept: Any) -> bool:
    """Whether a kept file is as it was written; older ones have a digest of their value alone."""
    if not isinstance(kept, dict) or not {"version", "value"} <= kept.keys() <= _KEYS:
        return False
    wanted = {"digest": kept["value"], "seal": [kept["version"], kept["value"]]}
    seals = kept.keys() - {"version", "value"}
    return bool(seals) and all(kept[name] == _digest(wanted[name]) for name in seals)


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
