"""Files that could not be read, remembered by their bytes, so that they are tried again only on request."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

from ingest.errors import ReadError
from ingest.trouble import told_clearly

FAILURES = "failures.json"


class Failures:
    """Those of one library. They hold no text of any document; without the file, each is tried once more."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FAILURES
        self._known: dict[str, list[str]] = self._kept()

    def why(self, sha256: str) -> ReadError | None:
        """Why a file of these bytes could not be read."""
        known = self._known.get(sha256)
        return ReadError(known[0], known[1]) if known else None

    def note(self, sha256: str, error: ReadError | None) -> None:
        """Remember a failure; None forgets it."""
        known = [error.message, error.next_step] if error is not None else None
        if known == self._known.get(sha256):
            return
        if known is None:
            del self._known[sha256]
        else:
            self._known[sha256] = known
        self._keep()

    def forget(self, names: Collection[str]) -> None:
        """Forget the failures whose reason names one of these files."""
        kept = {key: told for key, told in self._known.items() if not any(name in told[0] for name in names)}
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
            return {str(name): [str(why), str(step)] for name, (why, step) in kept.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}
