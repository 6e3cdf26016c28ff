"""Builds the program: the one place where the parts are put together."""

from __future__ import annotations

from assistant.facade import ScrutinyAssistant
from assistant.settings import Settings


def build_assistant(settings: Settings | None = None) -> ScrutinyAssistant:
    """The assistant for these settings (by default the environment's). Nothing is opened or loaded yet."""
    return ScrutinyAssistant(settings or Settings.from_environment())
