"""Files that could not be read, remembered by their bytes, so that they are tried again only on request."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

from ingest.disk.trouble import told_clearly
from ingest.errors import ReadError

FAILURES = "failures.json"


class Failures:
    """Those of one library. They hold no text of any document; without the file, each is tried once more."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FAILURES
        self._known: dict[str, list[str]] = self._kept()
        """The reason, what to do, and how the file was called then, by the hash of its bytes."""

    def why(self, sha256: str, name: str) -> ReadError | None:
        """Why a file of these bytes could not be read, told of the name it has now."""
        if sha256 not in self._known:
            return None
        message, step, called = self._known[sha256]
        return ReadError(message.replace(called, name), step)

    def note(self, sha256: str, name: str, error: ReadError | None) -> None:
        """Remember a failure; None forgets it."""
        known = [error.message, error.next_step, name] if error is not None else None
        if known == self._known.get(sha256):
            return
        if known is None:
            del self._known[sha256]
        else:
            self._known[sha256] = known
        self._keep()

    def forget(self, names: Collection[str]) -> None:
        """Forget the failures of these files, and those whose reason names one of them."""
        kept = {
            key: told
            for key, told in self._known.items()
            if not any(name in part for name in names for part in (told[0], told[2]))
        }
        if kept != self._known:
            self._known = kept
            self._keep()

    def _keep(self) -> None:
        part = self._file.with_suffix(".part")
        with told_clearly(self._file.parent):
            part.write_text(json.dumps(self._known, ensure_ascii=False, indent=1, sort_keys=True), "utf-8")
            part.replace(self._file)

    def _kept(self) -> dict[str, list[str]]:
        try:
            kept = json.loads(self._file.read_text("utf-8"))
            return {
                str(key): [str(part) for part in (*told,)] for key, told in kept.items() if len(told) == 3
            }
        except (OSError, ValueError, AttributeError, TypeError):
            return {}
