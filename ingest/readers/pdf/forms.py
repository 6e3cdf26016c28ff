"""Forms: what has been filled in or written on a page becomes part of its text."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

_WRITTEN = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT)
_MOST_ANNOTATIONS = 5_000


def flatten(document: Any, page: Any, index: int) -> Any:
    """The page with its form fields and text boxes printed into it; the same page where it has none.

    The file itself is not changed, only the document in memory.
    """
    if (
        not _has_writing(page)
        or pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS
    ):
        return page
    page.close()
    return document[index]


def _has_writing(page: Any) -> bool:
    """Whether a form field or a text box is on the page."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not annotation:
            continue
        written = pdfium.FPDFAnnot_GetSubtype(annotation) in _WRITTEN
        pdfium.FPDFPage_CloseAnnot(annotation)
        if written:
            return True
    return False
