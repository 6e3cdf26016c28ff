"""PackDesk: the façade's part that makes challenge packs and checks them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.desks.scrutiny import ScrutinyDesk

if TYPE_CHECKING:
    from assistant.pack.verify.check import PackCheck
    from assistant.pack.write import Pack, WrittenFile


class PackDesk(ScrutinyDesk):
    """Makes the challenge pack of a library."""

    def pack(
        self,
        *,
        subject: str | None = None,
        period: str | None = None,
        framework: str | None = None,
        as_of: date | None = None,
        marking: str = "",
    ) -> Pack:
        """The pack as it stands on a day (default today), to be written or rendered.

        Errors are those of `questions`.
        """
        from assistant.key_questions.load_framework import DEFAULT, load_framework
        from assistant.pack.build import build
        from assistant.pack.gather import gather
        from assistant.pack.write import Pack

        day = as_of or date.today()
        ledgers = self.questions(subject=subject, period=period, framework=framework, as_of=day)
        about = ledgers[0].subject if ledgers else subject
        library = self._open()
        with library.reading():
            material = gather(
                library,
                ledgers,
                self.actions(as_of=day, subject=about or None),
                framework=load_framework(framework or DEFAULT).name,
                as_of=day.isoformat(),
                marking=marking,
                entries=self.recommendations().entries,
                disagreements=self.contradictions(as_of=day, subject=about or None),
            )
        return Pack(build(material), material)

    def write_pack(self, pack: Pack, paths: Sequence[Path]) -> list[WrittenFile]:
        """Write a pack as DOCX, PDF, HTML, Markdown or JSON, told from each file's name. UsageError."""
        from assistant.pack.write import write

        return write(pack, paths)

    def verify_pack(self, path: Path) -> PackCheck:
        """Compare what a written pack shows with the sources as they are now.

        NotFoundError, UsageError, ReadError where the file is no pack.
        """
        from assistant.pack.verify.check import check

        library = self._open()
        with library.reading():
            return check(path, library)
