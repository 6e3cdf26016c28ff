"""200 payloads as text, title, date, kind and file name through every screen: nothing of them acts."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")

TESTS = Path(__file__).parents[1]
FORBIDDEN = [
    rb"\x1b\]52;c;ZXZpbA", rb"\x1b\]8;", rb"\x1b\]1337", rb"\x1b\]0;title", rb"\x1b\]2;title",
    rb"\x1bP1\$r", rb"\x1b_G",
    rb"\x1b\^", rb"\x1b\(0", rb"\x1b#8", rb"\x1bc", rb"\x1b\[5i", rb"\x07", rb"\x00", rb"\x0e",
    rb"\x08", rb"\x7f",
]  # fmt: skip
QUERIES = [rb"\x1b\[6n", rb"\x1b\[c", rb"\x1b[78]"]
POINTER = b"\x1b]22;default\x07"
"""Textual's own: the shape of the mouse pointer."""
INVISIBLE = re.compile("[\x80-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")


def screens_of(program):
    """Everything that the program wrote to its terminal, and its exit code."""
    ours, theirs = pty.openpty()
    os.set_inheritable(theirs, True)
    environment = os.environ | {"COLUMNS": "140", "LINES": "40", "TERM": "xterm-256color"}
    environment["TEXTUAL_ANIMATIONS"] = "none"  # the same words are drawn, without the steps between
    environment["PYTHONPATH"] = os.pathsep.join([str(TESTS.parent), str(TESTS)])
    child = subprocess.Popen(
        [sys.executable, program], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    written = b""
    try:
        while piece := os.read(ours, 65536):
            written += piece
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(ours)
    return written, child.wait(30)


def test_no_payload_reaches_the_terminal_as_anything_but_words():
    written, code = screens_of(TESTS / "hostile_app.py")
    assert code == 0
    written = written.replace(POINTER, b"")
    seen = set(re.findall(rb"Q\d+Z", written))
    assert len(seen) >= 190
    assert [pattern for pattern in [*FORBIDDEN, *QUERIES] if re.search(pattern, written)] == []
    assert INVISIBLE.findall(written.decode("utf-8", "replace")) == []
