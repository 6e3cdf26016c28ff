"""The whole path, in a process of its own in which every connection but to this machine is refused."""

import subprocess
import sys
import textwrap

import pytest

pytestmark = pytest.mark.model

PROGRAM = textwrap.dedent(
    """
    import sys
    from pathlib import Path

    def refuse(event, arguments):
        if event == "socket.connect":
            address = arguments[1]
            host = address[0] if isinstance(address, tuple) else ""
            if host and not host.startswith("127.") and host != "::1":
                raise SystemExit(f"tried to connect to {address}")
        if event == "socket.getaddrinfo" and arguments[0] not in (None, "", "localhost", "127.0.0.1", "::1"):
            raise SystemExit(f"tried to look up {arguments[0]}")

    sys.addaudithook(refuse)

    from assistant.bootstrap import build_assistant
    from assistant.settings import Settings

    folder = Path(sys.argv[1])
    assistant = build_assistant(Settings(folder / "library"))
    report = assistant.ingest([folder / "papers"])
    assert [document.status for document in report.documents] == ["added"], report
    answer = assistant.ask("How many case files did the neglect audit read?")
    assert answer.citations[0].quote.startswith("The audit read 24 case files"), answer
    assert assistant.search("neglect")
    assistant.close()
    print("answered offline")
    """
)


def test_ingest_ask_and_search_open_no_connection(tmp_path):
    (tmp_path / "papers").mkdir()
    text = (
        "# Neglect audit 2024\n\nThe audit read 24 case files from six agencies. Nine recorded supervision.\n"
    )
    (tmp_path / "papers" / "audit.md").write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.stdout.strip().endswith("answered offline"), done.stderr
    assert done.returncode == 0
