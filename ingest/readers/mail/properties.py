"""The properties of an Outlook message, of a person it went to or of an attachment ([MS-OXMSG] 2.4)."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta

from ingest.readers.compound import Compound, Path
from ingest.readers.decode import decode

_FIXED = "__properties_version1.0"
_ENTRY = 16
_TIME, _LONG = 0x0040, 0x0003
_OBJECT, _TEXT, _BYTES_TEXT, _BINARY = 0x000D, 0x001F, 0x001E, 0x0102
_BEGINNING = datetime(1601, 1, 1, tzinfo=UTC)
_CODE_PAGES = (0x3FFD, 0x3FDE)
"""The code page of the message's texts, and of its body as it was sent."""
_UTF_8 = 65001


class Properties:
    """The properties kept in a folder of the file, by their numbers."""

    def __init__(self, file: Compound, folder: Path) -> None:
        self._file, self._folder = file, folder
        self._fixed = self._read_fixed()
        page = next((found for one in _CODE_PAGES if (found := self.number(one))), 0)
        self._encoding = "utf-8" if page == _UTF_8 else f"cp{page}" if page else None

    def text(self, number: int) -> str:
        """A text; "" where there is none."""
        wide = self._stream(number, _TEXT)
        if wide is not None:
            return wide.decode("utf-16-le", errors="replace").replace("\x00", "")
        narrow = self._stream(number, _BYTES_TEXT)
        return decode(narrow, self._encoding).replace("\x00", "") if narrow else ""

    def data(self, number: int) -> bytes:
        """Bytes, also those that are kept as a text; none where there are none."""
        found = self._stream(number, _BINARY)
        return found if found is not None else self.text(number).encode("utf-8", errors="replace")

    def number(self, number: int) -> int:
        """A whole number; 0 where there is none."""
        value = self._fixed.get((number, _LONG), b"")
        return int(struct.unpack("<i", value[:4])[0]) if value else 0

    def time(self, number: int) -> datetime | None:
        """A time, in UTC; None where there is none."""
        value = self._fixed.get((number, _TIME))
        try:
            ticks = int(struct.unpack("<q", value)[0]) if value else 0
            return _BEGINNING + timedelta(microseconds=ticks // 10) if ticks > 0 else None
        except OverflowError:
            return None

    def object(self, number: int) -> Path | None:
        """The folder of a message that is held whole; None where there is none."""
        path = (*self._folder, f"__substg1.0_{number:04X}{_OBJECT:04X}")
        return path if self._file.inside(path) else None

    def folders(self, beginning: str) -> list[Path]:
        """The folders in this one whose names begin so."""
        return [
            (*self._folder, name) for name in self._file.inside(self._folder) if name.startswith(beginning)
        ]

    def _stream(self, number: int, kind: int) -> bytes | None:
        return self._file.read(*self._folder, f"__substg1.0_{number:04X}{kind:04X}")

    def _read_fixed(self) -> dict[tuple[int, int], bytes]:
        """(number, type) → eight bytes. Counts before the entries pass for property 0, which nobody has."""
        data = self._file.read(*self._folder, _FIXED) or b""
        found = {}
        for at in range(len(data) % _ENTRY, len(data), _ENTRY):
            kind, number = struct.unpack_from("<HH", data, at)
            found[number, kind] = data[at + 8 : at + _ENTRY]
        return found
