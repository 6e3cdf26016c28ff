"""Copying: text to the clipboard by the first route that works, and always to a file as well.

A terminal may drop the escape sequence that Textual copies with, and cannot say so; the system's own tool
can. Whoever copies is told which route was taken.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

TOOLS: tuple[tuple[str, ...], ...] = (
    ("pbcopy",),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("clip.exe",),
)
NEEDS = {"wl-copy": "WAYLAND_DISPLAY", "xclip": "DISPLAY"}
"""Tools that hang or fail without a display, and the variable that names it."""

SECONDS = 3


def copy(text: str, by_terminal: Callable[[str], None]) -> str:
    """Copies the text and says by which route; `by_terminal` asks the terminal to (OSC 52)."""
    for tool in TOOLS:
        needed = NEEDS.get(tool[0])
        if shutil.which(tool[0]) and (needed is None or os.environ.get(needed)) and _piped(tool, text):
            return f"Copied with {tool[0]}."
    by_terminal(text)
    return "Sent to your terminal to copy, which may or may not have done so."


def save(text: str, folder: Path, stem: str) -> Path:
    """Writes the text to a new Markdown file in the folder, never over another; its path. OSError."""
    place = free_place(folder, f"{stem}-{datetime.now():%Y-%m-%d-%H%M}", ".md")
    place.write_text(text, encoding="utf-8")
    return place


def free_place(folder: Path, stem: str, suffix: str) -> Path:
    """An empty new file of such a name in the folder, for someone to write to. OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1000):
        place = folder / (f"{stem}-{number}{suffix}" if number else f"{stem}{suffix}")
        try:
            place.touch(exist_ok=False)
        except FileExistsError:
            continue
        return place
    raise FileExistsError(f"There are too many files named {stem} in {folder}.")


def exports_folder() -> Path:
    """Where exports go: the user's documents folder."""
    from platformdirs import user_documents_path

    return user_documents_path() / "Scrutiny"


def home_named(place: Path) -> str:
    """The path as its owner would say it: ~ for the home folder."""
    try:
        return str(Path("~") / place.relative_to(Path.home()))
    except (ValueError, RuntimeError):  # elsewhere, or there is no home
        return str(place)


def _piped(tool: tuple[str, ...], text: str) -> bool:
    try:
        subprocess.run(tool, input=text.encode(), timeout=SECONDS, check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return False
    return True
