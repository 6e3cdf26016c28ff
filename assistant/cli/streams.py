"""The process's standard streams: UTF-8 everywhere, and quiet once nobody reads them."""

from __future__ import annotations

import contextlib
import io
import os
import sys


def use_utf8() -> None:
    """Makes the standard streams UTF-8, whatever the locale or the Windows code page says.

    A lone surrogate (from a file name that is not UTF-8) is written as its escape. Line ends are LF when
    the output is a file or a pipe, so that a result has the same bytes on every system.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            newline = None if stream.isatty() else "\n"
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=newline)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")


def discard_output() -> None:
    """Points standard output at nothing, so that the interpreter's last flush does not complain."""
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
