"""The words by which a passage is embedded: its own, after those that say where it stands."""

from __future__ import annotations

from ingest.passage import Passage


def embedded_text(title: str, passage: Passage) -> str:
    """Title, heading path, table header and text, one a line; line ends cost the model no tokens."""
    return "\n".join(part for part in (title, *passage.heading_path, passage.header, passage.text) if part)
