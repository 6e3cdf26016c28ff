"""After erasing through the façade, a byte scan of everything this user's programs may have written."""

import hashlib
import json
import os
import tempfile

import pytest

from assistant.crash import write_log
from assistant.facade import ScrutinyAssistant
from assistant.opened_copies import copy_name, folder_of_copies
from assistant.settings import Settings
from ingest.disk.failures import Failures
from ingest.disk.leftovers import Incoming, scratch
from ingest.errors import ReadError
from tests.unit.test_taking_out import left, places, traces

NAME, WORDS = "Quetzalcoatl review.md", "Quetzalcoatl and the seven dwarfs were seen by nobody at all"
KEPT = "kept-by-chance"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A user of their own: home, caches, logs and temporary files."""
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TMPDIR"):
        folder = tmp_path / "user" / variable.lower()
        folder.mkdir(parents=True)
        monkeypatch.setenv(variable, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield tmp_path / "user"
    monkeypatch.setattr(tempfile, "tempdir", None)


def test_nothing_of_an_erased_document_is_left_on_the_disk(home, embedder, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / NAME).write_text(
        f"# Review\n\n{WORDS}.\n\n| Lead | By |\n|---|---|\n| Quetzal | May |\n", "utf-8"
    )
    (inbox / "other.md").write_text(f"# Other\n\nThe plan is late, says {KEPT}.\n", "utf-8")
    assistant = ScrutinyAssistant(Settings(home / "library"))
    assistant.embedder = embedder
    assistant.ingest([inbox])
    service = used(assistant, home, (inbox / NAME).read_bytes())
    vectors = assistant._open().vectors([p.id for p in assistant._open().passages_of(id_of(assistant, NAME))])
    assert all(trace.lower() in left(home) for trace in [WORDS.encode(), vectors[0].tobytes()])
    assert assistant.erase_documents([NAME])
    found, names = left(home), " ".join(os.listdir(home / "library" / "sources"))
    for vector in vectors:
        for trace in traces(WORDS, vector):
            assert places(home, trace) == []
    assert places(home, b"quetzal") == []
    assert hashlib.sha256((inbox / NAME).read_bytes()).hexdigest() not in names
    assert KEPT.encode() in found
    service.close()
    assistant.close()


def id_of(assistant, name):
    return next(record.id for record in assistant.documents() if record.source == name)


def used(assistant, home, data):
    """Everything that leaves something behind: questions, opened copies, crashes, kills in the middle; and
    a service at work, with files sent to it.
    """
    library = assistant.settings.library
    assistant.ask(f"Is it so that {WORDS}?", conversation="ours")
    assistant.copies()
    write_log(ValueError(f"{WORDS} is no number"))
    (folder_of_copies() / copy_name(hashlib.sha256(data).hexdigest())).write_bytes(data)
    service = Incoming(library)
    (service.place("standard") / NAME).write_bytes(data)
    (service.place("standard") / "waits.md").write_text(KEPT)
    Failures(library).note("0" * 64, NAME, ReadError(f"{NAME} is damaged.", "Export it again."))
    Failures(library).note("1" * 64, "Another.pdf", ReadError("Another.pdf is damaged.", "Export it again."))
    with scratch(library) as place:
        killed = place / "copy"
        killed.write_bytes(data)
        os.link(killed, place.parent / "left-by-a-kill")
    return service


def test_files_and_notes_of_others_are_left_alone(library, put):
    id_ = put("a.txt", "Quetzal.")
    service = Incoming(library.folder)
    (service.place("standard") / "b.txt").write_text("Other.")
    Failures(library.folder).note(
        "1" * 64, "Another.pdf", ReadError("Another.pdf is damaged.", "Export it again.")
    )
    assert library.erase(id_)
    assert (service.place("standard") / "b.txt").read_text() == "Other."
    assert list(json.loads((library.folder / "failures.json").read_text())) == ["1" * 64]
    service.close()
