"""Limits: how much one caller may send, and how often."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limits:
    """`body` and `upload` in bytes, `rate` in requests a minute for each key, `workers` in threads."""

    body: int = 64 * 1024
    upload: int = 50 * 1024 * 1024
    rate: int = 120
    workers: int = 4


@dataclass
class TokenBucket:
    """Allows `rate` requests a minute on average, and as many at once after a quiet minute.

    The token bucket of RFC 2697's single-rate meter, one bucket a caller.
    """

    rate: int
    clock: Callable[[], float] = time.monotonic
    _levels: dict[str, tuple[float, float]] = field(default_factory=dict)

    def take(self, caller: str) -> float:
        """0.0 where the request may go on, else the seconds to wait."""
        now = self.clock()
        level, then = self._levels.get(caller, (float(self.rate), now))
        level = min(float(self.rate), level + (now - then) * self.rate / 60)
        if level < 1:
            return (1 - level) * 60 / self.rate
        self._levels[caller] = (level - 1, now)
        return 0.0
