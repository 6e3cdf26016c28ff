"""PagesDesk: the façade's part that shows pages as they look, with quotations boxed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.desks.desk import Desk

if TYPE_CHECKING:
    from assistant.pages.marked import Marked
    from ingest.pictures.picture import PagePicture


class PagesDesk(Desk):
    """Pictures of pages, and where on them a quotation stands."""

    def page_picture(self, document: str, index: int) -> PagePicture:
        """A page (from 0) of a PDF, by id, file name or path, as a PNG.

        NotFoundError where there is none, LibraryDamagedError where the file was changed since it was read,
        ReadError where it cannot be drawn.
        """
        from assistant.pages.draw import Pictures

        library = self._open()
        found = library.document(library.record(document).id)
        return Pictures(library, self.settings.limits).of(found, index)

    def marked(self, document: str, start: int, end: int) -> Marked:
        """The words `start:end` (code points) on the pictures of their pages; a note where that cannot be.

        NotFoundError where there is no such document, UsageError where it has no such place.
        """
        from assistant.pages.draw import Pictures
        from assistant.pages.mark import mark

        library = self._open()
        found = library.document(library.record(document).id)
        return mark(found, start, end, Pictures(library, self.settings.limits))
