"""DocumentList: what is in the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.render.plain import one_line, shortened
from assistant.tui.messages import DocumentChosen

if TYPE_CHECKING:
    from ingest.records import DocumentRecord


class DocumentList(OptionList):
    """One row a document: title, then date and kind. Enter opens it."""

    HELP = "The documents in the library. Enter opens one."
    BORDER_TITLE = "Documents"

    def __init__(self) -> None:
        super().__init__(id="documents", markup=False)

    def show(self, records: Sequence[DocumentRecord]) -> None:
        """Lists the documents, the latest first."""
        self.border_title = f"Documents ({len(records)})"
        self.clear_options()
        self.add_options(Option(document_row(record), id=record.id) for record in reversed(records))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Opens the document that was chosen."""
        event.stop()
        if event.option_id:
            self.post_message(DocumentChosen(event.option_id))


def document_row(record: DocumentRecord) -> Text:
    """A document in two lines or three."""
    row = Text(shortened(record.title or record.source, 60))
    return row.append(f"\n{one_line(record.published or 'no date')}, {record.kind.replace('_', ' ')}", "dim")
