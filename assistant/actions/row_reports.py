"""Row reports: what the progress and status cells of a row report of its action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from assistant.actions.cells import Cells
from assistant.actions.days import dates_in, day_in, is_bare_day, last_day
from assistant.actions.due import due_of, expected_in, moved_in
from assistant.actions.figures import counts, shows_change
from assistant.actions.key import Key, is_colour
from assistant.actions.reading import Reading, State, completed_in, read_report
from assistant.actions.setdown import Report, Span
from assistant.actions.unfinished import opens_short
from assistant.actions.vocabulary import pattern
from ingest.cell_colour import parted


@dataclass(frozen=True, slots=True)
class RowReports:
    """How reports are read: column names, key to colours, day told of, due day, the action's own words."""

    header: Sequence[str]
    key: Key
    said_on: str | None
    due: str | None = None
    wording: str = ""

    def reports(self, cells: Cells) -> Iterator[Report]:
        """One report a progress column, the last of them joined with what the status column says; then one
        for a revised date, and one for a day of completion.
        """
        days = [(span, day) for _, span in cells.every("completed") if (day := self._done_on(cells, span))]
        undated = [] if days else cells.every("completed")
        status = [*cells.every("status"), *undated]
        dated = len({self._column_day(self.header[index]) for index, _ in status}) > 1
        told = cells.every("progress") or (status if dated else _in_words(cells, status))
        status = [] if told is status else status
        for index, span in told:
            day = self._column_day(self.header[index])
            cell = cells.text(span)
            words = parted(cell)[0]
            told_of = read_report(words, day, wording=self.wording)
            reading = self._of_colour(cell, day) if is_colour(cell) else told_of
            if index == told[-1][0]:
                reading = self._with_status(cells, [span for _, span in status], reading, day)
            if reading.state == "done" and not reading.completed:
                reading = replace(reading, completed=completed_in(words, day))
            measured = reading.measured or (told_of.state == "done" and counts(words, self.wording))
            yield Report(
                span=span,
                said_on=day,
                **asdict(replace(reading, measured=measured)),
                impact=shows_change(cells.text(span)),
                short=reading.state != "done" and opens_short(words, self.wording),
                words=cells.text(span),
                expected=None if reading.state == "done" else expected_in(words, day),
            )
            yield from self._carried(cells, span, day) if reading.state != "done" else ()
        for _, span in cells.every("revised"):
            due, _ = due_of(cells.text(span), self.said_on)
            if due and due != self.due:
                yield Report(span, self.said_on, "none", words=cells.text(span), due=due, due_words=span)
        for span, done_on in days:
            yield Report(span, self.said_on, "done", completed=done_on, words=cells.text(span))

    def _carried(self, cells: Cells, span: Span, day: str | None) -> Iterator[Report]:
        """The later day to which a progress cell moves the action: "Carried forward to December"."""
        due, place = moved_in(cells.text(span), day) or ("", span)
        if self.due and due > self.due:
            words = span[0] + place[0], span[0] + place[1]
            yield Report(span, day, "none", words=cells.text(span), due=due, due_words=words)

    def _done_on(self, cells: Cells, span: Span) -> str | None:
        """The day gone by that a cell of completion gives; None where it says anything else."""
        cell = cells.text(span)
        days = [day for words in dates_in(cell) if (day := day_in(words, self.said_on))]
        if not days or not (is_bare_day(cell) or read_report(cell, self.said_on).state == "done"):
            return None
        return days[-1] if not self.said_on or days[-1] <= self.said_on[: len(days[-1])] else None

    def _column_day(self, label: str) -> str | None:
        """The day in a column's name ("Progress at April 2025"), else the table's."""
        days = [day for words in dates_in(label) if (day := day_in(words, self.said_on)) and len(day) > 4]
        return last_day(days[-1]) if days else self.said_on

    def _with_status(
        self, cells: Cells, status: Sequence[Span], reading: Reading, day: str | None
    ) -> Reading:
        """A progress cell's reading with what the status column says: a word, or a colour with its key."""
        for cell in (part for span in status for part in parted(cells.text(span)) if part):
            colour = is_colour(cell)
            said = self._of_colour(cell, day) if colour else read_report(cell, day)
            if said.state == "none":
                continue
            if colour and reading.state == "done" and self.key.is_on_track_by_custom(cell):
                continue
            if reading.state == "none" or (said.state in ("rejected", "already_done") and not colour):
                reading = _joined(reading, said, said.state)
            elif not _is_answer(cell):
                reading = _joined(reading, said, _state_of(reading, said))
        return reading

    def _of_colour(self, cell: str, day: str | None) -> Reading:
        """What a colour says; one that only by custom means "on track" says nothing once the day is past."""
        said = self.key.read(cell, day)
        past = bool(self.due and day and self.due < last_day(day))
        return Reading("none") if past and self.key.is_on_track_by_custom(cell) else said


def _in_words(cells: Cells, status: Sequence[tuple[int, Span]]) -> Sequence[tuple[int, Span]]:
    """The last status cell in words, which speaks for all where no progress is told; else a colour."""
    worded = [(index, span) for index, span in status if not is_colour(cells.text(span))]
    return (worded or list(status))[-1:]


def _joined(progress: Reading, status: Reading, state: State) -> Reading:
    return replace(
        progress,
        state=state,
        completed=progress.completed or status.completed,
        late=progress.late or status.late,
        timely=progress.timely or status.timely,
    )


def _state_of(progress: Reading, status: Reading) -> State:
    """The status column stands over a narrative: "complete" over one that sounds unfinished, an unfinished
    status over one that sounds done. Where the narrative itself says what is not done, it counts.
    """
    if status.state == "done":
        return "done" if progress.state == "in_hand" else progress.state
    return status.state if progress.state == "done" else progress.state


def _is_answer(cell: str) -> bool:
    """Whether a status says only how the recommendation was received: "Agreed"."""
    return bool(pattern("status", "new").fullmatch(cell.strip()))
