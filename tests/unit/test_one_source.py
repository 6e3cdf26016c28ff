from assistant.ask import one_of_each
from assistant.evidence import Evidence
from assistant.retrieval.found import Found
from ingest.document import Page

STUDY = (
    "The panel met each month and read fourteen files, with the people who had written them in the room.\n"
    "Supervision notes were found in nine of the files and agreed with the plan in four of them.\n"
    "Managers said that they had no time to write them, and that nobody had ever asked to see one before."
)


def evidence(library, document_id, *scores):
    passages = library.passages_of(document_id)
    return [
        Evidence(
            Found(passage, score, score, 0.0, score),
            passage.start,
            passage.end,
            score,
            score,
        )
        for passage, score in zip(passages, scores, strict=False)
    ]


def test_a_sentence_that_two_copies_hold_is_given_once(library, put):
    draft, final = put("draft.txt", STUDY + "\nA draft."), put("final.txt", STUDY + "\nAgreed in May.")
    given = evidence(library, draft, 0.9, 0.5) + evidence(library, final, 0.8, 0.7)
    kept = one_of_each(given, library)
    assert [item.score for item in kept] == [0.9, 0.5]


def test_the_twin_of_a_scan_is_given_instead_of_the_scan(library, put):
    text = put("study.txt", STUDY + "\nTyped.")
    scan = put("scan.txt", STUDY + "\nScanned.", pages=(Page(0, "1", 0, len(STUDY), "ocr"),))
    (kept,) = one_of_each([*evidence(library, scan, 0.9), *evidence(library, text, 0.8)], library)
    assert kept.found.passage.document_id == text


def test_sentences_of_one_document_and_of_unlike_documents_all_stay(library, put):
    one, other = put("one.txt", STUDY), put("other.txt", "Nothing of the kind.\nNor this.")
    given = evidence(library, one, 0.9, 0.8, 0.7) + evidence(library, other, 0.6, 0.5)
    assert one_of_each(given, library) == given
    assert one_of_each([], library) == []
