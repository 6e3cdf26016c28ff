"""Gather: what a path on the command line stands for, read and cut into recommendations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.check.suppress import without_comments
from ingest.clean import clean
from ingest.detect import TEXTS, detect
from ingest.discover import discover
from ingest.errors import NotFoundError, ReadError
from ingest.readers.decode import decode
from ingest.recommendations.recommendation import Recommendation, finding_number, identity
from ingest.recommendations.unread import UnreadItem

if TYPE_CHECKING:
    from assistant.repeats.made import Made

STANDARD_INPUT = "-"
_PLAIN = frozenset({".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml", ".csv", ".tsv"})
"""Formats whose source is text, which can carry comments and has lines."""


@dataclass(frozen=True)
class Gathered:
    """One source: its recommendations with their lines where known; `error` where it could not be read.

    `raw` is the source as typed, for formats that can carry comments. `pages` counts, `unread` are 0-based.
    `named`: asked for by name, not as one file of a folder. `id` is what a library calls the same file.
    """

    document: str
    path: str
    text: str = ""
    raw: str = ""
    pages: tuple[tuple[int, str, int], ...] = ()
    """(index, label, start) of each page."""
    unread: tuple[int, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    lines: tuple[int | None, ...] = field(default=())
    error: ReadError | None = None
    each_line: bool = False
    subject: str = ""
    kind: str = ""
    named: bool = True
    passed_over: tuple[UnreadItem, ...] = ()
    id: str = ""

    def made(self) -> list[Made]:
        """Its recommendations as they are compared with those of other papers."""
        from assistant.repeats.content import takes_up
        from assistant.repeats.made import Made

        return [
            Made(
                source=self.path,
                published=item.context.published or "",
                subject=self.subject,
                text=item.text,
                follows_up=item.context.followed_up
                or takes_up(self.kind, " › ".join(item.context.headings), item.text),
            )
            for item in self.recommendations
        ]

    def page_of(self, offset: int) -> tuple[int | None, str | None]:
        """Index and label of the page that the character at `offset` stands on."""
        before = [page for page in self.pages if page[2] <= offset] or list(self.pages[:1])
        return (before[-1][0], before[-1][1]) if before else (None, None)


def files_of(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Each file with the path it is shown by; folders give the documents that an ingest run would take, once.

    Raises NotFoundError for a path that is not there, or a folder without a readable file.
    """
    found: dict[Path, str] = {}
    for path in paths:
        if str(path) == STANDARD_INPUT or path.is_file():
            found.setdefault(path, path.as_posix())
        elif path.is_dir():
            inside = [found.path for found in discover([path]).files]
            if not inside:
                raise NotFoundError(
                    f"There is no document in {path}.", "Give a folder of PDF, DOCX, ODT, XLSX or text files."
                )
            for file in inside:
                found.setdefault(file, file.as_posix())
        else:
            raise NotFoundError(f"There is no file {path}.", "Check the path.")
    return list(found.items())


def gather(path: Path, shown: str, standard_input: bytes, *, each_line: bool, named: bool = True) -> Gathered:
    """One source, read. A file that cannot be read is returned with its error."""
    try:
        if each_line or str(path) == STANDARD_INPUT:
            return _text(path, shown, standard_input, each_line=each_line)
        return replace(_document(path, shown), named=named)
    except ReadError as error:
        name, shown = ("<stdin>", "<stdin>") if str(path) == STANDARD_INPUT else (clean(path.name)[0], shown)
        return Gathered(name, shown, error=error)


def _text(path: Path, shown: str, standard_input: bytes, *, each_line: bool) -> Gathered:
    from ingest.recommendations.reads_as import reads_as_recommendation

    typed = str(path) == STANDARD_INPUT
    name = "<stdin>" if typed else clean(path.name)[0]
    raw = _decoded(standard_input if typed else _bytes(path), name)
    kept = [(number, line) for number, line in enumerate(_lines(raw), 1) if line]
    if not each_line:
        kept = [(number, line) for number, line in kept if reads_as_recommendation(line)]
    found = tuple(_of_line(line, number) for number, line in kept)
    lines = tuple(number for number, _ in kept)
    return Gathered(name, name if typed else shown, raw, raw, (), (), found, lines, None, each_line)


def _of_line(text: str, line: int) -> Recommendation:
    """The recommendation that a line is, with an id of its own; owner and deadline are the check's."""
    made = identity("", f"{line} {text}")
    return Recommendation(made, "", text, 0, len(text), "line", finding=finding_number(text))


def _lines(raw: str) -> Iterator[str]:
    """The lines, cleaned of control characters, blanks at their ends and suppressing comments."""
    for line in raw.splitlines():
        yield clean(without_comments(line))[0].strip()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"{path.name} cannot be read ({error.strerror}).", "Check who may read it."
        ) from error


def _decoded(data: bytes, name: str) -> str:
    """The text of what is to be read line by line. ReadError where it is a document or no text at all."""
    if data.strip() and detect(data, name) not in TEXTS:
        raise ReadError(
            f"{name} is a document, not lines of text.",
            "Give the document's own path, without - and --each-line.",
        )
    return decode(data)


def _document(path: Path, shown: str) -> Gathered:
    from ingest.read import read
    from ingest.recommendations.find import find_recommendations
    from ingest.recommendations.unread import unread_items

    if not path.is_file():  # found in a folder: a link to nothing, or a folder that cannot be opened
        raise ReadError(f"{shown} cannot be opened.", "Check what it is, and who may read it.")
    document = read(path, shown_as=shown)
    found = find_recommendations(document)
    raw = path.read_text("utf-8", errors="replace") if path.suffix.lower() in _PLAIN else ""
    return Gathered(
        document=document.source,
        path=shown,
        text=document.text,
        raw=raw,
        pages=tuple((page.index, page.label, page.start) for page in document.pages),
        unread=document.unread_pages,
        recommendations=found,
        lines=tuple(line_in(raw, item.text) for item in found),
        passed_over=unread_items(document, found),
        subject=document.subject or "",
        kind=document.kind,
        id=document.id,
    )


def line_in(raw: str, text: str) -> int | None:
    """The line of a plain source on which the recommendation begins; None where it cannot be told."""
    opening = " ".join(text.split()[:4])
    matches = [number for number, line in enumerate(raw.splitlines(), 1) if opening in " ".join(line.split())]
    return matches[0] if len(matches) == 1 else None
