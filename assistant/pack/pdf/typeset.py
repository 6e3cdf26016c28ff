"""The pack as an accessible PDF (PDF/UA-1), set by Typst; the one file that imports it.

https://typst.app/docs/reference/pdf/ (standards, tags)
"""

from __future__ import annotations

import json
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from assistant.pack.document import PackDocument
from assistant.pack.pdf.data import PackData
from ingest.errors import ScrutinyError

STANDARD: list[Literal["ua-1"]] = ["ua-1"]
TEMPLATE = Path(__file__).with_name("pack.typ")
FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
FALLBACK = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf")
"""For letters that the main face lacks, and for references; they come with the chart library."""


def pack_pdf(pack: PackDocument) -> bytes:
    """The pack as PDF: tagged, with footnotes on their pages; the same pack gives the same bytes.

    Only fonts that come with the program are used. Where they lack a letter the file cannot declare the
    standard: it is tagged all the same, and shows a box for the letter. ScrutinyError where it cannot be set.
    """
    import typst

    data = json.dumps(PackData(pack).all(), ensure_ascii=False, sort_keys=True)
    try:
        return _typeset(data, STANDARD)
    except typst.TypstError:
        try:
            return _typeset(data, [])
        except typst.TypstError as error:
            raise ScrutinyError(
                f"The pack cannot be set as PDF: {error.message}.", "Write it as DOCX or HTML instead."
            ) from error


def _typeset(data: str, standards: list[Literal["ua-1"]]) -> bytes:
    import typst

    with tempfile.TemporaryDirectory() as folder:
        _gather_fonts(Path(folder))
        made = typst.compile(
            TEMPLATE.read_bytes(),
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
            ),
            sys_inputs={"pack": data},
            format="pdf",
            pdf_standards=[*standards],
            timestamp=0,
        )
    return bytes(made)


def _gather_fonts(folder: Path) -> None:
    """Copies the fonts wanted and no others, so that the choice among them is always the same."""
    own = _package("font_source_sans_pro") / "files"
    fallback = _package("matplotlib") / "mpl-data" / "fonts" / "ttf"
    wanted = [own / f"SourceSansPro-{face}.ttf" for face in FACES] + [fallback / name for name in FALLBACK]
    for font in wanted:
        if not font.is_file():
            raise ScrutinyError(f"The font {font.name} is missing.", "Install the program again.")
        shutil.copy(font, folder / font.name)


def _package(name: str) -> Path:
    """The folder of an installed package, found without running its code."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ScrutinyError(f"The package {name} is missing.", "Install the program again.")
    return Path(spec.submodule_search_locations[0])
