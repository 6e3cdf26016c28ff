"""Builds the program: the one place where the parts are put together."""

from __future__ import annotations

from assistant.facade import ScrutinyAssistant
from assistant.settings import Settings


def build_assistant(settings: Settings | None = None) -> ScrutinyAssistant:
    """The assistant for these settings (the environment's by default). Cheap: nothing is opened or loaded yet."""
    return ScrutinyAssistant(settings or Settings.from_environment())
