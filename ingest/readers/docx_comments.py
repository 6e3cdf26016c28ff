"""Word comments: who remarked what on which words, at the end under a heading of their own.

In a draft they say what is still to be settled; they are no words of the document itself.
"""

from __future__ import annotations

from collections import defaultdict

from ingest.draft import DraftBlock, Strand
from ingest.errors import ReadError
from ingest.readers.docx_text import is_left_out, paragraph_text
from ingest.readers.office import Element, Package, attribute, local

_MOST = 5_000
_LONGEST = 60
"""Characters of the words commented on that are shown: enough to find them by, too few to say them again."""


def comment_blocks(package: Package, part: str, body: Element) -> list[DraftBlock]:
    """A heading and a paragraph a comment, “Comment by Jo on ‘the words’: …”, in the order of the file."""
    path = package.related(part, "comments")
    try:
        root = package.xml(path) if path else None
    except ReadError:
        return []  # the document itself is worth more
    comments = [one for one in root if local(one) == "comment"] if root is not None else []
    about = _commented(body) if comments else {}
    told = [_told(one, about.get(attribute(one, "id") or "", "")) for one in comments[:_MOST]]
    blocks = [DraftBlock("paragraph", Strand(text)) for text in told if text]
    return [DraftBlock("heading", Strand("Comments"), 1), *blocks] if blocks else []


def _told(comment: Element, about: str) -> str:
    words = " ".join(" ".join(paragraph_text(one) for one in comment.iter() if local(one) == "p").split())
    by = f" by {author}" if (author := " ".join((attribute(comment, "author") or "").split())) else ""
    on = f" on “{about}”" if about else ""
    return f"Comment{by}{on}: {words}" if words else ""


def _commented(body: Element) -> dict[str, str]:
    """The words that each comment is about, by its id; long ones are cut short."""
    begun: set[str] = set()
    words: dict[str, list[str]] = defaultdict(list)
    for one in body.iter():
        name, id_ = local(one), attribute(one, "id") or ""
        if name == "commentRangeStart":
            begun.add(id_)
        elif name == "commentRangeEnd":
            begun.discard(id_)
        elif begun and name in ("t", "p", "tab", "br") and not is_left_out(one):
            for open_ in begun:
                words[open_].append((one.text or "") if name == "t" else " ")
    return {id_: _shortened(" ".join("".join(parts).split())) for id_, parts in words.items()}


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]}…"
