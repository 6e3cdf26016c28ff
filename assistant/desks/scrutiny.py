"""ScrutinyDesk: the façade's part that judges: key questions, actions, contradictions and the SMART check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.desks.desk import Desk
from ingest.filters import CURRENT, Filters

if TYPE_CHECKING:
    from assistant.actions.action import ActionRegister
    from assistant.check.report import CheckReport
    from assistant.contradictions.contradiction import ContradictionList
    from assistant.key_questions.ledger import Ledger
    from assistant.key_questions.papers.case_study import CaseStudy
    from assistant.register.group import By
    from assistant.register.register import Register
    from assistant.register.selection import Selection


class ScrutinyDesk(Desk):
    """Everything here is worked out from the documents by rule and needs no model."""

    # ── key questions ──────────────────────────────────────────────────────────────────────────────────

    def questions(
        self,
        ids: Sequence[str] = (),
        *,
        subject: str | None = None,
        period: str | None = None,
        framework: str | None = None,
        as_of: date | None = None,
        filters: Filters = CURRENT,
    ) -> list[Ledger]:
        """The ledgers of the key questions named by id or number (none named: all of them)."""
        from assistant.key_questions.load_framework import DEFAULT
        from assistant.key_questions.questions import ledgers

        library = self._open()
        with library.reading():
            return ledgers(
                library,
                ids,
                subject=subject,
                period=period,
                as_of=(as_of or date.today()).isoformat(),
                framework=framework or DEFAULT,
                filters=filters,
            )

    def read_case(self, document: str) -> list[CaseStudy]:
        """What a review or a project was asked, did, achieved and has to do, by id, file name or path."""
        from assistant.key_questions.papers.read_case import read_case

        library = self._open()
        with library.reading():
            return read_case(library, document)

    # ── actions ────────────────────────────────────────────────────────────────────────────────────────

    def actions(
        self, *, filters: Filters = CURRENT, as_of: date | None = None, subject: str | None = None
    ) -> ActionRegister:
        """The actions that the documents set down, and how far they have got; needs no model."""
        from assistant.actions.track import track
        from assistant.areas.of_papers import check_area

        library = self._open()
        with library.reading():
            check_area(subject, library.documents())
            return track(library, as_of=(as_of or date.today()).isoformat(), subject=subject, filters=filters)

    def contradictions(
        self, *, filters: Filters = CURRENT, as_of: date | None = None, subject: str | None = None
    ) -> ContradictionList:
        """Dated claims about the same thing that disagree, both sides quoted; needs no model."""
        from assistant.areas.of_papers import check_area
        from assistant.contradictions.find import find_contradictions

        library, day = self._open(), (as_of or date.today()).isoformat()
        with library.reading():
            check_area(subject, library.documents())
            return find_contradictions(library, as_of=day, subject=subject, filters=filters)

    # ── checks ─────────────────────────────────────────────────────────────────────────────────────────

    def check(
        self,
        paths: Sequence[Path],
        *,
        repeats: bool = False,
        nearest: int = 0,
        as_of: date | None = None,
        **options: Any,
    ) -> CheckReport:
        """Flag recommendations that are not SMART; needs no library and no model.

        With `repeats` also those that the library's papers had made before, and with `nearest` the so many
        nearest earlier ones of each of which that is not told.
        """
        from assistant.check import check_paths

        if not repeats and not nearest:
            return check_paths(paths, **options)
        from assistant.register.draft import requests_before

        library, day = self._open(), (as_of or date.today()).isoformat()
        with library.reading():
            return check_paths(paths, before=requests_before(library, nearest=nearest, as_of=day), **options)

    def recommendations(
        self,
        selection: Selection | None = None,
        *,
        by: By | None = None,
        repeats: bool = False,
        nearest: int = 0,
    ) -> Register:
        """The library's recommendations, checked; grouped `by`, and with those asked before where wanted.

        For each of which that is not told, the `nearest` earlier ones, to be read beside it.
        """
        from assistant.register.register import register_of
        from assistant.register.selection import EVERYTHING as WHOLE

        library = self._open()
        with library.reading():
            return register_of(library, selection or WHOLE, by=by, repeats=repeats, nearest=nearest)
