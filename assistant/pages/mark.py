"""Mark: find where a quotation stands on its pages, or say why that cannot be shown."""

from __future__ import annotations

from assistant.pages.draw import Pictures
from assistant.pages.marked import Marked, MarkedPage, Note
from ingest.document import Document, Page
from ingest.errors import LibraryDamagedError, ReadError, UsageError
from ingest.pictures.boxes import Box, line_boxes
from ingest.pictures.fit import fits
from ingest.pictures.picture import PagePicture
from ingest.places import Places


def mark(document: Document, start: int, end: int, pictures: Pictures) -> Marked:
    """The words' boxes by page. All of them fit, or none is given. UsageError for an empty or wrong place."""
    if not 0 <= start < end <= len(document.text):
        raise UsageError("The document has no such place.", "Follow the link on the page that quotes it.")
    pages, note = _pages(document, start, end, pictures)
    quote = document.text[start:end]
    return Marked(document.id, document.sha256, start, end, quote, tuple(pages), note)


def pages_between(document: Document, start: int, end: int) -> list[Page]:
    """The pages that the words stand on; none where the format has no pages."""
    if not document.pages:
        return []
    if document.places is not None and (numbers := document.places.pages_of(start, end)):
        return [document.pages[number] for number in numbers]
    ends = (document.page_at(start), document.page_at(max(start, end - 1)))
    first, last = (page.index if page else 0 for page in ends)
    return list(document.pages[first : last + 1])


def _pages(document: Document, start: int, end: int, pictures: Pictures) -> tuple[list[MarkedPage], Note]:
    touched = pages_between(document, start, end)
    if not touched:
        return [], "no_pages"
    if not pictures.possible(document):
        return [_bare(page) for page in touched], "no_picture"
    try:
        drawn = [pictures.of(document, page.index) for page in touched]
    except LibraryDamagedError:
        return [_bare(page) for page in touched], "changed"
    except ReadError:
        return [_bare(page) for page in touched], "not_drawn"
    sized = [_bare(page, picture) for page, picture in zip(touched, drawn, strict=True)]
    if document.places is None:
        return sized, "no_places"
    boxes = line_boxes(document.text, document.places, start, end)
    marked = [
        MarkedPage(page, picture.width, picture.height, tuple(boxes.get(page.index, ())))
        for page, picture in zip(touched, drawn, strict=True)
    ]
    for one, picture in zip(marked, drawn, strict=True):
        words = _words_on(document.text, document.places, start, end, one.page.index)
        if not one.boxes or not _sure(one, picture, words):
            return sized, "not_sure"
    return marked, ""


def _sure(marked: MarkedPage, picture: PagePicture, words: str) -> bool:
    """Whether the boxes hold the words; where there are none to hold, the page was read optically."""
    inside = all(_within(box, marked) for box in marked.boxes)
    read_optically = marked.page.read_by == "ocr"
    return inside and fits(picture, marked.boxes, words, may_be_empty=read_optically)


def _within(box: Box, marked: MarkedPage) -> bool:
    """Whether a box lies on its page, but for what a letter may stand over the edge."""
    over = 2.0
    return bool(
        box.left >= -over
        and box.top >= -over
        and box.right <= marked.width + over
        and box.bottom <= marked.height + over
    )


def _bare(page: Page, picture: PagePicture | None = None) -> MarkedPage:
    return MarkedPage(page, picture.width if picture else 0.0, picture.height if picture else 0.0, ())


def _words_on(text: str, places: Places, start: int, end: int, page: int) -> str:
    return "".join(text[at] for at in range(start, end) if places.pages[at] == page)
