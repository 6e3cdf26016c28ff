"""The best passages are read together with the question, last of all."""

import numpy as np

from assistant.ask import gather
from assistant.evidence import Evidence
from assistant.retrieval.found import Found
from assistant.retrieval.match import Match
from assistant.retrieval.read_together import READ, SENTENCES, read_sentences, read_together
from assistant.retrieval.retriever import HybridRetriever
from ingest.pair_scorer import PairReading
from ingest.passage import Passage


class Likes:
    """Likes texts that hold a word, and remembers what it was given to read."""

    def __init__(self, word):
        self.word = word
        self.seen = []

    def score(self, text):
        return float(self.word in text)

    def read(self, question, texts):
        self.seen += texts
        return [PairReading(self.score(text), np.full(2, self.score(text))) for text in texts]


def found(name, score=0.0, text=None, match=None, headings=()):
    text = text or name
    return Found(Passage(name, "d", 0, len(text), text, headings), 0.0, 0.0, 0.0, score, match)


def names(items):
    return [item.passage.id for item in items]


def test_what_the_model_likes_comes_first():
    looked = read_together("?", [found("a"), found("b")], ["", ""], Likes("b"))
    assert names(looked) == ["b", "a"]


def test_what_was_found_out_before_still_counts():
    items = [found("far ahead", 9.0), *(found(f"other {n}", 1.0) for n in range(7))]
    items += [found("liked 1", 1.0), found("liked 2", 1.0)]
    assert names(read_together("?", items, [""] * 10, Likes("liked")))[0] == "far ahead"


def test_only_the_best_are_read_and_the_others_stay_below_them():
    items = [found(f"{number:02}", 50.0 - number) for number in range(READ + 5)]
    likes = Likes(f"{READ - 1:02}")
    looked = read_together("?", items, ["Title"] * len(items), likes)
    assert len(likes.seen) == READ
    assert names(looked)[READ:] == names(items)[READ:]
    assert [item.score for item in looked] == sorted((item.score for item in looked), reverse=True)


def test_copies_are_read_once_and_take_no_place():
    items = [found(f"{number:02}", 50.0 - number, text=f"{number // 2:02}") for number in range(2 * READ + 2)]
    likes = Likes("x")
    looked = read_together("?", items, ["Title"] * len(items), likes)
    assert len(likes.seen) == len(set(likes.seen)) == READ
    assert names(looked)[2 * READ :] == names(items)[2 * READ :]


def test_where_the_model_sees_little_to_choose_between_it_has_little_say():
    class Hardly(Likes):
        def score(self, text):
            return 0.1 * super().score(text)

    items = [found("first", 2.0), found("liked", 1.5)]
    assert names(read_together("?", items, ["", ""], Hardly("liked"))) == ["first", "liked"]


def test_the_closest_sentences_are_read_under_title_and_heading():
    text = "Far away. Beside it. The closest one. Beside it too. Far again."
    places = [text.index(word) for word in ("Far", "Beside", "closest", "Beside it too", "Far again")]
    spans = np.array([(place, place + 3) for place in places])
    match = Match(np.array([[0.1, 0.2, 0.9, 0.2, 0.1]], np.float32), np.ones(1), ("w",), spans)
    likes = Likes("x")
    read_together("?", [found("a", text=text, match=match, headings=("Outer", "Inner"))], ["Title"], likes)
    assert likes.seen == ["Title\nInner\nBeside it. The closest one. Beside it too."]


def test_nothing_found_is_nothing_to_read():
    assert read_together("?", [], [], Likes("b")) == []


def said(text, score):
    return Evidence(found(text), 0, len(text), score, 0.5)


def test_a_sentence_that_the_model_likes_comes_before_one_about_as_close():
    class Telling(Likes):
        def score(self, text):
            return 10 * super().score(text)

    evidence = [said("close", 0.50), said("answer", 0.48), said("far", 0.30)]
    read = read_sentences("?", evidence, ["Title"] * 3, Telling("answer"))
    assert [item.quote for item in read] == ["answer", "close", "far"]
    assert [item.state[0] for item in read] == [item.cross for item in read] == [10.0, 0.0, 0.0]


def test_sentences_that_are_not_read_stay_below():
    evidence = [said(f"{number:02}", 1 - number / 100) for number in range(SENTENCES + 3)]
    likes = Likes("00")
    read = read_sentences("?", evidence, [""] * len(evidence), likes)
    assert len(likes.seen) == SENTENCES
    assert read[SENTENCES:] == evidence[SENTENCES:]
    assert [item.score for item in read] == sorted((item.score for item in read), reverse=True)


def test_each_sentence_is_read_under_the_title_of_its_own_paper(library, put, embedder):
    put("schools.txt", "Schools\n\nSchools make contacts, and contacts are of many sorts.", title="Schools")
    put(
        "figures.txt", "Figures\n\nThe number of contacts of all sorts rose by 12 last year.", title="Figures"
    )
    read = Likes("contacts")
    retriever = HybridRetriever(library, embedder, scorer=read)
    gather(retriever.understand("Have contacts risen?"), retriever)
    told = [text for text in read.seen if "contacts" in text]
    assert told
    assert all(text.startswith("Figures") is ("rose" in text) for text in told)
