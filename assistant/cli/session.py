"""Session: what the parts of one command line share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings

if TYPE_CHECKING:
    import typer

    from assistant.facade import ScrutinyAssistant

Build = Callable[[Settings], "ScrutinyAssistant"]
"""Makes the assistant for some settings; tests pass one that returns a fake."""


def _build(settings: Settings) -> ScrutinyAssistant:
    """The real assistant, imported only when a command needs one."""
    from assistant.bootstrap import build_assistant

    return build_assistant(settings)


@dataclass
class Session:
    """One run of the command line: how to build the assistant, and what the user said about the library.

    `library` is the value of `--library`, None where it was not given. A command that finishes normally
    but has something to report sets `exit_code` (1: findings, or some documents failed).
    """

    build: Build = _build
    library: Path | None = None
    exit_code: int = 0
    _built: list[ScrutinyAssistant] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        """The environment's settings, with `--library` over them."""
        settings = Settings.from_environment()
        return replace(settings, library=self.library.expanduser()) if self.library else settings

    def assistant(self, reranker: str | None = None) -> ScrutinyAssistant:
        """The assistant over this run's library; nothing is opened yet. It is closed with the session."""
        settings = self.settings
        assistant = self.build(replace(settings, reranker=reranker) if reranker else settings)
        self._built.append(assistant)
        return assistant

    def close(self) -> None:
        """Closes what this run has opened."""
        while self._built:
            self._built.pop().close()


def session_of(context: typer.Context) -> Session:
    """The session that a command runs in."""
    session = context.find_root().obj
    assert isinstance(session, Session)
    return session


def at_a_terminal() -> bool:
    """Whether a person can see our output and type to us."""
    return sys.stdin.isatty() and sys.stdout.isatty()
