"""Outlook messages made by hand: [MS-OXMSG] in the compound files of [MS-CFB]."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from itertools import count, pairwise

SUBJECT, BODY, HTML, PACKED_RTF, HEAD = 0x0037, 0x1000, 0x1013, 0x1009, 0x007D
SENDER, SENDER_SMTP, SENDER_ADDRESS = 0x0C1A, 0x5D01, 0x0C1F
SENT, CODE_PAGE, RECIPIENT_KIND = 0x0039, 0x3FFD, 0x0C15
NAME, SMTP, DATA, FILE_NAME = 0x3001, 0x39FE, 0x3701, 0x3707

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_END, _FREE, _NONE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFD


def message(properties, people=(), attachments=(), *, head=32):
    """The folder of a message: name → bytes of a stream, or a folder within.

    `properties`: number → text, bytes, whole number or time; ("bytes", number) → a text in a code page.
    `people`: (name, address, kind: 1 to, 2 copy). `attachments`: (name, bytes or folder).
    """
    folder = _properties(properties, head)
    for at, (name, address, kind) in enumerate(people):
        of = {NAME: name, SMTP: address, RECIPIENT_KIND: kind}
        folder[f"__recip_version1.0_#{at:08X}"] = _properties(of, 8)
    for at, (name, held) in enumerate(attachments):
        within = _properties({FILE_NAME: name} if name else {}, 8)
        if isinstance(held, dict):
            within[f"__substg1.0_{DATA:04X}000D"] = held
        else:
            within[f"__substg1.0_{DATA:04X}0102"] = held
        folder[f"__attach_version1.0_#{at:08X}"] = within
    return folder


def _properties(values, head):
    folder, fixed = {}, bytes(head)
    for number, value in values.items():
        if isinstance(number, tuple):
            folder[f"__substg1.0_{number[1]:04X}001E"] = value
        elif isinstance(value, str):
            folder[f"__substg1.0_{number:04X}001F"] = value.encode("utf-16-le")
        elif isinstance(value, bytes):
            folder[f"__substg1.0_{number:04X}0102"] = value
        elif isinstance(value, datetime):
            ticks = int((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10_000_000)
            fixed += struct.pack("<HHIq", 0x0040, number, 6, ticks)
        else:
            fixed += struct.pack("<HHIq", 0x0003, number, 6, value)
    return {**folder, "__properties_version1.0": fixed}


def compound(root):
    """The bytes of a compound file that holds this folder."""
    sectors, small, small_fat, fat = [], bytearray(), [], []
    entries = []

    def stored(data):
        first = len(sectors)
        pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), _END] if pieces else [])
        return first if pieces else _END

    def stored_small(data):
        first, pieces = len(small_fat), -(-len(data) // _SMALL)
        small.extend(data.ljust(pieces * _SMALL, b"\0"))
        small_fat.extend([*range(first + 1, first + pieces), _END] if pieces else [])
        return first if pieces else _END

    def add(name, held, kind):
        at = len(entries)
        entries.append([name, kind, _NONE, _NONE, _END, 0])
        if isinstance(held, dict):
            within = [add(one, inner, 1 if isinstance(inner, dict) else 2) for one, inner in held.items()]
            for here, after in pairwise(within):
                entries[here][2] = after  # one under the other, to the right: no balance is needed to read it
            entries[at][3] = within[0] if within else _NONE
            entries[at][4] = 0 if kind == 1 else _END
        else:
            entries[at][4] = stored(held) if len(held) >= _CUTOFF else stored_small(held)
            entries[at][5] = len(held)
        return at

    add("Root Entry", root, 5)
    entries[0][4:] = [stored(bytes(small)), len(small)]
    small_at = stored(struct.pack(f"<{len(small_fat)}I", *small_fat))
    listed = b"".join(
        (name.encode("utf-16-le") + b"\0\0").ljust(64, b"\0")
        + struct.pack("<HBBIII", len(name) * 2 + 2, kind, 1, _NONE, right, inside)
        + bytes(36)
        + struct.pack("<IQ", first, size)
        for name, kind, right, inside, first, size in entries
    )
    listed_at = stored(listed)
    needed = next(n for n in count(1) if n * 128 >= len(fat) + n)
    table = [*fat, *[_FAT] * needed]
    table_at = len(sectors)
    whole = struct.pack(f"<{needed * 128}I", *table, *[_FREE] * (needed * 128 - len(table)))
    small_sectors = -(-len(small_fat) * 4 // _SECTOR)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, needed, listed_at, 0, _CUTOFF, small_at, small_sectors, _END, 0)
    header += struct.pack("<109I", *range(table_at, table_at + needed), *[_FREE] * (109 - needed))
    return header + b"".join(sectors) + whole


def outlook(*parts, **more):
    """The bytes of an Outlook message."""
    return compound(message(*parts, **more))
