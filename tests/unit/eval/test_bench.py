"""What the benchmark of questions counts and prints."""

import pytest

from eval import bench


def test_the_first_questions_are_asked_once_before_the_clock_starts():
    asked = []
    times = bench.timed(asked.append, ["a", "b"])
    assert asked == ["a", "b", "a", "b"]
    assert len(times) == 2


def test_times_stand_beside_those_of_bm25():
    report = bench.lines(bench.Times(1000, asked=(0.02, 0.04), peer=(0.01, 0.01)))
    assert report[0] == "1,000 passages (the sample's, shuffled and with noise), n=2"
    assert report[2].split()[-3:] == ["3.0", "x", "BM25"]


@pytest.mark.parametrize("name", ["BM25 alone, warm", "ask, warm", "first passages, cold", "ask, cold"])
def test_every_time_that_was_taken_is_printed(name):
    times = bench.Times(10, (0.1,), (0.1,), (0.2,), (0.3,))
    assert any(name in line for line in bench.lines(times))
