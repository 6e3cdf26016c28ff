"""Desk: what every part of the façade has: the settings, and the library that they name."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.settings import Settings
    from ingest.library import Library


class Desk:
    """Opens the library when it is first wanted. May be used from several threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._opening = threading.Lock()
        self._library: Library | None = None

    def close(self) -> None:
        """Release the library's files."""
        if self._library is not None:
            self._library.close()
            self._library = None

    def _open(self, *, create: bool = False) -> Library:
        from ingest.library import Library

        with self._opening:
            if self._library is None:
                self._library = Library.open(self.settings.library, create=create)
            return self._library
