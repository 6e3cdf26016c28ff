"""Pages of a library's documents: drawn once, held to labels and hashes, gone with their document."""

import dataclasses

import pytest
import typst

from assistant.facade import ScrutinyAssistant
from assistant.settings import Settings
from ingest.disk.derived_store import DERIVED
from ingest.disk.sources import SOURCES
from ingest.document import document_id
from ingest.errors import LibraryDamagedError, NotFoundError
from ingest.pictures import take
from ingest.read import read

SAID = "Children were seen alone in 14 of 20 cases."


@pytest.fixture
def stored(library, embedder, tmp_path):
    """A library with one PDF of two pages, and the assistant over it."""
    path = tmp_path / "audit.pdf"
    path.write_bytes(typst.compile(f"{SAID}\n#pagebreak()\nMore.".encode(), format="pdf"))
    document = dataclasses.replace(read(path), label="health")
    assert document.id == document_id(document.sha256)
    library.add(document, [], embedder.encode([]).reshape(0, 16), path.read_bytes(), embedder.identity)
    made = ScrutinyAssistant(Settings(library.folder))
    made._library, made.embedder = library, embedder
    return made


def test_a_quotation_has_one_box_a_line_on_its_page(stored):
    start = stored.show("audit.pdf").text.index(SAID)
    found = stored.marked("audit.pdf", start, start + len(SAID))
    assert (found.note, found.quote) == ("", SAID)
    (page,) = found.pages
    assert (page.page.index, len(page.boxes)) == (0, 1)


def test_a_page_is_drawn_once(stored, monkeypatch):
    first = stored.page_picture("audit.pdf", 0)
    monkeypatch.setattr(take.subprocess, "run", None)
    assert stored.page_picture("audit.pdf", 0).png == first.png


def test_a_changed_file_is_not_shown_and_nothing_is_marked(stored):
    stored.page_picture("audit.pdf", 0)
    file = stored.settings.library / SOURCES / stored.documents()[0].sha256
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(LibraryDamagedError):
        stored.page_picture("audit.pdf", 0)
    found = stored.marked("audit.pdf", 0, 5)
    assert (found.note, [page.boxes for page in found.pages]) == ("changed", [()])


def test_a_picture_goes_with_its_document(stored):
    stored.page_picture("audit.pdf", 0)
    pictures = stored.settings.library / DERIVED
    assert list(pictures.glob("*.page-0.json"))
    stored.erase_documents(["audit.pdf"])
    assert not list(pictures.glob("*.page-*"))


def test_another_label_sees_neither_picture_nor_boxes(stored):
    stored.page_picture("audit.pdf", 0)
    other = stored.restricted(["police"])
    with pytest.raises(NotFoundError):
        other.page_picture("audit.pdf", 0)
    with pytest.raises(NotFoundError):
        other.marked("audit.pdf", 0, 5)


def test_a_document_without_pages_has_only_text(stored, put):
    id_ = put("notes.txt", "Words that are quoted.")
    found = stored.marked(id_, 0, 5)
    assert (found.note, found.pages, found.quote) == ("no_pages", (), "Words")
    with pytest.raises(NotFoundError):
        stored.page_picture(id_, 0)
