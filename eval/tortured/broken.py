"""Null controls: the program broken on purpose, in the killed process alone. The judge must then object.

A check that stays green over these would prove nothing by being green.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from eval.tortured.kills import Kill
from eval.tortured.work import Acknowledging
from ingest import library
from ingest.disk import durable, sources, steps, token_store


def commit_before_the_original() -> None:
    """The transaction commits first, and the original is kept afterwards."""
    keep, later = sources.keep, []

    def put_off(*arguments: Any) -> Any:
        later.append(arguments)
        return arguments[0] / sources.SOURCES / arguments[1]

    setattr(sources, "keep", put_off)  # noqa: B010
    watched = steps.step

    def step(name: str) -> None:
        watched(name)
        if name == "document committed":
            keep(*later.pop())

    library.step = step  # type: ignore[attr-defined]


def commit_in_pieces() -> None:
    """Every statement commits by itself."""

    @contextmanager
    def transaction(connection: Any) -> Iterator[Any]:
        yield connection

    library.transaction = transaction  # type: ignore[attr-defined]


def acknowledge_early() -> None:
    """A document is acknowledged when its rows are written, before they are committed."""
    add = Acknowledging.add

    def early(self: Any, document: Any, *arguments: Any, **options: Any) -> Any:
        from eval.tortured.scene import name_of

        self.scene.acknowledge(name_of(document.text))
        return add(self, document, *arguments, **options)

    Acknowledging.add = early  # type: ignore[method-assign]


def last_nothing() -> None:
    """Nothing is made to last: what is in the system's memory is torn when the power goes."""
    setattr(os, "fsync", lambda _: None)  # noqa: B010


def forget_the_rescue() -> None:
    """The old library is deleted before the new one has its place."""
    import shutil

    from ingest.care import restore

    exchange = restore._exchange

    def careless(folder: Any, aside: Any, before: Any, *, there: bool) -> None:
        shutil.rmtree(folder)
        steps.step("old library set aside")
        exchange(folder, aside, before, there=False)

    restore._exchange = careless


def write_halves() -> None:
    """Token vectors are cut short before they take their names."""
    write = durable.sync_file

    def torn(file: Any) -> None:
        os.truncate(file, file.stat().st_size // 2)
        write(file)

    token_store.sync_file = torn  # type: ignore[attr-defined]


CONTROLS: dict[str, tuple[Callable[[], None], Kill]] = {
    "commit before the original is kept": (commit_before_the_original, Kill("document committed", 2)),
    "commit in pieces": (commit_in_pieces, Kill("document inserted", 2)),
    "acknowledge before committing": (acknowledge_early, Kill("document inserted", 2)),
    "fsync left out": (last_nothing, Kill("document committed", 3, power=True)),
    "old library deleted first": (forget_the_rescue, Kill("old library set aside", 1)),
    "token vectors written by halves": (write_halves, Kill("tokens named", 2)),
}
"""By name: what is broken, and the kill that shows it."""
