"""Opening: the original file at a page, in whatever the system shows PDFs with."""

from __future__ import annotations

import shutil
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.opened_copies import copy_name, folder_of_copies
from assistant.tui.copying import exports_folder, free_place, home_named

if TYPE_CHECKING:
    from assistant.answer import Citation
    from assistant.facade import ScrutinyAssistant

PDF = b"%PDF-"


class Opener:
    """Opens sources; copies made for that are deleted by `close`."""

    def __init__(self, assistant: ScrutinyAssistant) -> None:
        self._assistant = assistant
        self._folder: Path | None = None

    def open(self, source: Citation) -> str:
        """Opens a PDF at the quotation's page, and says so.

        Any other file is only saved: a web page may hold a script, and is for the user to open. OSError,
        and the errors of the façade.
        """
        record, data = self._assistant.original(source.document_id)
        if not data.startswith(PDF):
            name = Path(record.source)
            place = free_place(exports_folder(), _plain(name.stem), _plain(name.suffix))
            place.write_bytes(data)
            return f"Saved as {home_named(place)}."
        place = self._place() / copy_name(record.sha256)
        place.write_bytes(data)
        address = f"{place.as_uri()}#page={(source.page_index or 0) + 1}"
        if webbrowser.open(address):
            return f"Opened at page {(source.page_index or 0) + 1}."
        return f"No program to open it with was found. A copy is at {place} until the app is closed."

    def close(self) -> None:
        """Deletes the copies."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _place(self) -> Path:
        self._folder = self._folder or folder_of_copies()
        return self._folder


def _plain(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in " .-_" else "_" for letter in name)[:80]
