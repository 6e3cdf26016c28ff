"""RTF groups: what stands between two braces, and what the word that opens one says it is for."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.readers.rtf.flow import Flow, Look
from ingest.readers.rtf.look import Looks

RUNNING = frozenset(f"{part}{side}" for part in ("header", "footer") for side in ("", "l", "r", "f"))
BOXES = frozenset(("shptxt", "dptxbxtext"))
PRINTED = frozenset(("listtext", "pntext"))
REMARKS = frozenset(("atnauthor", "atnref", "atrfstart", "atrfend"))
INFO = frozenset(("title", "author"))
DATES = frozenset(("creatim", "revtim"))
FLOWS = RUNNING | BOXES | PRINTED | REMARKS | {"footnote", "annotation"}
"""Groups whose words run on by themselves."""
LISTS = frozenset(("fonttbl", "colortbl", "stylesheet", "info"))
"""Groups that hold no words but those of groups within them."""
ENTERED = frozenset(("shpinst", "do", "nesttableprops"))
"""Groups marked as ones to pass over by programs that do not know them, which hold words all the same."""
SKIPPED = frozenset(
    (
        *("pict", "fldinst", "shprslt", "nonshppict", "nonesttables", "sp", "xe", "tc", "rxe", "txe"),
        *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "filetbl", "template", "private1"),
    )
)
SKIP = "skip"
"""The context of groups whose words are no text of the document."""


@dataclass
class Group:
    """What holds between two braces; a group within it begins with all of it but `opens`.

    `flow` is where its words go, None for nowhere; `context` the list it is part of; `opens` names what is to
    be done at its end; `fallback` counts the signs that follow one which older programs do not know.
    `outline` is 0 for the highest level of headings, `list_depth` for the outermost list; `nesting` counts
    tables, `nested`: rows are defined of a table within another.
    """

    flow: Flow | None
    context: str = ""
    opens: str = ""
    font: int | None = None
    fallback: int = 1
    hidden: bool = False
    style: int = 0
    parent: int | None = None
    outline: int | None = None
    list_depth: int = 0
    in_table: bool = False
    nesting: int = 0
    nested: bool = False

    def inner(self) -> Group:
        """A group within this one."""
        found = Group.__new__(Group)
        found.__dict__.update(self.__dict__, opens="")  # a file may have millions of them
        return found

    def set(self, word: str, number: int | None) -> None:
        """A control word that changes how the words after it are meant."""
        if word == "pard":
            self.style, self.outline, self.list_depth, self.in_table, self.nesting = 0, None, 0, False, 0
        elif word == "plain":
            self.font, self.hidden = None, False
        elif word == "f":
            self.font = number or 0
        elif word == "uc":
            self.fallback = min(max(number if number is not None else 1, 0), 100)
        elif word in ("v", "deleted"):
            self.hidden = number != 0
        elif word == "s":
            self.style = number or 0
        elif word == "sbasedon":
            self.parent = number
        elif word == "outlinelevel":
            self.outline = number or 0
        elif word == "ilvl":
            self.list_depth = min(max(number or 0, 0), 8)
        elif word == "intbl":
            self.in_table = True
        elif word == "itap":
            self.nesting = max(number if number is not None else 1, 0)

    @property
    def depth(self) -> int:
        """How many tables, one in the other, a paragraph stands in."""
        return max(self.nesting, int(self.in_table))

    def look(self, looks: Looks) -> Look:
        """What is set of a paragraph that ends here."""
        return Look(looks.heading_level(self.style, self.outline), self.list_depth, self.depth)
