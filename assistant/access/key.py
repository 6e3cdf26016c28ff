"""Key: one caller of the service, its scopes and the labels it may see. The secret is not kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Scope = Literal["read", "check", "write", "ingest"]
"""read: ask, search, list; check: the SMART check of what is sent; write: the challenge log and judgements;
ingest: add documents."""

SCOPES: tuple[Scope, ...] = get_args(Scope)


@dataclass(frozen=True, slots=True)
class Key:
    """`hashed` is the SHA-256 of the secret, which has 256 random bits, so that no slow hash is needed.

    `labels` None means every label. `created` and `revoked` are ISO dates.
    """

    id: str
    name: str
    hashed: str
    scopes: tuple[Scope, ...]
    labels: tuple[str, ...] | None
    created: str
    revoked: str | None = None


LOCAL = Key("local", "this machine", "", SCOPES, None, "")
"""Who calls without a key where none is needed: a service bound to this machine alone."""
