"""The rich text that Outlook packs ([MS-OXRTFCP]): bytes, and references to bytes written before."""

from __future__ import annotations

import struct

_HEAD = 16
_PACKED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096
_MOST = 32 * 1024 * 1024
_BEFORE = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans "
    rb"SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What counts as written before the text begins."""


def unpacked(data: bytes) -> bytes:
    """The rich text; nothing where it is damaged, or longer than anyone writes."""
    if len(data) < _HEAD:
        return b""
    size, kind = struct.unpack("<I4s", data[4:12])
    if kind == _PLAIN:
        return data[_HEAD : _HEAD + size]
    if kind != _PACKED or size > _MOST:
        return b""
    window = bytearray(_BEFORE.ljust(_WINDOW, b"\x00"))
    at, written = _HEAD, len(_BEFORE)
    text = bytearray()
    while at < len(data) and len(text) < size:
        flags = data[at]
        at += 1
        for bit in range(8):
            if flags >> bit & 1:
                if at + 2 > len(data):
                    return bytes(text)
                reference = int.from_bytes(data[at : at + 2], "big")
                at += 2
                start, length = reference >> 4, (reference & 0xF) + 2
                if start == written % _WINDOW:
                    return bytes(text)
                found = range(start, start + length)
            elif at < len(data):
                window[written % _WINDOW] = data[at]
                found, at = range(written, written + 1), at + 1
            else:
                return bytes(text)
            for place in found:
                byte = window[place % _WINDOW]
                window[written % _WINDOW] = byte
                text.append(byte)
                written += 1
    return bytes(text[:size])
