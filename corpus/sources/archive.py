"""Zip archives (DOCX, XLSX) written again with fixed times, so that the same content has the same bytes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

EARLIEST = (1980, 1, 1, 0, 0, 0)


def settle(path: Path, modified: str = "") -> None:
    """Rewrite the archive with every entry's time fixed and, when given, its document's modified date."""
    with zipfile.ZipFile(path) as archive:
        entries = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            if modified and name == "docProps/core.xml":
                stamp = rf"\g<1>{modified}T09:00:00Z\g<2>".encode()
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*(</)", stamp, content)
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content, compresslevel=9)
