"""Identity: a recommendation's stable id, and the finding that it says it answers."""

from __future__ import annotations

import hashlib
import re

_PARAGRAPH = re.compile(r"\((?:[^()]*?\b)?(?:paragraphs?|paras?)\.?\s*(?P<number>\d+)", re.IGNORECASE)


def identity(document_id: str, text: str) -> str:
    """Twelve hex digits that stay the same while document and words do."""
    return hashlib.sha256(f"{document_id}\n{' '.join(text.split())}".encode()).hexdigest()[:12]


def finding_number(text: str) -> str | None:
    """The number of the paragraph referred to: "(paragraph 121)"; None without such a reference."""
    match = _PARAGRAPH.search(text)
    return match["number"] if match else None
