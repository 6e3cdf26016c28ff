import hashlib
from pathlib import Path

import pytest

from ingest.discover import Found
from ingest.document import Document, document_id
from ingest.embed import Embedder
from ingest.filters import Filters
from ingest.library import Library
from ingest.passage import Passage, passage_id
from ingest.pipeline import ingest

pytestmark = pytest.mark.model

FINDINGS = [
    "Neglect was the most common theme in the reviews of the last two years.",
    "Schools did not share what they knew with the police.",
    "The voice of the child was recorded in nine of twelve cases.",
    "Training reached four hundred practitioners.",
    "Health visitors carried caseloads above the national guideline.",
]


def read_lines(file: Found):
    text = file.path.read_text(encoding="utf-8")
    sha256 = hashlib.sha256(file.path.read_bytes()).hexdigest()
    id_, at, passages = document_id(sha256), 0, []
    for line in text.split("\n"):
        passages.append(Passage(passage_id(id_, at, at + len(line)), id_, at, at + len(line), line))
        at += len(line) + 1
    nothing = dict.fromkeys(("organisation", "subject", "published", "period"))
    named = {
        "title": "Review",
        "kind": "review",
        "label": "",
        "source": file.path.name,
        "path": file.shown_as,
    }
    return Document(id=id_, sha256=sha256, text=text, **named, **nothing), passages


@pytest.fixture(scope="module")
def embedder():
    return Embedder()


@pytest.fixture(scope="module")
def library(embedder, tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("index")
    (folder / "review.txt").write_text("\n".join(FINDINGS))
    with Library.open(folder / "library", create=True) as opened:
        ingest([folder / "review.txt"], opened, embedder, read=read_lines)
        yield opened


@pytest.mark.parametrize(
    ("question", "finding"),
    [
        ("What problem do reviews find most frequently?", 0),
        ("Did teachers keep information to themselves?", 1),
        ("How many staff were taught?", 3),
        ("Are nurses overloaded?", 4),
    ],
)
def test_a_question_in_other_words_finds_its_passage_through_chroma(
    library, embedder, question, finding, through_chroma
):
    before = library._index.candidates_used
    (vector,) = embedder.encode([question])
    (hit,) = library.nearest(vector, Filters(), 1)
    (passage,) = library.passages([hit.passage_id])
    assert passage.text == FINDINGS[finding]
    assert library._index.candidates_used > before


def test_the_library_knows_its_model(library, embedder):
    assert library.identity == embedder.identity
    assert library.vectors([p.id for p in library.passages_of(library.record("review.txt").id)]).shape == (
        5,
        384,
    )
