"""Where the recognition models are, that they are the tested ones, and whether the extra is installed."""

from __future__ import annotations

import hashlib
import importlib.util
from functools import cache
from pathlib import Path

from ingest.errors import ModelError

INSTALL = "Install the OCR extra (pip install 'scrutiny-assistant[ocr]') and add the file again."

_PACKAGE = "rapidocr"
_RUNTIMES = ("onnxruntime", "cv2")
_SHA256 = {
    "PP-OCRv6_det_small.onnx": "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
    "PP-OCRv6_rec_small.onnx": "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
}
"""PP-OCRv6 small (PaddleOCR, Apache 2.0), as shipped in the wheel of rapidocr 3.10.0."""
FIND_LINES, READ_LINES = _SHA256


def available() -> bool:
    """Whether scanned pages can be read here: the extra is installed."""
    return _folder() is not None and all(importlib.util.find_spec(name) for name in _RUNTIMES)


@cache
def model(name: str) -> Path:
    """The file of a model, checked once a process. ModelError where it is missing or another one.

    The package's own code, which would download models, is never run.
    """
    folder = _folder()
    file = folder / name if folder else None
    if file is None or not file.is_file():
        raise ModelError(f"The recognition model {name} is not installed.", INSTALL)
    with file.open("rb") as opened:
        if hashlib.file_digest(opened, "sha256").hexdigest() != _SHA256[name]:
            raise ModelError(
                f"The recognition model {name} is not the tested one.",
                "Install the tested version again: pip install --force-reinstall 'rapidocr>=3.10,<3.11'",
            )
    return file


def _folder() -> Path | None:
    """The folder of the models inside the package; None where it is not installed."""
    found = importlib.util.find_spec(_PACKAGE)
    folders = found.submodule_search_locations if found else None
    folder = Path(folders[0]) / "models" if folders else None
    return folder if folder is not None and folder.is_dir() else None
