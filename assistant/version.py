"""Which release of the program is running."""

from __future__ import annotations

DISTRIBUTION = "scrutiny-assistant"
"""The name that the program is installed under."""


def program_version() -> str:
    """The installed release, such as "0.1.0"; "unknown" when run from a folder that was never installed."""
    from importlib import metadata

    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "unknown"
