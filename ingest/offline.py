"""Keeps the libraries we build on off the network. Imported before they are."""

from __future__ import annotations

import os

SETTINGS = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "TOKENIZERS_PARALLELISM": "false",
}


def go_offline() -> None:
    """Set what the libraries read when they are imported, whatever the user's environment says."""
    os.environ.update(SETTINGS)
