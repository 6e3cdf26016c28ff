"""A library is not made among the documents that are read into it, nor are its own files read."""

import pytest

from assistant.facade import ScrutinyAssistant
from assistant.settings import Settings
from ingest.apart import refuse_within
from ingest.discover import discover
from ingest.errors import UsageError


@pytest.fixture
def papers(tmp_path):
    folder = tmp_path / "papers"
    (folder / "2025").mkdir(parents=True)
    (folder / "2025" / "audit.txt").write_text("Children were seen alone.")
    return folder


@pytest.mark.parametrize("place", [".", "2025", "2025/../library", "new/library"])
def test_no_library_is_made_in_the_folder_that_is_to_be_read(papers, place):
    with pytest.raises(UsageError, match="cannot be in the folder to be read") as refused:
        ScrutinyAssistant(Settings(papers / place)).ingest([papers, papers / "2025"])
    assert "--library FOLDER" in refused.value.next_step
    assert not list(papers.rglob("catalogue.db"))


def test_the_folders_of_a_library_are_not_read_into_it(papers):
    with pytest.raises(UsageError, match="is a part of the library"):
        refuse_within(papers, [papers / "2025"])


def test_a_library_beside_the_documents_or_of_single_files_is_as_before(papers, tmp_path):
    refuse_within(tmp_path / "library", [papers])
    refuse_within(papers, [papers / "2025" / "audit.txt"])


def test_a_library_that_is_there_already_is_left_out_of_what_is_read(papers):
    library = papers / "library"
    (library / "sources").mkdir(parents=True)
    (library / "catalogue.db").touch()
    (library / "sources" / "copy.txt").write_text("Children were seen alone.")
    refuse_within(library, [papers])
    assert [found.shown_as for found in discover([papers], library).files] == ["2025/audit.txt"]
    assert len(discover([papers]).files) == 2
