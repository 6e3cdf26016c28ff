"""Settings: read once at the edge from the environment, then passed as a value."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ingest.reading.limits import Limits

NO_RERANKER = "none"


@dataclass(frozen=True)
class Settings:
    """Where the library is and which embedding model it uses."""

    library: Path
    """The library's folder."""
    model: str | None = None
    """Name or path of another sentence-transformers model; None is the packaged all-MiniLM-L6-v2."""
    reranker: str | None = None
    """Name or path of a sentence-transformers CrossEncoder that reads the best passages; None is the packaged
    ms-marco-MiniLM-L-12, `NO_RERANKER` reads none."""
    writer: str | None = None
    """A language model that words answers, as "provider:model"; None: the documents' own words."""
    limits: Limits = field(default_factory=Limits)
    """What reading one file may cost."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Settings from SCRUTINY_LIBRARY, _MODEL, _RERANKER, _WRITER and those of `Limits`."""
        values = os.environ if environment is None else environment
        folder = values.get("SCRUTINY_LIBRARY")
        return cls(
            Path(folder).expanduser() if folder else default_library(),
            values.get("SCRUTINY_MODEL") or None,
            values.get("SCRUTINY_RERANKER") or None,
            values.get("SCRUTINY_WRITER") or None,
            Limits.from_environment(values),
        )


def default_library() -> Path:
    """The library in the user's local data folder, such as ~/.local/share/scrutiny/library."""
    from platformdirs import user_data_path

    return user_data_path("scrutiny", appauthor=False, roaming=False) / "library"
