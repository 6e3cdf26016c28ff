"""Background: calls to the assistant off the screen's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import copy_context

from assistant.crash import write_log
from ingest.errors import ScrutinyError


class Background:
    """Runs calls in threads of their own, which do not hold up quitting as Textual's thread workers do.

    A call reports by posting a message; a screen that has closed drops it.
    """

    def __init__(self) -> None:
        self._threads: list[threading.Thread] = []

    @property
    def busy(self) -> bool:
        """Whether a call is still running."""
        return any(thread.is_alive() for thread in self._threads)

    def run(self, call: Callable[[], object], failed: Callable[[str], object]) -> None:
        """Starts `call` and returns at once; whatever goes wrong in it is told to `failed` in a sentence."""
        context = copy_context()  # Textual finds the app in it

        def guarded() -> None:
            try:
                call()
            except ScrutinyError as error:
                failed(str(error))
            except Exception as error:  # the conversation so far is worth more than a clean end
                failed(_logged(error))

        thread = threading.Thread(target=context.run, args=(guarded,), daemon=True)
        self._threads = [*(thread for thread in self._threads if thread.is_alive()), thread]
        thread.start()


def _logged(error: Exception) -> str:
    """One sentence for an error that should not happen, its traceback in a file."""
    return f"The program failed in a way it should not ({type(error).__name__}). Details: {write_log(error)}"
