"""The program as a process: what a start loads, and how its streams behave."""

import os
import subprocess
import sys

import pytest

HEAVY = ("torch", "sentence_transformers", "transformers", "chromadb", "langchain", "fastapi", "textual")
PROGRAM = "import sys; from assistant.cli.main import main; code = main(sys.argv[1:])"
FAKE = (
    "import importlib.util, sys\n"
    "spec = importlib.util.spec_from_file_location('fakes', sys.argv[1])\n"
    "fakes = sys.modules['fakes'] = importlib.util.module_from_spec(spec)\n"
    "spec.loader.exec_module(fakes)\n"
    "from assistant.cli.main import main\n"
    "sys.exit(main(sys.argv[2:], build=lambda settings: fakes.FakeAssistant()))\n"
)


def python(code, *arguments, **options):
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, timeout=60, **options
    )


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["ask", "--help"], ["schema", "ask"]], ids=" ".join
)
def test_a_light_command_loads_nothing_heavy(arguments):
    found = (
        f"print([name for name in sys.modules if name.split('.')[0].startswith({HEAVY!r})], file=sys.stderr)"
    )
    run = python(f"{PROGRAM}; {found}; sys.exit(code)", *arguments)
    assert run.returncode == 0
    assert run.stderr.decode().strip() == "[]"


def test_the_version_loads_neither_the_parser_nor_rich_nor_pydantic():
    found = (
        "print(sorted({'rich', 'typer', 'click', 'pydantic', 'numpy'} & set(sys.modules)), file=sys.stderr)"
    )
    run = python(f"{PROGRAM}; {found}", "--version")
    assert run.stdout.startswith(b"scrutiny ")
    assert run.stderr.decode().strip() == "[]"


@pytest.fixture
def fake_file(request):
    return str(request.path.parent / "conftest.py")


def test_output_is_utf8_with_plain_line_ends_whatever_the_locale(fake_file):
    environment = {**os.environ, "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    run = python(FAKE, fake_file, "ask", "Why?", env=environment)
    assert run.returncode == 0, run.stderr
    assert "“Children were seen alone".encode() in run.stdout
    assert b"\r" not in run.stdout


def test_a_pipe_gets_no_colour_even_when_the_environment_asks_for_it(fake_file):
    run = python(
        FAKE, fake_file, "ask", "Why?", env={**os.environ, "FORCE_COLOR": "1", "TTY_COMPATIBLE": "1"}
    )
    assert run.returncode == 0, run.stderr
    assert b"\x1b" not in run.stdout + run.stderr


def test_a_reader_that_goes_away_is_no_failure(fake_file, tmp_path):
    questions = tmp_path / "questions.txt"
    questions.write_text("Why?\n" * 2000, "utf-8")
    command = [sys.executable, "-c", FAKE, fake_file, "ask", "--questions", str(questions)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


def test_a_reader_that_wants_none_of_a_text_is_no_failure_either(fake_file):
    command = [sys.executable, "-c", FAKE, fake_file, "ask", "Why?"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes the streams")
def test_streams_that_are_closed_are_no_failure(fake_file):
    closed = ["sh", "-c", 'exec "$0" "$@" <&- >&-', sys.executable, "-c", FAKE, fake_file, "ask", "Why?"]
    run = subprocess.run(closed, stderr=subprocess.PIPE, timeout=60, check=False)
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk that is always full")
def test_output_on_a_full_disk_is_told_in_a_sentence(fake_file):
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [sys.executable, "-c", FAKE, fake_file, "ask", "Why?"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert (run.returncode, run.stderr.count(b"\n")) == (2, 2)
    assert run.stderr.startswith(b"Error: there is no space left")


def test_standard_output_holds_results_only(fake_file, tmp_path):
    run = python(FAKE, fake_file, "ingest", str(tmp_path), "--json")
    assert run.stdout.startswith(b"{")
    assert run.stderr == b""


def test_products_take_one_thread_since_that_is_settled_before_numpy_is_imported():
    asked = "import assistant, os, sys; print('numpy' in sys.modules, os.environ['OPENBLAS_NUM_THREADS'])"
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    assert python(asked, env=environment).stdout.split() == [b"False", b"1"]
