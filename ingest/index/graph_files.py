"""The files in which Chroma 1.5.9 keeps the graph of a generation, and what hnswlib leaves in them unset.

hnswlib writes its arrays out whole when it makes them, before a vector is in: what it never sets is then
whatever this process had in that memory. Ids and vectors of erased passages were found so.
"""

from __future__ import annotations

import struct
from pathlib import Path

HEADER, GRAPH, LENGTHS = "header.bin", "data_level0.bin", "length.bin"


def used(header: Path) -> int:
    """How many bytes of the graph's file hold vectors. hnswlib's header: an int32, then sizes as uint64."""
    _, _, _, count, size = struct.unpack_from("<i4Q", header.read_bytes())
    return int(count * size)


def written(folder: Path) -> bool:
    """Whether the generation's graph is on the disk. Where it is not, Chroma makes these files anew on each
    opening, from unset memory; so it was under 1,000 passages in generations of earlier versions.
    """
    try:
        return any(used(header) for header in folder.glob(f"*/{HEADER}"))
    except (OSError, struct.error):
        return False


def blank_unset(folder: Path) -> None:
    """Zero the slots of the graph that hold no vector, and all lengths: they serve another measure than ours,
    and are never set. ValueError where the graph is shorter than its header says.
    """
    for header in folder.glob(f"*/{HEADER}"):
        _blank(header.with_name(GRAPH), used(header))
        _blank(header.with_name(LENGTHS), 0)


def _blank(file: Path, start: int) -> None:
    unset = file.stat().st_size - start
    if unset < 0:
        raise ValueError(f"{file} is shorter than its header says.")
    with file.open("r+b") as opened:
        opened.seek(start)
        opened.write(bytes(unset))
