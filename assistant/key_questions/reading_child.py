"""A helper of the first reading: `python -m assistant.key_questions.reading_child`, its part on stdin (JSON).

It never answers a Ctrl+C: the process that started it decides, and ends it.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import Any

from assistant.key_questions.read_ahead import read_part
from ingest.library import Library


def main(asked: dict[str, Any]) -> None:
    """Read the documents asked for and keep what is worked out beside the library."""
    own = tuple((name, tuple(phrases)) for name, phrases in asked["own"])
    with Library.open(Path(asked["library"])) as library:
        read_part(library, asked["ids"], frozenset(asked["whole"]), own)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main(json.load(sys.stdin))
