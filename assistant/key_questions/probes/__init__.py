"""Probes: one file each, material → finding. A question without a probe of its own is read by its signals."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from assistant.key_questions.finding import Finding
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.material import Material

Probe = Callable[[KeyQuestion, Material], Finding]

PROBES = (
    "signals",
    "themes",
    "measures",
    "impact",
    "good_practice",
    "priorities",
    "smart",
    "action",
    "lessons",
    "feedback",
    "programme",
    "section_11",
)
"""The names a framework may use; each is a module here with a function `probe`."""


def probe_named(name: str) -> Probe:
    """The probe of that name."""
    probe: Probe = import_module(f"assistant.key_questions.probes.{name}").probe
    return probe
