"""Files made in memory: what a library writes, and archives made of parts or with parts changed."""

from __future__ import annotations

import io
import zipfile


def saved(document):
    """The bytes of what has a `save`: a Word document, a workbook, a picture."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def packed(parts):
    """An archive of these parts, contents by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return stream.getvalue()


def parts_of(data):
    """The contents of an archive's parts by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
