"""Frames: how a reading process and the one that started it talk over a pipe.

A frame is one byte that says what it is, eight bytes of length (big-endian), and so many bytes.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO, BinaryIO, Literal

Kind = Literal[b"?", b".", b"=", b"!"]
"""A file to read; a sign of life; a parcel; a failure."""

MOST_BYTES = 1 << 30


def send(pipe: IO[bytes], kind: Kind, data: bytes = b"") -> None:
    """Write one frame."""
    pipe.write(kind + len(data).to_bytes(8, "big") + data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[bytes, bytes]:
    """The next frame's kind and bytes. EOFError where the other side has ended, or talks nonsense."""
    head = pipe.read(9)
    length = int.from_bytes(head[1:], "big")
    if len(head) < 9 or length > MOST_BYTES:
        raise EOFError
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return head[:1], data


def pipes() -> tuple[BinaryIO, BinaryIO]:
    """A child's input and output for frames; whatever a library prints goes nowhere."""
    replies = os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
    return sys.stdin.buffer, replies
