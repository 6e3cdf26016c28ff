"""Baseline: the findings that were there when the check was taken up, so that only new ones count.

A finding is known again by its fingerprint, there and in SARIF.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from assistant.words import normal
from assistant.write_file import write_file
from ingest.errors import NotFoundError, SettingsError

SCHEMA_VERSION = 1


def read_baseline(path: Path) -> Counter[tuple[str, str]]:
    """(rule, fingerprint) of the known findings, counted. NotFoundError, or SettingsError if unreadable."""
    try:
        data = json.loads(path.read_text("utf-8"))
        entries = data["findings"]
        if data["schema_version"] != SCHEMA_VERSION:
            raise SettingsError(
                f"{path} is a baseline of another version.", "Write it anew with --write-baseline."
            )
        return Counter(
            {(str(entry["code"]), str(entry["fingerprint"])): int(entry["count"]) for entry in entries}
        )
    except FileNotFoundError as error:
        raise NotFoundError(
            f"There is no baseline {path}.", "Write one with --write-baseline FILE."
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            f"{path} is not a baseline.", "Write it anew with --write-baseline FILE."
        ) from error


def write_baseline(path: Path, raw: Iterable[tuple[str, str]]) -> int:
    """Writes the findings given as (code, text), by rule and normalised text only; returns how many.

    UsageError where the file cannot be written.
    """
    counted = Counter((code, fingerprint(code, text)) for code, text in raw)
    entries = [
        {"code": code, "fingerprint": name, "count": count} for (code, name), count in sorted(counted.items())
    ]
    text = json.dumps({"schema_version": SCHEMA_VERSION, "findings": entries}, indent=1) + "\n"
    write_file(path, text.encode("utf-8"))
    return sum(counted.values())


def fingerprint(code: str, text: str) -> str:
    """A stable name for a finding: the rule and the normal form of the words, not the place."""
    return hashlib.sha256(f"{code}\n{normal(text)}".encode()).hexdigest()[:32]
