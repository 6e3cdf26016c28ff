"""Trail: the citations of the page that a visitor comes from, so that the next one is a step away."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from urllib.parse import urlsplit

from starlette.datastructures import QueryParams

from assistant.answer import Citation
from assistant.api.caller import Caller
from assistant.web.asked import asked_in
from assistant.web.weighed import weighed_in
from ingest.errors import ScrutinyError

_KEPT = 200
"""Pages whose citations are remembered."""

Key = tuple[str, str, str]


class Trail:
    """Remembers, for each key and version of the library, what a page cited."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, tuple[Citation, ...]] = OrderedDict()
        self._lock = Lock()

    def around(self, caller: Caller, back: str, n: int) -> tuple[Citation | None, Citation | None]:
        """The citations before and after number `n` on the page with that address; None at the ends."""
        cited = self._cited(caller, back) if back and n else ()
        at = next((place for place, one in enumerate(cited) if one.n == n), None)
        if at is None:
            return None, None
        return cited[at - 1] if at else None, cited[at + 1] if at + 1 < len(cited) else None

    def remember(self, caller: Caller, page: str, version: str, cited: Sequence[Citation]) -> None:
        """What the page with that address cites, in that version of the library."""
        with self._lock:
            for key in [key for key in self._kept if key[0] == caller.key.id and key[1] != version]:
                del self._kept[key]  # what has changed since may have been erased
            self._kept[caller.key.id, version, page] = tuple(cited)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)

    def _cited(self, caller: Caller, back: str) -> tuple[Citation, ...]:
        version = caller.assistant.library_version()
        key = (caller.key.id, version, back)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = tuple(_read_again(caller, back))
        self.remember(caller, back, version, found)
        return found


def _read_again(caller: Caller, back: str) -> Sequence[Citation]:
    """What the page cites: the same address gives the same answer. Nothing for any other page."""
    parts = urlsplit(back)
    query = QueryParams(parts.query)
    try:
        if parts.path == "/answers":
            asked = asked_in(query)
            if asked.faults() or asked.day is None:
                return ()
            answer = caller.assistant.ask(asked.question, filters=asked.filters(caller), as_of=asked.day)
            return answer.citations or answer.nearest
        if parts.path.startswith("/questions/"):
            weighed = weighed_in(query)
            ledgers = caller.assistant.questions(
                [parts.path.removeprefix("/questions/")], **weighed.weighing.options
            )
            return ledgers[0].citations if ledgers else ()
    except ScrutinyError:
        return ()
    return ()
