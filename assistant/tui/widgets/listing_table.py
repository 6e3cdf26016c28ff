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
        self._rows = listing.rows
        self._shown = list(range(len(self._columns)))
        self._sorted: tuple[int, bool] | None = None

    def on_resize(self) -> None:
        """Divides the width among the columns by their shares; long cells go on over several lines."""
        at = self.cursor_coordinate
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
        self._shown = self._fitting()
        left = max(0, self._room(self._shown))
        shares = sum(self._columns[place].share for place in self._shown)
        self.clear(columns=True)
        for place in self._shown:
            column = self._columns[place]
            width = column.least + left * column.share // shares
            self.add_column(Text(self._heading(place, width)), width=width)
        for number, row in enumerate(self._rows):
            cells = (Text(one_line(row.cells[place])) for place in self._shown)
            self.add_row(*cells, height=None, key=str(number))
        self._order()

    def _heading(self, place: int, width: int) -> str:
        """The column's heading, with an arrow where the rows are sorted by it."""
        by, backwards = self._sorted or (None, False)
        mark = "" if by != place else "↓" if backwards else "↑"
        return self._columns[place].heading[: max(1, width - len(mark))] + mark

    @on(DataTable.CellSelected)
    def choose(self, event: DataTable.CellSelected) -> None:
        """Opens the row, where it rests on something."""
        event.stop()
        row = self._rows[int(event.cell_key.row_key.value or 0)]
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
        place = self._shown[column]
        self._sorted = (place, self._sorted == (place, False))
        self._order()
        self.move_cursor(row=0, column=column)

    def _order(self) -> None:
        """Puts the rows into the order that was chosen; what is not there comes last either way."""
        if self._sorted is None or self._sorted[0] not in self._shown:
            return
        for place, column in zip(self._shown, self.ordered_columns, strict=True):
            column.label = Text(self._heading(place, column.width))
        key = self.ordered_columns[self._shown.index(self._sorted[0])].key
        backwards = self._sorted[1]
        self.sort(
            key, key=lambda cell: (bool(cell.plain) == backwards, cell.plain.casefold()), reverse=backwards
        )
