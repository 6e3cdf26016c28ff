"""Compare: a pack as shown → its faults against the library as it is now."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Citation
from assistant.pack.document import Note, Place
from assistant.pack.shown import LENGTH, REFERENCE, note_text, place_shown, shown
from assistant.pack.verify.fault import Fault, short
from assistant.pack.verify.sayings import Sayings
from assistant.pack.verify.shown import ShownPack
from assistant.pack.verify.words import word_faults
from assistant.slices import Citations, Slice
from ingest.disk import sources
from ingest.errors import LibraryDamagedError, NotFoundError
from ingest.filters import WITH_SUPERSEDED
from ingest.library import Library
from ingest.records import DocumentRecord

SHOWN = LENGTH * 8
"""Characters of a quotation that a fault shows."""


class Comparison:
    """Compares one pack with one library; `superseded` names the sources that have a newer version by now."""

    def __init__(self, pack: ShownPack, library: Library) -> None:
        self._pack, self._library = pack, library
        self._citations = Citations(library)
        self._records = {record.id: record for record in library.documents(WITH_SUPERSEDED)}
        self.superseded: list[str] = []

    def faults(self) -> list[Fault]:
        """All faults, by note; then those of paragraphs, of sources and of the whole pack."""
        cited: dict[str, DocumentRecord] = {}
        found: list[Fault] = []
        for number, text in sorted(self._pack.notes.items()):
            found += self._note(number, text, cited)
        found += self._strays()
        sayings = Sayings(self._library, list(self._records.values()), sorted(cited))
        found += word_faults(self._pack, sayings)
        for record in sorted(cited.values(), key=lambda one: one.source):
            found += self._source(record)
            if record.superseded_by:
                self.superseded.append(record.source)
        return found + list(self._whole())

    def _note(self, number: int, text: str, cited: dict[str, DocumentRecord]) -> Iterator[Fault]:
        references = REFERENCE.findall(text)
        if not references:
            yield Fault("it names no source that can be looked up", number)
            return
        citations = []
        for id_, start, end in references:
            citation = self._citation(id_, int(start), int(end))
            if isinstance(citation, str):
                yield Fault(citation, number)
                return
            cited[citation.document_id] = self._records[citation.document_id]
            citations.append(citation)
        yield from self._words(number, text, citations, len(references[0][0]))

    def _words(self, number: int, text: str, citations: list[Citation], length: int) -> Iterator[Fault]:
        """The quotations in the text and in the note, then the place."""
        first, document = citations[0], citations[0].document
        quote = shown(first.quote)
        in_text = [one.text for one in self._pack.quotes if one.note == number]
        for words in in_text:
            if words != quote:
                yield Fault(_differ(words, quote), number, document)
        expected = _expected(number, citations, in_text=bool(in_text), length=length)
        if text == note_text(expected):
            return
        if not in_text and f"“{quote}”" not in text:
            told = text.partition("“")[2].rpartition("”")[0]
            yield Fault(_differ(told, quote) if told else "its quotation is not shown", number, document)
        else:
            place = f"{expected.place.words} [{expected.place.reference}]"
            yield Fault(f"its place is not as shown; the source is: {place}", number, document)

    def _citation(self, id_: str, start: int, end: int) -> Citation | str:
        found = [record for record in self._records.values() if record.id.startswith(id_[:16])]
        if len(found) != 1:
            return f"its source {id_} is not in the library"
        try:
            text = self._library.document(found[0].id).text
        except NotFoundError:
            return f"its source {id_} is not in the library"
        if not 0 <= start < end <= len(text):
            return f"its source {found[0].source} has no characters {start} to {end}"
        number = self._citations.number(Slice(found[0].id, start, end))
        return self._citations.all()[number - 1]

    def _strays(self) -> Iterator[Fault]:
        for quote in self._pack.quotes:
            if quote.note is None:
                yield Fault(f"a quotation has no note behind it: “{short(quote.text, SHOWN)}”")
            elif quote.note not in self._pack.notes:
                yield Fault("the text marks it, and there is no such note", quote.note)

    def _source(self, record: DocumentRecord) -> Iterator[Fault]:
        if record.sha256 not in self._pack.hashes:
            yield Fault("its hash is not the one that the pack lists", None, record.source)
        try:
            sources.read_original(self._library.folder, record.sha256)
        except LibraryDamagedError:
            yield Fault("its file in the library is missing or was changed", None, record.source)

    def _whole(self) -> Iterator[Fault]:
        wanted = self._pack.counted
        if wanted is None:
            yield Fault("the pack no longer says how many notes it has")
            return
        for number in range(1, wanted + 1):
            if number not in self._pack.notes:
                yield Fault("it is missing from the pack", number)
        for number in sorted(self._pack.notes):
            if number > wanted:
                yield Fault(f"the pack says that it has {wanted} notes", number)


def _expected(number: int, citations: list[Citation], *, in_text: bool, length: int) -> Note:
    first = shown(citations[0].quote)
    places: list[Place] = [place_shown(citation, length) for citation in citations]
    also = tuple(
        (place, shown(citation.quote) == first)
        for place, citation in zip(places[1:], citations[1:], strict=True)
    )
    return Note(number, first, in_text, places[0], also)


def _differ(told: str, quote: str) -> str:
    """Where the shown words leave the source's, with a little of both."""
    pairs = enumerate(zip(told, quote, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(told), len(quote)))
    start = max(0, at - 25)
    return f"shows “…{short(told[start:], SHOWN)}” where the source has “…{short(quote[start:], SHOWN)}”"
