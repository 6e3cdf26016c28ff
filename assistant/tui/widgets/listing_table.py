"""ListingTable: one table whose rows can be sorted by any column and opened at their sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import DataTable

from assistant.answer import Citation
from assistant.render.plain import one_line
from assistant.tui.tables import Listing


class ListingTable(DataTable[Text]):
    """The arrows move, Enter opens the row's source, s sorts by the cursor's column, again: backwards."""

    HELP = "Arrows move, Enter opens the source of the row, s sorts by the column you are in."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "sort_here", "Sort", id="table.sort")]

    @dataclass
    class RowChosen(Message):
        """The user wants to read what a row rests on."""

        sources: tuple[Citation, ...]

    def __init__(self, listing: Listing) -> None:
        super().__init__(zebra_stripes=True, cursor_type="cell")
        self._columns = listing.columns
        self._rows = list(listing.rows)
        self._shown = list(range(len(self._columns)))
        self._sorted: tuple[int, bool] | None = None

    def on_resize(self) -> None:
        """Divides the width among the columns by their shares; long cells go on over several lines."""
        at = self.cursor_coordinate
        self._shown = self._fitting()
        columns = [self._columns[place] for place in self._shown]
        left = max(0, self._room(self._shown))
        shares = sum(column.share for column in columns)
        self.clear(columns=True)
        for column in columns:
            self.add_column(Text(column.heading), width=column.least + left * column.share // shares)
        self._fill()
        self.move_cursor(row=at.row, column=at.column)

    def _fitting(self) -> list[int]:
        """The columns there is room for: as few of the spare ones are left out as will do."""
        shown = list(range(len(self._columns)))
        for place, column in enumerate(self._columns):
            if column.spare and self._room(shown) < 0:
                shown.remove(place)
        return shown

    def _room(self, shown: Sequence[int]) -> int:
        """What is left of the width when each of these columns has its least."""
        least = sum(self._columns[place].least for place in shown)
        return self.size.width - 2 - len(shown) * 2 * self.cell_padding - least

    def _fill(self) -> None:
        self.clear()
        for row in self._rows:
            self.add_row(*(Text(one_line(row.cells[place])) for place in self._shown), height=None)

    @on(DataTable.CellSelected)
    def choose(self, event: DataTable.CellSelected) -> None:
        """Opens the row, where it rests on something."""
        event.stop()
        row = self._rows[event.coordinate.row]
        if row.sources:
            self.post_message(self.RowChosen(row.sources))

    @on(DataTable.HeaderSelected)
    def sort_by(self, event: DataTable.HeaderSelected) -> None:
        """A click on a heading sorts by it."""
        event.stop()
        self._sort(event.column_index)

    def action_sort_here(self) -> None:
        """Sorts by the column of the cursor."""
        self._sort(self.cursor_column)

    def _sort(self, column: int) -> None:
        backwards = self._sorted == (column, False)
        self._sorted = (column, backwards)
        place = self._shown[column]
        self._rows.sort(key=lambda row: row.cells[place].casefold(), reverse=backwards)
        at = self.cursor_column
        self._fill()
        self.move_cursor(row=0, column=at)
