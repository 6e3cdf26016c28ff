"""Caller: who makes a request, checked before anything is looked up for them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import Request
from starlette.exceptions import HTTPException

from assistant.access.key import LOCAL, Key, Scope

if TYPE_CHECKING:
    from assistant.access.key_ring import KeyRing
    from assistant.api.limits import TokenBucket
    from assistant.facade import ScrutinyAssistant


@dataclass(frozen=True)
class Caller:
    """A key and the assistant as its holder may see it."""

    key: Key
    assistant: ScrutinyAssistant

    @property
    def holder(self) -> str:
        """Whose conversations are meant: the key's own; without a key those of this machine."""
        return "" if self.key is LOCAL else self.key.id


class Door:
    """Lets callers in. `ring` holds the keys; with `open_` whoever has none is let in as this machine."""

    def __init__(
        self, assistant: ScrutinyAssistant, ring: KeyRing, bucket: TokenBucket, *, open_: bool
    ) -> None:
        self._assistant = assistant
        self._ring = ring
        self._bucket = bucket
        self._open = open_
        self._views: dict[tuple[str, ...], ScrutinyAssistant] = {}

    def admit(self, request: Request, scope: Scope, authorization: str | None) -> Caller:
        """The caller; HTTPException 401 without a valid key, 403 without the scope, 429 too often."""
        key = self._key(authorization)
        request.state.key = key
        if wait := self._bucket.take(key.id):
            raise HTTPException(429, "Too many requests.", headers={"Retry-After": str(math.ceil(wait))})
        require(key, scope)
        if key.labels is None:
            return Caller(key, self._assistant)
        return Caller(key, self._seen_with(key.labels))

    def _seen_with(self, labels: tuple[str, ...]) -> ScrutinyAssistant:
        """The library as these labels show it; kept, since it remembers what it has worked out."""
        if labels not in self._views:
            self._views[labels] = self._assistant.restricted(labels)
        return self._views[labels]

    def knows(self, token: str) -> bool:
        """Whether this is the token of a valid key."""
        return self._ring.recognise(token) is not None

    def _key(self, authorization: str | None) -> Key:
        if authorization is None and self._open:
            return LOCAL
        kind, _, token = (authorization or "").partition(" ")
        key = self._ring.recognise(token.strip()) if kind.lower() == "bearer" else None
        if key is None:
            raise HTTPException(
                401,
                "A valid key is needed, as “Authorization: Bearer …”.",
                headers={"WWW-Authenticate": "Bearer"},
            )
        return key


def require(key: Key, scope: Scope) -> None:
    """HTTPException 403 without the scope."""
    if scope not in key.scopes:
        raise HTTPException(403, f"This key may not do that: it lacks the scope “{scope}”.")


def needs(scope: Scope) -> Callable[[Request], Caller]:
    """The dependency of an endpoint that wants this scope."""

    def admitted(request: Request) -> Caller:
        door: Door = request.app.state.door
        return door.admit(request, scope, request.headers.get("authorization"))

    return admitted
