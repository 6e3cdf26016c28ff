"""The log file of an error that should not have happened."""

from __future__ import annotations

import re
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

LOG = re.compile(r"crash-\d{8}T\d{12}\.log")


def write_log(error: BaseException, folder: Path | None = None) -> Path:
    """Writes the error's traceback to a new file, readable by its owner only, and returns its path."""
    name = f"crash-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.log"
    text = "".join(traceback.format_exception(error))
    for place in _places(folder):
        try:
            place.mkdir(parents=True, exist_ok=True)
            path = place / name
            path.touch(mode=0o600)
            path.write_text(text, "utf-8", errors="backslashreplace")
        except OSError:
            continue
        return path
    return Path(name)


def forget_logs() -> None:
    """Delete the logs written so far: an error's own words may hold some of a document's."""
    for place in _places():
        for file in place.glob("crash-*.log"):
            if LOG.fullmatch(file.name):
                with suppress(OSError):
                    file.unlink()


def _places(folder: Path | None = None) -> Iterator[Path]:
    """Where a log goes; to the next where one cannot be written to."""
    yield folder or _log_folder()
    with suppress(OSError):  # there is no folder for temporary files, as where the disk is full
        yield Path(tempfile.gettempdir())


def _log_folder() -> Path:
    from platformdirs import user_log_path

    return user_log_path("scrutiny", appauthor=False)
