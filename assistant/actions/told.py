"""Told: what the progress and status cells of a row report of its action."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.actions.cells import Cells
from assistant.actions.days import dates_in, day_in, last_day
from assistant.actions.figures import shows_change
from assistant.actions.key import Key
from assistant.actions.reading import Reading, State, read_report
from assistant.actions.setdown import Report, Span

_COLOUR = re.compile(r"\W*(?:red|amber|green|blue|grey|gray|purple|yellow|black|white)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """How a table's reports are read: its column names, the key to its colours, the day it tells of."""

    header: Sequence[str]
    key: Key
    said_on: str | None

    def reports(self, cells: Cells) -> Iterator[Report]:
        """One report a progress column, the last of them joined with what the status column says."""
        status = cells.every("status")
        told = cells.every("progress") or status
        for index, span in told:
            day = self._column_day(self.header[index])
            reading = read_report(cells.text(span), day)
            if index == told[-1][0]:
                reading = self._with_status(cells, [span for _, span in status], reading, day)
            yield Report(
                span=span,
                said_on=day,
                state=reading.state,
                completed=reading.completed,
                late=reading.late,
                timely=reading.timely,
                measured=reading.measured,
                impact=shows_change(cells.text(span)),
                words=cells.text(span),
            )

    def _column_day(self, label: str) -> str | None:
        """The day in a column's name ("Progress at April 2025"), else the table's."""
        days = [day for words in dates_in(label) if (day := day_in(words, self.said_on)) and len(day) > 4]
        return last_day(days[-1]) if days else self.said_on

    def _with_status(
        self, cells: Cells, status: Sequence[Span], reading: Reading, day: str | None
    ) -> Reading:
        """A progress cell's reading with what the status column says: a word, or a colour with its key."""
        for span in status:
            cell = cells.text(span)
            colour = bool(_COLOUR.fullmatch(cell))
            said = self.key.read(cell, day) if colour else read_report(cell, day)
            if said.state == "none":
                continue
            if reading.state == "none" or (said.state in ("rejected", "already_done") and not colour):
                reading = _joined(reading, said, said.state)
            elif not colour:
                reading = _joined(reading, said, _state_of(reading, said))
        return reading


def _joined(progress: Reading, status: Reading, state: State) -> Reading:
    return replace(
        progress,
        state=state,
        completed=progress.completed or status.completed,
        late=progress.late or status.late,
        timely=progress.timely or status.timely,
    )


def _state_of(progress: Reading, status: Reading) -> State:
    """The status column's "complete" stands over a narrative that sounds unfinished; else the words count."""
    return status.state if status.state == "done" and progress.state == "in_hand" else progress.state
