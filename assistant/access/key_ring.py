"""KeyRing: the service's keys in one file of the library's folder, readable by its owner alone."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from assistant.access.key import SCOPES, Key, Scope
from ingest.errors import NotFoundError, SettingsError

KEYS = "keys.json"
PREFIX = "scrutiny"


class KeyRing:
    """Makes, lists, revokes and recognises keys. The file is read each time: a revocation counts at once."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / KEYS

    def create(
        self, name: str, scopes: Sequence[str], labels: Sequence[str] | None, today: date
    ) -> tuple[Key, str]:
        """A new key and its secret, which is told this once only. SettingsError for an unknown scope."""
        id_, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
        key = Key(
            id_, name, _hash(secret), _scopes(scopes), tuple(labels) if labels else None, today.isoformat()
        )
        self._write([*self.all(), key])
        return key, f"{PREFIX}_{id_}_{secret}"

    def all(self) -> list[Key]:
        """Every key, revoked ones included, oldest first. SettingsError where the file is damaged."""
        try:
            entries = json.loads(self.file.read_text("utf-8"))
            return [_key(entry) for entry in entries]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SettingsError(
                f"The service's keys in {self.file} cannot be read ({error}).",
                "Restore the file, or delete it and create the keys again.",
            ) from error

    def revoke(self, id_: str, today: date) -> Key:
        """End a key by its id. NotFoundError where there is none."""
        keys = self.all()
        for at, key in enumerate(keys):
            if key.id == id_:
                keys[at] = replace(key, revoked=key.revoked or today.isoformat())
                self._write(keys)
                return keys[at]
        known = ", ".join(key.id for key in keys) or "none"
        raise NotFoundError(f"There is no key {id_}.", f"The keys are: {known}.")

    def recognise(self, token: str) -> Key | None:
        """The key of a token, None where it is unknown, wrong or revoked. Compares in constant time."""
        prefix, _, rest = token.partition("_")
        id_, _, secret = rest.partition("_")
        found = next((key for key in self.all() if key.id == id_), None)
        matches = hmac.compare_digest(found.hashed if found else _hash(""), _hash(secret))
        return found if found and matches and prefix == PREFIX and found.revoked is None else None

    def _write(self, keys: Sequence[Key]) -> None:
        part = self.file.with_suffix(".part")
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump([asdict(key) for key in keys], file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.file)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _scopes(names: Sequence[str]) -> tuple[Scope, ...]:
    for name in names:
        if name not in SCOPES:
            raise SettingsError(f"“{name}” is no scope.", f"Choose among {', '.join(SCOPES)}.")
    return tuple(scope for scope in SCOPES if scope in names)


def _key(entry: dict[str, object]) -> Key:
    labels = entry["labels"]
    assert labels is None or isinstance(labels, list)
    scopes = entry["scopes"]
    assert isinstance(scopes, list)
    return Key(
        id=str(entry["id"]),
        name=str(entry["name"]),
        hashed=str(entry["hashed"]),
        scopes=_scopes(scopes),
        labels=None if labels is None else tuple(map(str, labels)),
        created=str(entry["created"]),
        revoked=None if entry["revoked"] is None else str(entry["revoked"]),
    )
