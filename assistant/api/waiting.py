"""Waiting: what a stream says while its answer is looked for, and when the service is told to stop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from ingest.errors import LibraryBusyError

PING_SECONDS = 15.0
"""Silence after which a comment is sent, so that nothing on the way gives the connection up."""

GRACE_SECONDS = 3.0
"""How long answers may still take once the service is told to stop."""

PING = ": still searching\n\n"


async def comments(task: asyncio.Future[Any], stopping: asyncio.Event) -> AsyncIterator[str]:
    """Comments until the task is done. LibraryBusyError where the service stops before that."""
    told = asyncio.ensure_future(stopping.wait())
    try:
        while not task.done():
            await asyncio.wait([task, told], timeout=PING_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if told.done() and not (await asyncio.wait([task], timeout=GRACE_SECONDS))[0]:
                raise LibraryBusyError("The service is being stopped.", "Ask again in a little while.")
            if not task.done():
                yield PING
    finally:
        told.cancel()
