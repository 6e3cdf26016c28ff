"""Context: the words around a recommendation that may carry its owner or its deadline."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a recommendation in its document.

    `headings` from the outermost to the innermost; `lead_in` is the sentence that opens the list ("The local
    authority should:"); `owner`, `deadline`, `measure` and `priority` are cells of the recommendation's table
    row; `published` is the document's date. `undated`: the document does not say itself that it came out
    then, so that nothing runs from it. `followed_up`: the table tells what became of each.
    """

    headings: tuple[str, ...] = ()
    lead_in: str = ""
    owner: str = ""
    deadline: str = ""
    measure: str = ""
    priority: str = ""
    published: str | None = None
    undated: bool = False
    followed_up: bool = False
    following: str = ""
    """The sentence after it, where a letter gives the date of sending ("by 3 August 2023")."""

    owner_after: str = ""
    """Whom the next sentence gives it: "This will be led by the Head of Early Help"."""

    addressee: str = ""
    """To whom the whole document is addressed, where that is one body."""

    @property
    def counted_from(self) -> str | None:
        """The day that "within six months" runs from: only one on which the document says it came out."""
        return None if self.undated else self.published
