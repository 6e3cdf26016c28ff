"""The reader's last readings are kept in memory."""

from ingest.pair_scorer import PairReading, PairScorer


class Lengths:
    """Scores a text by its length, and remembers what it was given to read."""

    def __init__(self):
        self.seen = []

    def read(self, question, texts):
        self.seen += texts
        return [PairReading(float(len(text))) for text in texts]


def test_a_pair_is_read_once_and_the_oldest_are_forgotten(monkeypatch):
    monkeypatch.setattr("ingest.pair_scorer.KEPT", 3)
    scorer, lengths = PairScorer(), Lengths()
    scorer.__dict__["_model"] = lengths
    assert [one.score for one in scorer.read("q", ["a", "bb", "a"])] == [1.0, 2.0, 1.0]
    assert [one.score for one in scorer.read("q", ["bb", "ccc"])] == [2.0, 3.0]
    assert lengths.seen == ["a", "bb", "ccc"]
    scorer.read("another question", ["a"])
    scorer.read("q", ["a", "ccc"])
    assert lengths.seen == ["a", "bb", "ccc", "a", "a"]
