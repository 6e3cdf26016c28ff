import logging
import shutil

import numpy as np
import pytest

from ingest.catalogue import stored_vectors
from ingest.filters import Filters
from ingest.index import vectors
from ingest.index.index import current

LINES = "\n".join(f"Finding number {n} of the audit." for n in range(60))


def texts(library, hits):
    return [passage.text for passage in library.passages([hit.passage_id for hit in hits])]


def generation(library):
    return current(library._here())


@pytest.mark.parametrize(
    "query", ["what's", 'a "quoted" word', "NEAR(", "*", "-", "", "AND", "text:one", "\0", "💥"]
)
def test_no_query_is_a_syntax_error(library, put, query):
    put("a.txt", "One.")
    assert library.full_text([[query]], Filters(), 5) == []
    assert library.document_frequency(query) == 0


def test_full_text_finds_other_forms_of_a_word_and_words_without_accents(library, put):
    put("a.txt", "The agencies were neglecting it.\nA café.")
    assert texts(library, library.full_text([["agency"]], Filters(), 5)) == [
        "The agencies were neglecting it."
    ]
    assert texts(library, library.full_text([["cafe"]], Filters(), 5)) == ["A café."]


def test_full_text_takes_any_alternative_of_any_group_and_ranks_more_matches_higher(library, put):
    put("a.txt", "The police came.\nThe constabulary and the school came.\nNobody.")
    hits = library.full_text([["police", "constabulary"], ["school"]], Filters(), 5)
    assert texts(library, hits) == ["The constabulary and the school came.", "The police came."]
    assert hits[0].score > hits[1].score > 0


def test_full_text_looks_in_headings_and_titles_too(library, put):
    put("Ofsted letter.txt", "One.")
    assert len(library.full_text([["findings"]], Filters(), 5)) == 1
    assert len(library.full_text([["ofsted"]], Filters(), 5)) == 1


def test_document_frequency_counts_passages_and_follows_the_library(library, put):
    put("a.txt", "One audit.\nTwo audits.\nNone.")
    assert library.document_frequency("audit") == 2
    put("b.txt", "Auditing.")
    assert library.document_frequency("audit") == 3


def test_a_large_library_takes_its_candidates_from_chroma(library, put, embedder, through_chroma):
    put("a.txt", LINES)
    library.refresh_index()
    (vector,) = embedder.encode(["Finding number 7 of the audit."])
    hits = library.nearest(vector, Filters(), 3)
    assert texts(library, hits)[0] == "Finding number 7 of the audit."
    assert hits[0].score == pytest.approx(1.0, abs=1e-6)
    assert library._index.candidates_used > 0


def test_a_small_library_is_searched_exactly_so_that_two_of_the_same_papers_answer_alike(
    library, put, embedder
):
    put("a.txt", LINES)
    library.refresh_index()
    (vector,) = embedder.encode(["Finding number 7 of the audit."])
    assert texts(library, library.nearest(vector, Filters(), 1)) == ["Finding number 7 of the audit."]
    assert library._index.candidates_used == 0


def test_without_a_generation_the_answer_is_the_same(library, put, embedder, through_chroma):
    put("a.txt", LINES)
    vectors = embedder.encode([f"question {n}" for n in range(10)])
    exact = [library.nearest(vector, Filters(), 5) for vector in vectors]
    assert library._index.candidates_used == 0
    library.refresh_index()
    assert [library.nearest(vector, Filters(), 5) for vector in vectors] == exact
    assert library._index.candidates_used > 0


def test_passages_newer_than_the_generation_are_found(library, put, embedder, through_chroma):
    put("a.txt", LINES)
    library.refresh_index()
    before = generation(library)
    put("b.txt", "Something new.")
    library.refresh_index()
    assert generation(library) == before
    (vector,) = embedder.encode(["Something new."])
    assert texts(library, library.nearest(vector, Filters(), 1)) == ["Something new."]


def test_the_generation_is_extended_when_enough_is_new(library, put):
    put("a.txt", LINES)
    library.refresh_index()
    put("b.txt", LINES.replace("audit", "review"))
    assert library.refresh_index()
    assert (generation(library).number, generation(library).passages) == (2, 120)
    assert [folder.name for folder in (library.folder / "vectors").iterdir()] == ["2"]
    assert not library.refresh_index()


def test_a_damaged_generation_never_blocks_an_answer_and_is_said_once(
    library, put, embedder, caplog, through_chroma
):
    put("a.txt", LINES)
    library.refresh_index()
    library._index.close()
    for file in (library.folder / "vectors").rglob("*"):
        if file.is_file():
            file.write_bytes(b"damaged")
    (vector,) = embedder.encode(["Finding number 7 of the audit."])
    with caplog.at_level(logging.WARNING):
        hits = [library.nearest(vector, Filters(), 1) for _ in range(3)]
    assert texts(library, hits[0]) == ["Finding number 7 of the audit."]
    assert len(caplog.records) == 1


def test_a_missing_generation_is_built_again(library, put, embedder, through_chroma):
    put("a.txt", LINES)
    library.refresh_index()
    library._index.close()
    shutil.rmtree(library.folder / "vectors")
    (vector,) = embedder.encode(["Finding number 7 of the audit."])
    assert len(library.nearest(vector, Filters(), 1)) == 1
    assert library.refresh_index()
    library.nearest(vector, Filters(), 1)
    assert library._index.candidates_used > 0


def test_a_generation_with_a_wrong_vector_is_not_taken_over(library, put):
    put("a.txt", LINES)
    library.refresh_index()
    vectors = stored_vectors.matrix([row[2] for row in stored_vectors.after(library._here(), 0)])
    library._here().execute("UPDATE vectors SET vector = ? WHERE passage = 1", (vectors[1].tobytes(),))
    put("b.txt", LINES.replace("audit", "review"))
    assert library.refresh_index()
    ids = [row[1] for row in stored_vectors.after(library._here(), 0)]
    assert set(library._index._candidates(generation(library), vectors[1], 2)) == set(ids[:2])


def test_a_narrow_filter_is_searched_exactly_and_kept_to(library, put):
    put("a.txt", LINES)
    id_ = put("b.txt", "Something else.", label="restricted", published="2016")
    library.refresh_index()
    hits = library.nearest(np.ones(16, np.float32), Filters(labels=("restricted",)), 50)
    assert texts(library, hits) == ["Something else."]
    assert library._index.candidates_used == 0
    assert len(library.full_text([["else", "audit"]], Filters(documents=(id_,)), 99)) == 1


def test_candidates_that_may_not_be_seen_are_dropped_and_made_up_for(library, put, through_chroma):
    put("a.txt", LINES)
    put("b.txt", LINES.replace("audit", "review")[:-1], label="restricted")
    library.refresh_index()
    hits = library.nearest(np.ones(16, np.float32), Filters(labels=("standard",)), 60)
    assert len(hits) == 60
    assert all("audit" in text for text in texts(library, hits))


def test_no_labels_means_nothing_at_all(library, put):
    put("a.txt", LINES)
    library.refresh_index()
    nothing = Filters(labels=())
    assert library.documents(nothing) == []
    assert library.nearest(np.ones(16, np.float32), nothing, 5) == []
    assert library.full_text([["audit"]], nothing, 5) == []


def test_superseded_versions_are_searched_only_on_request(library, put):
    put("a.txt", "The old audit.")
    put("a.txt", "The new audit.")
    library.refresh_index()
    vector, earlier = np.ones(16, np.float32), Filters(include_superseded=True)
    for filters, count in ((Filters(), 1), (earlier, 2)):
        assert len(library.nearest(vector, filters, 5)) == count
        assert len(library.full_text([["audit"]], filters, 5)) == count


def test_equal_scores_are_ordered_by_id(library, put):
    for name in "abc":
        put(f"{name}.txt", "The same words." + "\n" * ord(name))
    library.refresh_index()
    for hits in (
        library.nearest(np.ones(16, np.float32), Filters(), 3),
        library.full_text([["same"]], Filters(), 3),
    ):
        assert len({hit.score for hit in hits}) == 1
        assert [hit.passage_id for hit in hits] == sorted(hit.passage_id for hit in hits)


def test_an_empty_library_finds_nothing(library):
    library.refresh_index()
    assert library.nearest(np.ones(16, np.float32), Filters(), 5) == []
    assert library.full_text([["audit"]], Filters(), 5) == []
    assert (library.passage_count(), library.identity) == (0, None)


def test_an_index_of_an_earlier_version_is_built_anew_by_the_next_to_write(
    library, put, monkeypatch, through_chroma
):
    put("a.txt", "One.")
    with monkeypatch.context() as earlier:
        earlier.setitem(vectors.GRAPH, "sync_threshold", 1_000)  # the graph was not written out
        library.refresh_index(always=True)
    library._index.close()
    assert len(library.nearest(np.ones(16, np.float32), Filters(), 5)) == 1
    assert library._index.candidates_used == 0
    assert library.refresh_index()
    library.nearest(np.ones(16, np.float32), Filters(), 5)
    assert library._index.candidates_used
    assert not library.refresh_index()
