"""Reading the arrays of a file that `numpy.savez` wrote, ten times as fast as `numpy.load` does.

A question looks into a hundred such files. They are uncompressed zip archives, one `.npy` entry an array.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

_ENTRY = struct.Struct("<4s5H3I2H")
"""Before a zip entry: signature, version, flags, method, time, date, CRC-32, sizes, lengths of names."""

_LONG_SIZES = struct.Struct("<2H2Q")
"""The extra field that holds the sizes where the header's own say that they are too long for it."""

_TOO_LONG = 0xFFFFFFFF
_HEADER = re.compile(rb"'descr': '([^']+)', 'fortran_order': False, 'shape': \(([\d, ]*)\)")
_FIRST = 10
"""Bytes of an array before its header's text: magic, version and the header's length."""


def read_arrays(path: Path | str) -> dict[str, Array]:
    """The file's arrays by name. ValueError where it is not whole; OSError where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return {name: array_of(data) for name, data in _entries(file.read())}
    except struct.error as error:
        raise ValueError(f"{path} is cut short.") from error


def array_of(data: bytes) -> Array:
    """The array that these bytes of a `.npy` file hold. ValueError."""
    kind, shape, start = header_of(data)
    return np.frombuffer(data, kind, offset=start).reshape(shape)


def header_of(data: bytes) -> tuple[np.dtype[Any], tuple[int, ...], int]:
    """Type, shape and first byte of the values, from the beginning of a `.npy` file. ValueError."""
    start = _FIRST + struct.unpack_from("<H", data, _FIRST - 2)[0]
    return *_told(data[:start]), start


@lru_cache(maxsize=2_048)
def _told(header: bytes) -> tuple[np.dtype[Any], tuple[int, ...]]:
    """Type and shape; many arrays have the same."""
    told = _HEADER.search(header, _FIRST)
    if not header.startswith(b"\x93NUMPY\x01") or not told:
        raise ValueError("These bytes are no stored array.")
    shape = tuple(int(size) for size in told.group(2).split(b",") if size.strip())
    return np.dtype(told.group(1).decode("ascii")), shape


def _entries(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while data.startswith(b"PK\3\4", at):
        _, _, _, method, _, _, check, _, size, named, more = _ENTRY.unpack_from(data, at)
        first = at + _ENTRY.size
        if size == _TOO_LONG:
            size = _LONG_SIZES.unpack_from(data, first + named)[2]
        start = first + named + more
        entry = data[start : start + size]
        if method or len(entry) != size or zlib.crc32(entry) != check:
            raise ValueError("An entry of the archive is not whole.")
        yield data[first : first + named].decode("utf-8").removesuffix(".npy"), entry
        at = start + size
    if not data.startswith(b"PK\1\2", at):
        raise ValueError("The archive has no list of its entries.")
