"""Read: one file → one Document, whatever its format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from ingest.assemble import assemble
from ingest.clean import clean
from ingest.detect import TEXTS, Format, detect
from ingest.document import Document, document_id
from ingest.draft import Draft, DraftBlock
from ingest.errors import EmptyFileError, NotFoundError, ReadError
from ingest.recognise import recognise

_READERS: dict[Format, tuple[str, str]] = {
    "pdf": ("ingest.readers.pdf.read", "read_pdf"),
    "docx": ("ingest.readers.docx.read", "read_docx"),
    "xlsx": ("ingest.readers.xlsx.read", "read_xlsx"),
    "odt": ("ingest.readers.opendocument.odt", "read_odt"),
    "ods": ("ingest.readers.opendocument.ods", "read_ods"),
    "rtf": ("ingest.readers.rtf.read", "read_rtf"),
    "pptx": ("ingest.readers.pptx", "read_pptx"),
    "html": ("ingest.readers.html.read", "read_html"),
    "markdown": ("ingest.readers.markdown", "read_markdown"),
    "text": ("ingest.readers.text", "read_text"),
    "csv": ("ingest.readers.csv", "read_csv"),
    "eml": ("ingest.readers.mail.eml", "read_eml"),
    "msg": ("ingest.readers.mail.msg", "read_msg"),
    "image": ("ingest.readers.image", "read_image"),
}
_MOST_TEXT, _MOST_LINES = 32 * 1024 * 1024, 400_000
_MOST_BYTES = 500 * 1024 * 1024


def read(path: Path, *, shown_as: str | None = None) -> Document:
    """The document in a file. `shown_as`: its path relative to the folder that was ingested.

    The format is told from the content. Raises NotFoundError where there is no such file, and the ReadError
    family: EmptyFileError, EncryptedError, UnknownFormatError, or ReadError where it is damaged.
    """
    data = bytes_of(path)
    draft = read_draft(data, path.name)
    assembled = assemble(draft)
    if not assembled.text and not any(page.read_by == "unread" for page in assembled.pages):
        raise EmptyFileError(f"{path.name} holds no text.", "Check that it is the file you meant.")
    found = recognise(assembled.text, assembled.blocks, path.name, draft.metadata)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(
        id=document_id(sha256),
        **vars(found),
        label="standard",
        source=clean(path.name)[0],
        path=shown_as if shown_as is not None else path.name,
        sha256=sha256,
        text=assembled.text,
        pages=assembled.pages,
        blocks=assembled.blocks,
        places=assembled.places,
        cleaned=assembled.cleaned,
    )


def read_draft(data: bytes, name: str) -> Draft:
    """What the reader of the file's format finds; any failure of a library becomes a ReadError."""
    form = detect(data, name)
    if form in TEXTS and (len(data) > _MOST_TEXT or data.count(b"\n") > _MOST_LINES):
        raise ReadError(
            f"{name} has more than {_MOST_TEXT // 2**20} MB or {_MOST_LINES:,} lines of text.",
            "Split it into smaller files.",
        )
    module, function = _READERS[form]
    reader: Callable[[bytes, str], Draft] = getattr(import_module(module), function)
    try:
        return reader(data, name)
    except ReadError:
        raise
    except MemoryError as error:
        raise ReadError(f"{name} needs more memory than there is.", "Split it into smaller files.") from error
    except Exception as error:
        # Whatever a parser trips over, the other files go on; the kind of error helps whoever repairs it.
        message = f"{name} cannot be read ({type(error).__name__}: {error})."
        raise ReadError(
            message, "Open and save it again in the program that made it, or export it as PDF."
        ) from error


def tables_of(path: Path) -> list[list[list[str]]]:
    """Every table of a file, in order: a list of rows of cell texts, "" where a cell is blank.

    Works for every format that is read. Raises as `read`.
    """
    tables: dict[int, list[DraftBlock]] = {}
    for block in read_draft(bytes_of(path), path.name).blocks:
        if block.table >= 0:
            tables.setdefault(block.table, []).append(block)
    return [[[" ".join(cell.text.split()) for cell in row.cells] for row in rows] for rows in tables.values()]


def bytes_of(path: Path) -> bytes:
    """The file's bytes."""
    if not path.is_file():
        raise NotFoundError(f"{path} is not a file.", "Check the path.")
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ReadError(
                f"{path.name} is larger than {_MOST_BYTES // 2**20} MB.", "Split it into smaller files."
            )
        return path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"{path.name} cannot be opened: {error.strerror}.", "Check that you may read it."
        ) from error
