import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from ingest.discover import Found
from ingest.errors import EncryptedError, ReadError, SettingsError
from ingest.reading.child import read_whole
from ingest.reading.limits import Limits
from ingest.reading.parcel import packed, unpacked
from ingest.reading.pool import read_ahead
from ingest.reading.process import ReadingProcess

WRONG = "tests.unit.readers_gone_wrong:read"


@pytest.fixture
def write(tmp_path):
    def write_(name, text):
        (tmp_path / name).write_text(text, "utf-8")
        return Found(tmp_path / name, name)

    return write_


@pytest.fixture
def process():
    with ReadingProcess(Limits(seconds=20), WRONG) as opened:
        yield opened


def test_a_file_comes_back_as_it_was_read(process, write):
    parcel = process.read(write("a.txt", "First.\nSecond."))
    assert parcel.document.text == "First.\nSecond."
    assert [passage.text for passage in parcel.passages] == ["First.", "Second."]
    assert (parcel.passages[1].heading_path, parcel.recommendations) == (("Findings",), 3)


def test_a_real_document_is_the_same_read_here_and_in_a_process_of_its_own(tmp_path):
    path = tmp_path / "audit.md"
    path.write_text("# Neglect audit\n\n| Lead | By |\n|---|---|\n| Police | May |\n\nOne 😀.\n", "utf-8")
    file = Found(path, "audit.md")
    with ReadingProcess(Limits()) as process:
        assert process.read(file) == read_whole(file)


def test_a_parcel_keeps_the_places_of_a_page():
    pdf = next(iter(sorted(Path(__file__).parents[2].glob("corpus/documents/*.pdf"))))
    parcel = read_whole(Found(pdf, pdf.name))
    again = unpacked(packed(parcel))
    assert (again.document.places.boxes == parcel.document.places.boxes).all()
    assert (again.document.places.pages == parcel.document.places.pages).all()
    assert (again.document.pages, again.document.blocks) == (parcel.document.pages, parcel.document.blocks)
    assert again.passages == parcel.passages


@pytest.mark.parametrize("word", ["crash", "exit"])
def test_a_file_that_takes_its_reader_down_fails_alone(process, write, word):
    with pytest.raises(ReadError, match="made its reader stop") as caught:
        process.read(write("bad.txt", word))
    assert ("signal" if word == "crash" else "exit code 5") in caught.value.message
    assert "export it as PDF" in caught.value.next_step
    assert process.read(write("good.txt", "Good.")).document.text == "Good."


@pytest.mark.parametrize("word", ["hang", "spin"])
def test_a_file_that_hangs_is_given_up_in_time_and_the_next_is_read(write, word):
    with ReadingProcess(Limits(seconds=1.5), WRONG) as process:
        assert process.read(write("good.txt", "Good.")).document.text == "Good."
        began = time.monotonic()
        with pytest.raises(ReadError, match=r"given up after 1\.5 s") as caught:
            process.read(write("bad.txt", word))
        assert time.monotonic() - began < 15
        assert "SCRUTINY_READ_SECONDS" in caught.value.next_step
        assert process.read(write("good.txt", "Good.")).document.text == "Good."


def test_only_the_processors_time_is_held_against_a_reader_that_a_busy_machine_keeps_waiting(write):
    with ReadingProcess(Limits(seconds=20), WRONG) as process:
        process.read(write("warm.txt", "Warm."))
        process._limits = Limits(seconds=0.7)
        assert process.read(write("late.txt", "wait")).document.text == "wait"


def test_a_long_document_that_shows_signs_of_life_is_read_to_its_end(write):
    beats = []
    with ReadingProcess(Limits(seconds=20), WRONG) as process:
        process.read(write("warm.txt", "Warm."))
        process._limits = Limits(seconds=1.8)
        assert process.read(write("long.txt", "slow"), lambda: beats.append(1)).document.text == "slow"
    assert len(beats) == 6


def test_a_file_that_wants_too_much_memory_fails_alone(process, write):
    with pytest.raises(ReadError, match="more than 3072 MB of memory") as caught:
        process.read(write("bad.txt", "bomb"))
    assert "SCRUTINY_READ_MEMORY_MB" in caught.value.next_step
    assert process.read(write("good.txt", "Good.")).document.text == "Good."


def test_a_readers_own_errors_and_faults_are_told(process, write):
    with pytest.raises(EncryptedError, match="wants a password"):
        process.read(write("a.txt", "password"))
    with pytest.raises(ReadError, match="ZeroDivisionError: division by zero"):
        process.read(write("b.txt", "fault"))


def test_what_a_library_prints_does_not_disturb(process, write):
    assert process.read(write("a.txt", "chatter and text")).document.text == "chatter and text"


def test_a_reading_process_imports_neither_torch_nor_chroma():
    code = (
        "import sys; from pathlib import Path; from ingest.discover import Found;"
        "from ingest.reading.child import read_whole;"
        "[read_whole(Found(p, p.name)) for p in sorted(Path(sys.argv[1]).iterdir())[:6]];"
        "assert not {'torch', 'chromadb', 'transformers', 'onnx'} & set(sys.modules)"
    )
    folder = Path(__file__).parents[2] / "corpus" / "documents"
    subprocess.run(
        [sys.executable, "-c", code, str(folder)], check=True, env={"PYTHONPATH": os.pathsep.join(sys.path)}
    )


def test_a_working_folder_cannot_put_its_own_modules_in_the_readers_place(tmp_path, write, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    with ReadingProcess(Limits(seconds=20), WRONG) as process:
        assert process.read(write("a.txt", "Good.")).document.text == "Good."


def test_files_are_read_ahead_in_their_order_and_no_further_than_bounded(write):
    files = [write(f"{n}.txt", f"Text {n}.") for n in range(9)]
    asked, seen = [], []

    def wanted(file):
        asked.append(file)
        return file is not files[4]

    for _, outcome in read_ahead(files, wanted, 2, lambda: ReadingProcess(Limits(), WRONG)):
        seen.append(outcome.document.text if outcome else None)
        assert len(asked) - len(seen) <= 4
    assert seen == [f"Text {n}." if n != 4 else None for n in range(9)]


def test_the_pool_ends_its_processes_when_it_is_left_early(write):
    made = []

    def make():
        made.append(ReadingProcess(Limits(seconds=600), WRONG))
        return made[-1]

    files = [write(f"{n}.txt", "hang" if n else "One.") for n in range(4)]
    found = read_ahead(files, lambda _: True, 2, make)
    next(found)
    found.close()
    assert all(process._process is None for process in made)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("reading")]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_reading_process_does_not_outlive_the_one_that_started_it(write):
    code = (
        "import sys; from pathlib import Path; from ingest.discover import Found;"
        "from ingest.reading.limits import Limits; from ingest.reading.process import ReadingProcess;"
        f"process = ReadingProcess(Limits(), {WRONG!r}); process.read(Found(Path(sys.argv[1]), 'a'));"
        "print(process._process.pid, flush=True); process.read(Found(Path(sys.argv[2]), 'b'))"
    )
    files = [str(write("a.txt", "Good.").path), str(write("b.txt", "hang").path)]
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", code, *files], stdout=subprocess.PIPE, env=environment
    ) as parent:
        child = int(parent.stdout.readline())
        time.sleep(0.5)
        parent.send_signal(signal.SIGKILL)
    assert _ends(child)


def _ends(pid, seconds=15):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_limits_are_settings_with_defaults():
    assert Limits.from_environment({}) == Limits(25.0, 3072)
    asked = {"SCRUTINY_READ_SECONDS": "2.5", "SCRUTINY_READ_MEMORY_MB": "800"}
    assert Limits.from_environment(asked) == Limits(2.5, 800)
    with pytest.raises(SettingsError, match="SCRUTINY_READ_SECONDS is 'soon'"):
        Limits.from_environment({"SCRUTINY_READ_SECONDS": "soon"})


def test_every_page_is_told_once():
    pdf = next(iter(sorted(Path(__file__).parents[2].glob("corpus/documents/*.pdf"))))
    told = []
    with ReadingProcess(Limits(seconds=120)) as process:
        parcel = process.read(Found(pdf, pdf.name), lambda: told.append(1))
    assert len(told) == len(parcel.document.pages)
