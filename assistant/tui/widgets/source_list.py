"""SourceList: the sources of the answer in focus, a row each."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.answer import Citation
from assistant.render.place import page_name
from assistant.render.plain import one_line, shortened
from assistant.tui.messages import SourceChosen
from assistant.tui.widgets.exchange import Exchange


class SourceList(OptionList):
    """One row a source: number, title, page, date and the first words of the quotation."""

    HELP = "The sources of the answer in focus. Enter opens the one that is marked."
    BORDER_TITLE = "Sources"

    def __init__(self) -> None:
        super().__init__(id="sources", markup=False)
        self._exchange = 0

    def show(self, exchange: Exchange) -> None:
        """Lists the sources of an exchange, its marked one highlighted."""
        self._exchange = exchange.number
        self.border_title = exchange.shown.sources_title if exchange.shown else "Sources"
        self.clear_options()
        self.add_options(
            Option(source_row(number, source)) for number, source in enumerate(exchange.sources, 1)
        )
        self.highlighted = exchange.marked if exchange.sources else None

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Opens the row that was chosen."""
        event.stop()
        self.post_message(SourceChosen(self._exchange, event.option_index))


def source_row(number: int, source: Citation) -> Text:
    """A source in a few lines."""
    place = [page_name(source.page_index, source.page_label), one_line(source.published or "")]
    row = Text(f"[{number}] {shortened(source.title or source.document, 70)}", "bold")
    row.append("\n" + ", ".join(part for part in place if part), "not bold dim")
    return row.append(f"\n“{shortened(source.quote, 90)}”\n", "not bold")
