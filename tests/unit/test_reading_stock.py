"""Reading processes that are left to the next run."""

import time

import pytest

from ingest.discover import Found
from ingest.reading.limits import Limits
from ingest.reading.pool import Stock, read_ahead
from ingest.reading.process import ReadingProcess

ECHO = "tests.unit.readers_gone_wrong:read"


@pytest.fixture
def stock():
    opened = Stock()
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path):
    (tmp_path / "a.txt").write_text("First.")
    return Found(tmp_path / "a.txt", "a.txt")


def left(stock, file, limits=Limits(seconds=20)):  # noqa: B008 - it is frozen
    """A process that has read a file and was left; its number."""
    process = ReadingProcess(limits, ECHO)
    process.read(file)
    stock.leave(process)
    return process._process.pid


def test_a_process_that_was_left_reads_for_the_next(stock, file):
    number = left(stock, file)
    again = stock.take(Limits(seconds=20))
    assert again.read(file).document.text == "First."
    assert again._process.pid == number
    again.close()


def test_a_process_under_other_limits_is_not_taken(stock, file):
    left(stock, file)
    assert not stock.take(Limits(seconds=30)).started


def test_a_process_started_in_another_environment_is_started_anew(stock, file, monkeypatch):
    number = left(stock, file)
    monkeypatch.setenv("SCRUTINY_ANYTHING", "else")
    again = stock.take(Limits(seconds=20))
    again.read(file)
    assert again._process.pid != number
    again.close()


def test_a_process_that_has_ended_meanwhile_is_started_anew(stock, file):
    left(stock, file)
    again = stock.take(Limits(seconds=20))
    again._process.kill()
    again._process.wait()
    assert again.read(file).document.text == "First."
    again.close()


def test_processes_without_work_end_after_a_while(file):
    stock = Stock(kept=0.2)
    process = ReadingProcess(Limits(seconds=20), ECHO)
    process.read(file)
    stock.leave(process)
    began = time.monotonic()
    while process.started and time.monotonic() - began < 10:
        time.sleep(0.05)
    assert not process.started


def test_readers_are_left_when_all_is_read_and_ended_where_the_run_is_broken_off(file):
    kept, made = [], []

    def make():
        made.append(ReadingProcess(Limits(seconds=20), ECHO))
        return made[-1]

    assert len([*read_ahead([file, file], lambda _: True, 1, make, leave=kept.append)]) == 2
    assert kept == made
    broken = read_ahead([file, file], lambda _: True, 1, make, leave=kept.append)
    next(broken)
    broken.close()
    assert (len(kept), made[1].started) == (1, False)
    kept[0].close()
