"""`python -m eval NAME …` runs `main(argv) -> int` of eval/NAME.py, importing only that one."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def runnable() -> list[str]:
    """The names that can be run: every file of this folder with a `main`."""
    files = sorted(Path(__file__).parent.glob("[a-z]*.py"))
    return [file.stem for file in files if "\ndef main(" in file.read_text("utf-8")]


def run(argv: list[str]) -> int:
    """Dispatch; returns the exit code, 2 where there is no such name."""
    if not argv or argv[0] not in runnable():
        print(f"usage: python -m eval {{{','.join(runnable())}}} …", file=sys.stderr)
        return 2
    return int(import_module(f"eval.{argv[0]}").main(argv[1:]))


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
