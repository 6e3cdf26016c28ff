"""Files → documents → passages → the library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.read import tables_of

__all__ = ["tables_of"]

_HOMES = {"tables_of": "ingest.read"}


def __getattr__(name: str) -> Any:
    """Imports a public function when it is first asked for, so that importing the package stays cheap."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
